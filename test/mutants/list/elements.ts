import type {Mutant} from '../mutant.js';

const SOURCE = {file: 'src/elements/device-source.ts', test: 'test/elements/device-source.test.ts'};
const KEEPER = {...SOURCE, file: 'src/elements/endpoint-keeper.ts'};
const MERGE = {file: 'src/view/merge-states.ts', test: 'test/view/merge-states.test.ts'};

/** Who shares what with whom, and what is shown to whom. */
export const ELEMENT_MUTANTS: readonly Mutant[] = [
  {row: 'H06', ...MERGE, from: 'if (signedOut) return', to: 'if (false) return'},
  {row: 'H08', ...MERGE, from: '.filter(problem => !isNotOffered(problem, ready))', to: ''},
  {row: 'H17', ...MERGE, from: 'ready.filter(([, {problem}]) => !problem).length', to: 'ready.length'},
  {row: 'T15', file: 'src/elements/settings.ts', test: 'test/elements/settings.test.ts', from: 'Math.max(SHORTEST_POLL_S, pollS)', to: 'pollS'},
  {row: 'T14', file: 'src/view/display.ts', test: 'test/view/display.test.ts', from: 'if (zones.get(zone)) return zone;', to: 'return zone;'},
  {row: 'L09', file: 'src/api/endpoint.ts', test: 'test/elements/life.test.ts', from: '!/^https?:$/.test(url.protocol)', to: 'false'},
  {row: 'L18', ...KEEPER, test: 'test/elements/life.test.ts', from: 'this.#functions.token ??= getToken', to: 'this.#functions.token = getToken'},
  {row: 'M01', ...SOURCE, test: 'test/browser/faults/many.test.ts', from: 'if (isLed(followed.key)) return [followed];', to: ''},
  {row: 'M02', ...SOURCE, file: 'src/api/endpoint.ts', from: 'url.pathname = url.pathname.replace(/\\/+$/, \'\');', to: ''},
  {row: 'M03', ...KEEPER, from: ', numberOf(this.#functions.token), numberOf(this.#functions.headers)]', to: ']'},
  {row: 'M03', ...KEEPER, from: '[base.href, session, credentials,', to: '[base.href, session,'},
  {row: 'M03', ...KEEPER, test: 'test/elements/podero-device-list-settings.test.ts', from: '[base.href, session, credentials,', to: '[base.href, credentials,'},
  {row: 'L08', ...SOURCE, test: 'test/elements/life.test.ts', from: 'this.#identity = identity;\n    this.#view = PENDING;', to: 'this.#identity = identity;'},
  {row: 'L04', file: 'src/internal/define.ts', test: 'test/browser/faults/life.test.ts', from: 'if (!customElements.get(tag)) {', to: 'if (tag) {'},
  {row: 'L13', file: 'src/view/age-ticker.ts', test: 'test/browser/faults/life-leaks.test.ts', from: 'clearInterval(timer);', to: ''},
  {row: 'T13', file: 'src/view/age-ticker.ts', test: 'test/elements/time.test.ts', from: 'const TICK_MS = 60_000;', to: 'const TICK_MS = 600_000;'},
];
