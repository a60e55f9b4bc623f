/** What the widgets show after each button of the portal's panel, in the order of the page. */
import type {ActionName} from '../../demo/portal/actions.js';
import {USERS} from '../../demo/sandbox/users.js';
import type {Read} from './read-page.js';

export interface Shown {
  /** Every word and number of the widgets. */
  readonly read: Read;
  readonly brightness: number;
  readonly isSystemDark: boolean;
}

type Check = (now: Shown, before: Shown) => boolean;

interface Expected {
  readonly after: Check;
  /** When it is pressed again. */
  readonly undone?: Check;
}

const {'heat-pump': PUMP, 'electric-vehicle': CAR, 'inverter': ROOF} = USERS.anna.devices!;

const says = (name: string, words: RegExp): Check => ({read}) => words.test(read[name] ?? '');
const not = (check: Check): Check => (...shown) => !check(...shown);
const all = (...checks: readonly Check[]): Check => (...shown) => checks.every(check => check(...shown));

const head = (words: RegExp) => says('list head', words);
const isWell = head(/3 devices\./);
const lastOf = (name: string, words: RegExp) => all(says(`${name} footer`, words), says(`alone ${PUMP} title`, /Nibe/));

/** Ages aside, all that can be read of a device. */
const valuesOf = ({read}: Shown, id: string) =>
  JSON.stringify(Object.entries(read).filter(([name]) => name.startsWith(id) && !name.endsWith('footer')));
const isNew = (id: string): Check => (now, before) => valuesOf(now, id) !== valuesOf(before, id);
const isKept = (id: string): Check => (now, before) => valuesOf(now, id) === valuesOf(before, id);

/** The roof's power in W. */
const solarW = ({read}: Shown): number => {
  const [, number, unit] = /([\d.,]+) (k?W)/.exec(read[`${ROOF} solar`] ?? '') ?? [];
  return Number(number?.replace(',', '.')) * (unit === 'kW' ? 1000 : 1);
};

/** Which of a device's rows there are tells the generation of the API. */
const isOlder = all(says(`${PUMP} totals`, /./), not(says(`${PUMP} flow`, /./)));
const isNewer = all(not(says(`${PUMP} totals`, /./)), says(`${PUMP} flow`, /./));

const all3 = (words: RegExp) => all(head(words), says(`alone ${PUMP} footer`, words), says('chart words', words));

export const EXPECTED: Readonly<Record<ActionName, Expected>> = {
  'disconnect': {
    after: all(says(`${PUMP} status`, /Disconnected/), lastOf(PUMP, /Disconnected.*Reconnect/), head(/1 of 3 devices needs you/)),
    undone: all(says(`${PUMP} status`, /Connected/), isWell),
  },
  'silence': {after: lastOf(PUMP, /No recent update/), undone: not(lastOf(PUMP, /No recent update/))},
  'charge': {after: all(says(`${CAR} activity`, /^Charging$/), says(`${CAR} power`, /7\.4 kW/)), undone: not(says(`${CAR} power`, /7\.4 kW/))},
  'unplug': {after: says(`${CAR} activity`, /^Unplugged$/), undone: not(says(`${CAR} activity`, /^Unplugged$/))},
  'message': {
    after: all(lastOf(ROOF, /Message waiting/), head(/1 of 3 devices needs you/)),
    undone: all(not(lastOf(ROOF, /Message waiting/)), isWell),
  },
  // A stamp that is not believed would be told in words.
  'hour': {after: all(isNew(PUMP), isNew(ROOF), says(`${ROOF} footer`, /^$/))},
  'morning': {after: (now, before) => solarW(now) < solarW(before)},
  'noon': {after: now => solarW(now) > 1_000},
  'evening': {after: all(says(`${CAR} activity`, /^Plugged in/), (now, before) => solarW(now) < solarW(before))},
  'speed-1': {after: isWell},
  'speed-60': {after: isWell},
  'speed-600': {after: isNew(ROOF)},
  'stop': {after: isWell, undone: isNew(ROOF)},
  'cut': {after: all(all3(/Portal unreachable/), isKept(CAR)), undone: all(isWell, not(all3(/Portal unreachable/)))},
  'upstream': {after: all(all3(/Provider not answering/), isKept(CAR)), undone: all(isWell, not(all3(/Provider not answering/)))},
  'partial': {after: all(head(/Not loaded: inverters/), says(`${PUMP} title`, /Nibe/), says(`${ROOF} title`, /Fronius/)), undone: isWell},
  'slow': {after: all(isWell, isKept(CAR)), undone: isWell},
  'limit': {after: all(head(/Again at/), says(`${PUMP} title`, /Nibe/)), undone: all(isWell, not(head(/Again at/)))},
  'expire': {after: all(says('unread', /You are signed out/), not(says(`${PUMP} title`, /./))), undone: all(isWell, says(`${PUMP} title`, /Nibe/))},
  'older': {after: isOlder},
  'newer': {after: isNewer},
  'english': {after: says(`${PUMP} subtitle`, /^Heat pump$/)},
  'german': {after: all(says(`${PUMP} subtitle`, /^Wärmepumpe$/), says(`${PUMP} indoor`, /Innen \| \d+,\d °C/), head(/3 Geräte/))},
  'auto': {after: now => now.brightness > 0.5 !== now.isSystemDark},
  'light': {after: now => now.brightness > 0.9},
  'dark': {after: now => now.brightness < 0.3},
  'start-over': {after: isOlder},
};
