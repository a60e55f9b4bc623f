/** The tasks of a page's main thread, as the browser's own trace has them: a page itself is told only of those over 50 ms. */
import type {Page} from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly dur?: number;
  readonly args: {readonly name?: string};
}

const CATEGORIES = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'toplevel', '__metadata'];

/** ms of the longest task while `act` goes on. */
export async function longestTaskMs(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({categories: CATEGORIES});
  let trace: Uint8Array | undefined;
  try {
    await act();
  } finally {
    trace = await page.tracing.stop();
  }
  const {traceEvents} = JSON.parse(new TextDecoder().decode(trace)) as {traceEvents: readonly TraceEvent[]};
  const tasks = traceEvents.filter(({name}) => name === 'RunTask');
  const threads = traceEvents.filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain');
  // The browser keeps a spare process: the page's is the one that has worked.
  const perThread = threads.map(({pid, tid}) => tasks.filter(task => task.pid === pid && task.tid === tid).map(({dur = 0}) => dur));
  const sum = (durations: readonly number[]): number => durations.reduce((all, one) => all + one, 0);
  const [busiest = []] = perThread.toSorted((a, b) => sum(b) - sum(a));
  if (!busiest.length) throw new Error('The browser traced no task of the page.');
  return Math.max(...busiest) / 1000;
}
