import {DEVICE_KINDS, type DeviceKind} from '../../src/domain/device.js';
import {chance} from './home-time.js';

/** One device of a user: which one, where it stands, and what is special about it. Its readings come from its home. */
export interface SandboxDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly building: string;
  /** Number of its simulated home; devices of one home belong together. 0 is the reference home. */
  readonly home: number;
  /** From the beginning without a connection to the manufacturer, for so many days. */
  readonly silentDays?: number;
  /** Code of an action that waits for the customer. */
  readonly message?: string;
  /** Nobody has switched optimisation on. */
  readonly isNotOptimised?: true;
  /** Sends neither room nor hot-water temperature. */
  readonly hasNoSensor?: true;
}

/** What can be special about a device. */
export type Traits = Omit<SandboxDevice, 'id' | 'kind' | 'building' | 'home'>;

export type DeviceIds = Readonly<Record<DeviceKind, string>>;

/** A home with one device of each kind. */
export const wholeHome = (ids: DeviceIds, building: string, home: number, traits: Partial<Record<DeviceKind, Traits>> = {}): SandboxDevice[] =>
  DEVICE_KINDS.map(kind => ({id: ids[kind], kind, building, home, ...traits[kind]}));

export interface Estate {
  readonly building: string;
  readonly homes: number;
}

/** Homes numbered through all buildings, each with one device of each kind; every few devices one with something special. */
export function estate(buildings: readonly Estate[], firstHome: number): SandboxDevice[] {
  const addresses = buildings.flatMap(({building, homes}) => Array.from({length: homes}, () => building));
  return addresses.flatMap((building, n) => DEVICE_KINDS.map((kind, k) =>
    ({id: idOf(firstHome + n, k), kind, building, home: firstHome + n, ...SPECIAL[(3 * n + k) % SPECIAL_EVERY]})));
}

const SPECIAL_EVERY = 19;
const SPECIAL: Readonly<Record<number, Traits>> = {
  4: {isNotOptimised: true},
  8: {silentDays: 2},
  11: {message: 'information'},
  15: {hasNoSensor: true},
};

/** Looks like an id of the API, and is always the same. */
function idOf(home: number, kind: number): string {
  const hex = Array.from({length: 32}, (_, n) => Math.floor(16 * chance(n, 31 + kind, home)).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
