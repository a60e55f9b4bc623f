import type {Run} from '../sandbox/clock.js';
import type {SandboxState} from './situation.js';

/** When in real time the sandbox's clock showed an instant (epoch ms); what a jump left out was all in that moment. */
export function realTimeOf(instant: number, runs: readonly Run[]): number {
  const n = Math.max(0, runs.findLastIndex(({atMs}) => atMs <= instant));
  const run = runs[n];
  if (!run) return instant;
  const real = run.sinceRealMs + (instant - run.atMs) / (instant < run.atMs ? 1 : run.factor);
  return Math.min(real, runs[n + 1]?.sinceRealMs ?? Infinity);
}

/** As the sandbox's clock writes it; other stamps are not its. */
const STAMP = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g;

/** Lists and devices. What else the API answers is history, asked for by its own times, or has no stamps. */
const DEVICES = /\/users\/[^/]+\/(heat-pumps|electric-vehicles|inverters)(\/[^/]+)?$/;

/**
 * Widgets do not believe in stamps from the future, and are right. So that the simulated home can run ahead of the visitor's
 * day, its stamps are told in the visitor's time: what it has just reported is new, however late it is there. Told where the
 * API is asked, so that all that the proxy keeps, compares and pushes is of one time.
 */
export function fetchInRealTime(sandboxUrl: string): (url: string, init: RequestInit) => Promise<Response> {
  const readRuns = async () => (await (await fetch(`${sandboxUrl}/control`)).json() as SandboxState).runs;
  return async (url, init) => {
    const answer = await fetch(url, init);
    return answer.ok && DEVICES.test(new URL(url).pathname) ? inRealTime(answer, await readRuns().catch(() => [])) : answer;
  };
}

async function inRealTime(answer: Response, runs: readonly Run[]): Promise<Response> {
  const {status, headers} = answer;
  const text = await answer.text();
  const shown = text.replace(STAMP, (_, stamp: string) => JSON.stringify(new Date(realTimeOf(Date.parse(stamp), runs)).toISOString()));
  return new Response(shown, {status, headers});
}
