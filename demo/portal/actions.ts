/**
 * What the panel can do, by name: the only things that `POST /demo` takes. Devices, failures and the generation are those of
 * the customer who is signed in, the network and the session are this visitor's, and time is everybody's.
 */
import {atSpeed, describedBy, disconnected, failing, haveSameNames, reporting, setting, until, type Action} from './action.js';
import {HOUR_MS} from '../sandbox/home-time.js';

/** Written as the clocks of people, not as the simulation's: `shown-time.ts` leaves it as it is. */
const threeHoursAgo = (): string => new Date(Date.now() - 3 * HOUR_MS).toISOString().replace('Z', '+00:00');

const AWAY = {is_plugged_in: false, is_charging: false, is_fully_charged: false, charge_rate_w: 0};
const CHARGING = {is_plugged_in: true, is_charging: true, is_fully_charged: false, charge_rate_w: 7360};
const MESSAGE = {action_needed: true, actions: [{code: 'information'}]};

/** In their order on the page. */
export const GROUPS = {
  devices: {
    'disconnect': disconnected,
    'silence': {...reporting('heat-pump', () => ({current_state_last_updated_at: threeHoursAgo()}), haveSameNames), isAnewAfter: true},
    'charge': reporting('electric-vehicle', () => CHARGING),
    'unplug': reporting('electric-vehicle', () => AWAY),
    'message': reporting('inverter', () => MESSAGE),
  },
  time: {
    'hour': {does: () => ({sandbox: {clock: {advanceMs: HOUR_MS}}})},
    'morning': until(7),
    'noon': until(12),
    'evening': until(19),
    'speed-1': atSpeed(1),
    'speed-60': atSpeed(60),
    'speed-600': atSpeed(600),
    'stop': {
      does: () => ({sandbox: {clock: 'stop'}}),
      undoes: () => ({sandbox: {clock: 'resume'}}),
      isOn: ({sandbox}) => sandbox.isStopped,
    },
  },
  network: {
    'cut': setting({proxy: 'cut'}, {proxy: 'open'}),
    'upstream': failing({status: 502}),
    'partial': failing({collection: 'inverters', status: 502}),
    'slow': failing({delayMs: 2500}),
    // Short, since nothing that the page does shortens the break that the widgets were asked for.
    'limit': failing({status: 429, headers: {'retry-after': '6'}}),
    'expire': setting({proxy: 'expired'}, {proxy: 'open'}),
  },
  api: {
    'older': describedBy('G1'),
    'newer': describedBy('G2'),
  },
  page: {
    'english': setting({lang: 'en'}),
    'german': setting({lang: 'de'}),
    'auto': setting({scheme: 'auto'}),
    'light': setting({scheme: 'light'}),
    'dark': setting({scheme: 'dark'}),
  },
  over: {
    'start-over': {does: () => ({sandbox: {reset: true}, session: {proxy: 'open'}}), isAnewAfter: true},
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Action>>>>;

export type GroupName = keyof typeof GROUPS;

type KeysOf<T> = T extends unknown ? keyof T : never;

export type ActionName = KeysOf<(typeof GROUPS)[GroupName]>;

export const ACTIONS = Object.assign({}, ...Object.values(GROUPS)) as Readonly<Record<ActionName, Action>>;

export const isAction = (name: unknown): name is ActionName => typeof name === 'string' && Object.hasOwn(ACTIONS, name);
