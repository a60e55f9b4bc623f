import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pause, SLICE_MS} from './pause.js';

/** Ages are told in minutes (faults T13). */
const TICK_MS = 60_000;

const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

/** A thousand cards have a thousand ages: the page is left alone in between. */
async function tick(): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  let from = performance.now();
  for (const host of [...hosts]) {
    host.requestUpdate();
    // One that cannot be drawn says so itself.
    await host.updateComplete.catch(() => {});
    if (performance.now() - from < SLICE_MS) continue;
    await pause();
    from = performance.now();
  }
}

/** Lets a host update once a minute, and when the page is shown again, so that "5 minutes ago" stays true: one timer for the page. */
export class AgeTicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  hostConnected(): void {
    hosts.add(this.#host);
    timer ??= setInterval(tick, TICK_MS);
    if (hosts.size === 1) document.addEventListener('visibilitychange', tick);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  }
}
