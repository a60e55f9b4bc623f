import type {DeviceKind} from '../src/domain/device.js';
import type {Collection} from '../src/api/routes.js';
import {COLLECTION_OF} from '../src/api/routes.js';
import {DEVICE_KINDS} from '../src/domain/device.js';
import {type Overrides, payload} from '../test/fixtures/payloads.js';
import type {History} from '../test/fixtures/history.js';
import {savingsOf, seriesOf} from '../test/fixtures/history.js';
import type {Sent} from '../test/fixtures/savings.js';
import {savingsPayload, thisWeek} from '../test/fixtures/savings.js';

/** How the proxy of a story answers for a collection. */
export type Answer = (at: Date, query: URLSearchParams) => Response | Promise<Response>;
export type Situation = Partial<Record<Collection | `${Collection}/${'savings' | 'data' | 'reconnect'}`, Answer>>;

/** One device of a kind, as the API's generation describes it at this moment. */
export const has = (kind: DeviceKind, generation: 'G1' | 'G2' = 'G1', overrides: Overrides = {}): Situation =>
  ({[COLLECTION_OF[kind]]: (at: Date) => Response.json([payload(kind, generation, overrides, {at})])});

/** So many devices of a kind; the first is out of reach, the second has a message. */
export const hasMany = (kind: DeviceKind, count: number): Situation => ({
  [COLLECTION_OF[kind]]: (at: Date) => Response.json(Array.from({length: count}, (_, index) => payload(kind, 'G1', {
    id: String(index),
    device_model: {manufacturer: 'Nibe', model: `S1255, flat ${index + 1}`},
    is_authenticated: index > 0,
    ...(index === 1 ? {action_needed: true, actions: [{code: 'new_tariff'}]} : {}),
  }, {at}))),
});

export const everything = (generation: 'G1' | 'G2' = 'G1', overrides: Overrides = {}): Situation =>
  Object.assign({}, ...DEVICE_KINDS.map(kind => has(kind, generation, overrides))) as Situation;

/** The running week of a kind's devices, kWh a day, from Monday on. What is not listed has no bucket; `null` is a gap. */
export const week = (kind: DeviceKind, kWh: readonly (number | null | undefined)[], exportKwh: readonly number[] = []): Situation => {
  const inWh = (figures: readonly Sent[]) => figures.map(figure => typeof figure === 'number' ? figure * 1000 : figure);
  return {[`${COLLECTION_OF[kind]}/savings`]: () => Response.json(savingsPayload(kind, thisWeek(), inWh(kWh), inWh(exportKwh)))};
};

/** What a kind's devices used, or brought, at any time that is asked for. */
export const history = (kind: DeviceKind, given: History): Situation => ({
  [`${COLLECTION_OF[kind]}/savings`]: (_: Date, query: URLSearchParams) => Response.json(savingsOf(kind, given, query)),
  ...given.hours && {[`${COLLECTION_OF[kind]}/data`]: (_: Date, query: URLSearchParams) => Response.json(seriesOf(kind, given, query))},
});

/** All collections answer with a status. */
export const answers = (status: number): Situation =>
  Object.fromEntries(Object.values(COLLECTION_OF).map(collection => [collection, () => new Response(null, {status})]));

/** Nothing ever comes. */
export const silence: Situation = Object.fromEntries(Object.values(COLLECTION_OF).map(collection =>
  [collection, () => new Promise<Response>(() => undefined)]));

/** The portal knows a page for signing in again; here it is the story's own. */
export const reconnecting = (kind: DeviceKind): Situation =>
  ({[`${COLLECTION_OF[kind]}/reconnect`]: () => Response.json({redirect_url: new URL('#podero-reconnect=ok:any', location.href).href})});

/** All is well once; then the browser has lost the network. */
export function lost(before: Situation): Situation {
  const asked = new Set<string>();
  return Object.fromEntries(Object.entries(before).map(([route, answer]) => [route, (at: Date, query: URLSearchParams) => {
    if (!asked.has(route)) {
      asked.add(route);
      return answer(at, query);
    }
    return cutOff();
  }]));
}

/** The browser has no network, as far as the one who asks can see. */
export const noNetwork: Situation = Object.fromEntries(Object.values(COLLECTION_OF).map(collection => [collection, cutOff]));

/** In a task of its own, and no longer than the one who asked looks: the other stories of a page have their network. */
async function cutOff(): Promise<Response> {
  await new Promise(done => setTimeout(done, 300));
  Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
  void (async () => {
    for (let turn = 0; turn < 50; turn += 1) await null;
    Reflect.deleteProperty(navigator, 'onLine');
  })();
  throw new TypeError('Failed to fetch');
}

const situations = new Map<string, Situation>();
const fetchFromNetwork = window.fetch.bind(window);

/** An address that answers so. Every story has its own, so that two on one docs page do not share their data. */
export function proxyFor(name: string, situation: Situation): string {
  const base = `/simulated/${name}`;
  situations.set(base, situation);
  window.fetch = (input, init) => answerOf(new URL(input instanceof Request ? input.url : input, location.href)) ?? fetchFromNetwork(input, init);
  return base;
}

function answerOf({pathname, searchParams}: URL): Promise<Response> | undefined {
  const base = [...situations.keys()].find(candidate => pathname.startsWith(`${candidate}/`));
  if (!base) return undefined;
  const [collection = '', id, part] = pathname.slice(base.length + 1).split('/');
  const situation = situations.get(base);
  if (part) return Promise.resolve(situation?.[`${collection}/${part}` as keyof Situation]?.(new Date(), searchParams) ?? new Response(null, {status: 404}));
  const answer = situation?.[collection as Collection] ?? (() => Response.json([]));
  return Promise.resolve(answer(new Date(), searchParams)).then(response => id && response.ok ? firstOf(response) : response);
}

/** The detail of the one device that the collection has. */
const firstOf = async (response: Response): Promise<Response> => Response.json(((await response.json()) as unknown[])[0]);
