import {itemsOf} from '../api/pages.js';
import {COLLECTION_OF, type Collection} from '../api/routes.js';
import {DEVICE_KINDS, type DeviceKind} from '../domain/device.js';
import type {Ask} from './question.js';
import type {Answer} from './send.js';

export type Part = 'list' | 'detail' | 'savings' | 'data';

/** One read of the contract and what came. */
export interface Read {
  readonly kind: DeviceKind;
  readonly part: Part;
  /** How it is called in a sentence, without the device's id: `GET /heat-pumps/{id}`. */
  readonly name: string;
  readonly path: string;
  readonly answer: Answer;
}

/** A device to ask about. */
export interface Sample {
  readonly kind: DeviceKind;
  readonly collection: Collection;
  readonly id: string;
  /** As its own route sent it, else as the list did. */
  readonly device: Readonly<Record<string, unknown>>;
}

/** The collections, and of each kind the first device with what hangs on it. Rejects where nothing answers. */
export async function readRoutes(ask: Ask): Promise<{reads: readonly Read[]; samples: readonly Sample[]}> {
  const found = await Promise.all(DEVICE_KINDS.map(kind => readKind(ask, kind)));
  return {reads: found.flatMap(({reads}) => reads), samples: found.flatMap(({samples}) => samples)};
}

async function readKind(ask: Ask, kind: DeviceKind): Promise<{reads: Read[]; samples: Sample[]}> {
  const collection = COLLECTION_OF[kind];
  const list: Read = {kind, part: 'list', name: `GET /${collection}`, path: `/${collection}`, answer: await ask({path: `/${collection}`})};
  const listed = devicesIn(list.answer)[0];
  const id = listed && idOf(listed);
  if (!listed || !id) return {reads: [list], samples: []};
  const base = `/${collection}/${encodeURIComponent(id)}`;
  const read = async (part: Part, rest: string, headers = {}): Promise<Read> => ({
    kind, part, name: `GET /${collection}/{id}${rest.split('?')[0]}`, path: base + rest, answer: await ask({path: base + rest, headers}),
  });
  const {from, to} = lastWeek();
  const reads = await Promise.all([
    read('detail', ''),
    read('savings', `/savings?from=${from}&to=${to}&resolution=1DAY`),
    read('data', `/data?from_datetime=${from}&to_datetime=${to}&resolution=1HOUR&keywords=${KEYWORDS[kind]}`, {'fill-missing': 'true'}),
  ]);
  const detail = reads[0]?.answer.json;
  return {reads: [list, ...reads], samples: [{kind, collection, id, device: isObject(detail) && detail.id === id ? detail : listed}]};
}

const KEYWORDS: Readonly<Record<DeviceKind, string>> = {
  'heat-pump': 'estimated_consumption',
  'electric-vehicle': 'estimated_consumption',
  inverter: 'solar_production_w',
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = ({id}: Record<string, unknown>): string | undefined => (typeof id === 'string' && id !== '' ? id : undefined);

/** The objects of a collection's answer, bare or in an envelope; none where it is something else. */
export function devicesIn({status, text}: Answer): readonly Record<string, unknown>[] {
  try {
    return status === 200 ? itemsOf(text).items.filter(isObject) : [];
  } catch {
    return [];
  }
}

/** By which two answers are told apart: the ids in them, in order. */
export const idsIn = (answer: Answer): string => JSON.stringify(devicesIn(answer).map(({id}) => id));

/** Seven whole days of UTC. */
function lastWeek(): {from: string; to: string} {
  const day = 86_400_000;
  const today = Math.floor(Date.now() / day) * day;
  const [from, to] = [today - 7 * day, today].map(at => new Date(at).toISOString()) as [string, string];
  return {from, to};
}

/** JSON, whatever is in it; a login page is no answer. */
export const isRead = ({status, json}: Answer): boolean => status === 200 && json !== undefined;

/** What is not there: a route that this proxy does not offer. */
export const isNotOffered = ({status}: Answer): boolean => [404, 405, 501].includes(status);

/** The first read of a device's list or detail; to be asked for only where there is a device. */
export function readOf({reads, samples}: {reads: readonly Read[]; samples: readonly Sample[]}, part: Part): Read {
  const found = reads.find(read => read.part === part && read.kind === samples[0]?.kind);
  if (!found) throw new Error('there is no such device');
  return found;
}

export const kindOf = (collection: unknown): DeviceKind | undefined => DEVICE_KINDS.find(kind => COLLECTION_OF[kind] === collection);
