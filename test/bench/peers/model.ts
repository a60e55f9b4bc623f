/**
 * What both peers know of a device: `checkDevice` verifies one device's JSON by hand and copies it to a flat, typed object, `cardOf`
 * says what its card shows. Instants are epoch milliseconds, so that devices can be compared as plain data.
 */
import type {Quantity} from './formats.js';
import {absolute, age, compareNames, duration, energy, inSentence, isoMinute, MISSING, moment, percent, plain, power, range, since, temperature} from './formats.js';
import type {IconName} from './icons.js';
import type {Word} from './words.js';
import {withValue, WORDS} from './words.js';

export const KINDS = ['heat-pump', 'electric-vehicle', 'inverter'] as const;
export type DeviceKind = (typeof KINDS)[number];
export const COLLECTIONS: Readonly<Record<DeviceKind, string>> = {
  'heat-pump': 'heat-pumps', 'electric-vehicle': 'electric-vehicles', 'inverter': 'inverters',
};

interface Totals {
  readonly day: number | undefined;
  readonly week: number | undefined;
  readonly month: number | undefined;
  readonly at: number | undefined;
}

interface Common {
  readonly id: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly building: string | undefined;
  readonly generation: 'G1' | 'G2' | 'unknown';
  readonly connection: 'connected' | 'disconnected' | 'unknown';
  readonly optimisation: 'active' | 'inactive' | 'unavailable' | 'unknown';
  readonly mode: string | undefined;
  readonly needsReconnect: boolean;
  readonly reconnectUrl: string | undefined;
  readonly hasMessage: boolean;
  readonly stateAt: number | undefined;
  readonly unreadable: readonly string[];
}

export interface HeatPump extends Common {
  readonly kind: 'heat-pump';
  readonly operation: string | undefined;
  readonly powerW: number | undefined;
  readonly indoorC: number | undefined;
  readonly indoorTargetC: number | undefined;
  readonly outdoorC: number | undefined;
  readonly hotWaterC: number | undefined;
  readonly flowC: number | undefined;
  readonly returnC: number | undefined;
  readonly totals: Totals | undefined;
}

export interface ElectricVehicle extends Common {
  readonly kind: 'electric-vehicle';
  readonly isPluggedIn: boolean | undefined;
  readonly isCharging: boolean | undefined;
  readonly isFull: boolean | undefined;
  readonly chargingPowerW: number | undefined;
  readonly levelPercent: number | undefined;
  readonly targetPercent: number | undefined;
  readonly limitPercent: number | undefined;
  readonly rangeKm: number | undefined;
  readonly remainingS: number | undefined;
  readonly hasDeadline: boolean | undefined;
  /** `HH:MM`, or an instant. */
  readonly readyBy: string | number | undefined;
  readonly totals: Totals | undefined;
}

export interface Battery {
  readonly levelPercent: number | undefined;
  readonly watts: number | undefined;
  readonly direction: 'charging' | 'discharging' | 'idle' | 'unknown';
}

export interface Inverter extends Common {
  readonly kind: 'inverter';
  readonly productionW: number | undefined;
  readonly householdW: number | undefined;
  readonly surplusW: number | undefined;
  readonly battery: Battery | undefined;
  readonly gridExportW: number | undefined;
  /** The API does not send it: it follows from the balance of the household. */
  readonly isGridDerived: boolean;
  readonly totals: Totals | undefined;
}

export type Device = HeatPump | ElectricVehicle | Inverter;

export const keyOf = ({kind, id}: Device): string => `${kind}:${id}`;

type Sent = Readonly<Record<string, unknown>>;

const ID = /^(?!\.\.?$)[^\ud800-\udfff]+$/u;
const DECIMAL = /^\s*-?\d+(\.\d+)?\s*$/;
const INSTANT = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
const WITH_ZONE = /\dT.*(Z|[+-]\d\d:?\d\d)$/i;
const DEADLINE = /^(\d\d:\d\d(:\d\d)?|\d{4}-\d\d-\d\dT.+)$/;
const FUTURE_TOLERANCE_MS = 5 * 60_000;

function textIn(value: unknown, field: string, unreadable: string[]): string | undefined {
  if (typeof value === 'string') return value;
  if (value != null) unreadable.push(field);
  return undefined;
}

function flagIn(value: unknown, field: string, unreadable: string[]): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value != null) unreadable.push(field);
  return undefined;
}

/** `"21.50"` counts as the number it spells; −0 is 0. */
function numberIn(value: unknown, field: string, unreadable: string[]): number | undefined {
  if (value == null) return undefined;
  const amount = typeof value === 'number' ? value : typeof value === 'string' && DECIMAL.test(value) ? Number(value) : NaN;
  if (Math.abs(amount) < 1e9) return amount || 0;
  unreadable.push(field);
  return undefined;
}

function percentIn(value: unknown, field: string, unreadable: string[]): number | undefined {
  const amount = numberIn(value, field, unreadable);
  if (amount === undefined || (amount >= 0 && amount <= 100)) return amount;
  unreadable.push(field);
  return undefined;
}

/** As it has to be written for a browser to understand it. */
function inIso(stamp: string): string {
  const iso = stamp.toUpperCase().replace(' ', 'T');
  return !iso.includes('T') || WITH_ZONE.test(iso) ? iso : `${iso}Z`;
}

/** Without a zone it is UTC; year 1 is "never"; what lies in the future is not believed. */
function instantOf(stamp: string, latest: number): number | undefined {
  if (stamp.startsWith('0001-')) return undefined;
  const at = Date.parse(stamp.length > 10 && stamp[10] === 'T' && stamp.endsWith('Z') ? stamp : inIso(stamp));
  return at <= latest ? at : undefined;
}

function instantIn(value: unknown, field: string, unreadable: string[], now: number): number | undefined {
  if (typeof value === 'string' && INSTANT.test(value)) return instantOf(value, now + FUTURE_TOLERANCE_MS);
  if (value != null) unreadable.push(field);
  return undefined;
}

/** `07:00`, whose zone nobody knows, or an instant. */
function deadlineIn(value: unknown, field: string, unreadable: string[]): string | number | undefined {
  if (typeof value !== 'string' || !DEADLINE.test(value)) {
    if (value != null) unreadable.push(field);
    return undefined;
  }
  return value[2] === ':' ? value.slice(0, 5) : instantOf(value, Infinity);
}

const G1_MARKS = [
  'authorization_url', 'operational_mode', 'dhw_actual_temperature', 'charge_state_last_updated_at', 'charge_state_last_updated',
  'charge_time_remaining', 'charge_limit_max', 'battery_connected', 'consumption_last_day_kwh', 'consumption_last_week_kwh',
  'consumption_last_month_kwh', 'production_last_day_kwh', 'production_last_week_kwh', 'production_last_month_kwh',
];
const G2_MARKS = [
  'action_needed', 'actions', 'current_mode', 'optimization_level', 'indoor_target_temperature', 'inlet_temperature',
  'outlet_temperature', 'is_charge_policy_enabled', 'minimum_charge_limit', 'charge_deadline_at', 'charge_target_max',
  'boost_state', 'current_power_to_grid_w', 'is_battery_connected',
];

/** A field counts that was sent, even as null. */
function hasAny(sent: Sent, fields: readonly string[]): boolean {
  for (const field of fields) if (field in sent) return true;
  return false;
}

function generationOf(sent: Sent): Common['generation'] {
  const isFirst = hasAny(sent, G1_MARKS);
  return isFirst === hasAny(sent, G2_MARKS) ? 'unknown' : isFirst ? 'G1' : 'G2';
}

const isObject = (value: unknown): value is Sent => typeof value === 'object' && value !== null && !Array.isArray(value);

/** https, or the page's own origin. */
function usableLink(link: string | undefined): string | undefined {
  if (!link) return undefined;
  try {
    const {href, protocol, origin, username, password} = new URL(link);
    const isUsable = !username && !password && (protocol === 'https:' || (protocol === 'http:' && origin === globalThis.location?.origin));
    return isUsable ? href : undefined;
  } catch {
    return undefined;
  }
}

function codesIn(actions: unknown, unreadable: string[]): (string | undefined)[] | undefined {
  if (Array.isArray(actions)) {
    return (actions as unknown[]).flatMap(action => {
      if (isObject(action)) return [textIn(action['code'], 'actions', unreadable)];
      unreadable.push('actions');
      return [];
    });
  }
  if (actions != null) unreadable.push('actions');
  return undefined;
}

function modelIn(sent: unknown, unreadable: string[]): {manufacturer: string; model: string} {
  if (!isObject(sent)) {
    if (sent != null) unreadable.push('device_model');
    return {manufacturer: '', model: ''};
  }
  return {
    manufacturer: textIn(sent['manufacturer'], 'device_model', unreadable)?.trim() ?? '',
    model: textIn(sent['model'], 'device_model', unreadable)?.trim() ?? '',
  };
}

function optimisationOf(isActive: boolean | undefined, isDisconnected: boolean): Common['optimisation'] {
  if (isDisconnected) return 'unavailable';
  return isActive === undefined ? 'unknown' : isActive ? 'active' : 'inactive';
}

function commonOf(sent: Sent, id: string, stateAt: number | undefined, unreadable: string[], now: number): Common {
  const authenticated = flagIn(sent['is_authenticated'], 'is_authenticated', unreadable);
  const isDisconnected = authenticated === false;
  const link = textIn(sent['authorization_url'], 'authorization_url', unreadable);
  const flagged = flagIn(sent['action_needed'], 'action_needed', unreadable);
  const codes = codesIn(sent['actions'], unreadable);
  const needsReconnect = isDisconnected || !!link || !!codes?.includes('reauthenticate');
  const {manufacturer, model} = modelIn(sent['device_model'], unreadable);
  instantIn(sent['updated_at'], 'updated_at', unreadable, now);
  return {
    id, manufacturer, model, needsReconnect, stateAt, unreadable,
    building: textIn(sent['building'], 'building', unreadable),
    generation: generationOf(sent),
    connection: authenticated === undefined ? 'unknown' : authenticated ? 'connected' : 'disconnected',
    optimisation: optimisationOf(flagIn(sent['is_smart_optimization_active'], 'is_smart_optimization_active', unreadable), isDisconnected),
    mode: textIn(sent['current_mode'], 'current_mode', unreadable),
    reconnectUrl: needsReconnect ? usableLink(link) : undefined,
    hasMessage: codes ? codes.some(code => code !== 'reauthenticate') : flagged === true && !needsReconnect,
  };
}

function stateAtOf(sent: Sent, hasChargeState: boolean, unreadable: string[], now: number): number | undefined {
  const own = instantIn(sent['current_state_last_updated_at'], 'current_state_last_updated_at', unreadable, now);
  if (!hasChargeState) return own;
  const second = instantIn(sent['charge_state_last_updated_at'], 'charge_state_last_updated_at', unreadable, now);
  const third = instantIn(sent['charge_state_last_updated'], 'charge_state_last_updated', unreadable, now);
  return own ?? second ?? third;
}

const totalsOf = (day: number | undefined, week: number | undefined, month: number | undefined, at: number | undefined): Totals | undefined =>
  day === undefined && week === undefined && month === undefined ? undefined : {day, week, month, at};

function consumptionOf(sent: Sent, unreadable: string[], now: number): Totals | undefined {
  const at = instantIn(sent['consumption_last_updated_at'], 'consumption_last_updated_at', unreadable, now);
  const alsoAt = instantIn(sent['consumption_last_updated_utc'], 'consumption_last_updated_utc', unreadable, now);
  return totalsOf(
    numberIn(sent['consumption_last_day_kwh'], 'consumption_last_day_kwh', unreadable),
    numberIn(sent['consumption_last_week_kwh'], 'consumption_last_week_kwh', unreadable),
    numberIn(sent['consumption_last_month_kwh'], 'consumption_last_month_kwh', unreadable),
    at ?? alsoAt,
  );
}

function heatPumpOf(sent: Sent, id: string, unreadable: string[], now: number): HeatPump {
  textIn(sent['optimization_level'], 'optimization_level', unreadable);
  const hotWaterC = numberIn(sent['dhw_temperature'], 'dhw_temperature', unreadable);
  const actualHotWaterC = numberIn(sent['dhw_actual_temperature'], 'dhw_actual_temperature', unreadable);
  const common = commonOf(sent, id, stateAtOf(sent, false, unreadable, now), unreadable, now);
  return {
    kind: 'heat-pump',
    id,
    manufacturer: common.manufacturer,
    model: common.model,
    building: common.building,
    generation: common.generation,
    connection: common.connection,
    optimisation: common.optimisation,
    mode: common.mode,
    needsReconnect: common.needsReconnect,
    reconnectUrl: common.reconnectUrl,
    hasMessage: common.hasMessage,
    stateAt: common.stateAt,
    unreadable,
    operation: textIn(sent['operational_mode'], 'operational_mode', unreadable)?.trim() || undefined,
    powerW: numberIn(sent['current_power_consumption_w'], 'current_power_consumption_w', unreadable),
    indoorC: numberIn(sent['indoor_actual_temperature'], 'indoor_actual_temperature', unreadable),
    indoorTargetC: numberIn(sent['indoor_target_temperature'], 'indoor_target_temperature', unreadable),
    outdoorC: numberIn(sent['outdoor_temperature'], 'outdoor_temperature', unreadable),
    hotWaterC: hotWaterC ?? actualHotWaterC,
    flowC: numberIn(sent['outlet_temperature'], 'outlet_temperature', unreadable),
    returnC: numberIn(sent['inlet_temperature'], 'inlet_temperature', unreadable),
    totals: consumptionOf(sent, unreadable, now),
  };
}

function vehicleOf(sent: Sent, id: string, unreadable: string[], now: number): ElectricVehicle {
  textIn(sent['boost_state'], 'boost_state', unreadable);
  flagIn(sent['boost_for_next_session'], 'boost_for_next_session', unreadable);
  const isPluggedIn = flagIn(sent['is_plugged_in'], 'is_plugged_in', unreadable);
  const isCharging = flagIn(sent['is_charging'], 'is_charging', unreadable);
  const remainingS = numberIn(sent['charge_time_remaining'], 'charge_time_remaining', unreadable);
  const hasDeadline = flagIn(sent['is_charge_policy_enabled'], 'is_charge_policy_enabled', unreadable);
  const deadline = deadlineIn(sent['charge_deadline_at'], 'charge_deadline_at', unreadable);
  const limitPercent = percentIn(sent['charge_target_max'], 'charge_target_max', unreadable);
  const alsoLimitPercent = percentIn(sent['charge_limit_max'], 'charge_limit_max', unreadable);
  const common = commonOf(sent, id, stateAtOf(sent, true, unreadable, now), unreadable, now);
  return {
    kind: 'electric-vehicle',
    id,
    manufacturer: common.manufacturer,
    model: common.model,
    building: common.building,
    generation: common.generation,
    connection: common.connection,
    optimisation: common.optimisation,
    mode: common.mode,
    needsReconnect: common.needsReconnect,
    reconnectUrl: common.reconnectUrl,
    hasMessage: common.hasMessage,
    stateAt: common.stateAt,
    unreadable,
    isPluggedIn,
    isCharging,
    isFull: flagIn(sent['is_fully_charged'], 'is_fully_charged', unreadable),
    chargingPowerW: numberIn(sent['charge_rate_w'], 'charge_rate_w', unreadable),
    levelPercent: percentIn(sent['battery_level'], 'battery_level', unreadable),
    targetPercent: percentIn(sent['minimum_charge_limit'], 'minimum_charge_limit', unreadable),
    limitPercent: limitPercent ?? alsoLimitPercent,
    rangeKm: numberIn(sent['driving_range'], 'driving_range', unreadable),
    remainingS: isPluggedIn !== false && isCharging && remainingS !== undefined && remainingS >= 0 ? remainingS : undefined,
    hasDeadline,
    readyBy: hasDeadline === false ? undefined : deadline,
    totals: consumptionOf(sent, unreadable, now),
  };
}

/** Fields that tell which sign a charging battery has. */
const CHARGING_POSITIVE_MARKS = [
  'charge_state_last_updated', 'battery_connected',
  'production_last_day_kwh', 'production_last_week_kwh', 'production_last_month_kwh', 'production_last_updated_utc',
];
const DISCHARGING_POSITIVE_MARKS = ['current_power_to_grid_w', 'is_battery_connected'];

/** Of an inverter, what its flows are made out from. */
interface Flows {
  readonly productionW: number | undefined;
  readonly householdW: number | undefined;
  readonly sentGridW: number | undefined;
  readonly batteryW: number | undefined;
}

/** 1 where a positive power charges the battery, −1 where it discharges it, 0 where nobody knows. */
function chargingSignOf(sent: Sent, flows: Flows): number {
  const isFirst = hasAny(sent, CHARGING_POSITIVE_MARKS);
  const isSecond = hasAny(sent, DISCHARGING_POSITIVE_MARKS);
  return isFirst && isSecond ? signByBalance(flows) : isFirst ? 1 : isSecond ? -1 : 0;
}

function signByBalance({productionW, householdW, sentGridW, batteryW}: Flows): number {
  if (productionW === undefined || householdW === undefined || sentGridW === undefined || batteryW === undefined) return 0;
  const tolerance = Math.max(50, 0.05 * Math.max(Math.abs(productionW), Math.abs(householdW), Math.abs(sentGridW), Math.abs(batteryW)));
  const holds = (dischargeW: number) => Math.abs(productionW + dischargeW - householdW - sentGridW) <= tolerance;
  if (holds(batteryW) === holds(-batteryW)) return 0;
  return holds(batteryW) ? -1 : 1;
}

function directionOf(batteryW: number | undefined, sign: number): Battery['direction'] {
  if (batteryW === 0) return 'idle';
  if (!sign || batteryW === undefined) return 'unknown';
  return batteryW * sign > 0 ? 'charging' : 'discharging';
}

/** As sent, else by the balance of the household. */
function gridExportOf({productionW, householdW, sentGridW, batteryW}: Flows, hasBattery: boolean, sign: number): number | undefined {
  if (sentGridW !== undefined) return sentGridW;
  if (productionW === undefined || householdW === undefined) return undefined;
  if (hasBattery ? batteryW === undefined || (batteryW !== 0 && !sign) : batteryW) return undefined;
  return productionW - householdW - (hasBattery ? (batteryW ?? 0) * sign : 0);
}

function inverterOf(sent: Sent, id: string, unreadable: string[], now: number): Inverter {
  const flows: Flows = {
    productionW: numberIn(sent['current_solar_production_w'], 'current_solar_production_w', unreadable),
    householdW: numberIn(sent['household_consumption_w'], 'household_consumption_w', unreadable),
    sentGridW: numberIn(sent['current_power_to_grid_w'], 'current_power_to_grid_w', unreadable),
    batteryW: numberIn(sent['battery_charge_discharge_power_w'], 'battery_charge_discharge_power_w', unreadable),
  };
  const {productionW, householdW, sentGridW, batteryW} = flows;
  const levelPercent = percentIn(sent['battery_charge_level_percent'], 'battery_charge_level_percent', unreadable);
  const isBatteryConnected = flagIn(sent['is_battery_connected'], 'is_battery_connected', unreadable);
  const isBatteryThere = flagIn(sent['battery_connected'], 'battery_connected', unreadable);
  const hasBattery = isBatteryConnected ?? isBatteryThere ?? (levelPercent ?? 0) > 0;
  const sign = chargingSignOf(sent, flows);
  const common = commonOf(sent, id, stateAtOf(sent, true, unreadable, now), unreadable, now);
  return {
    kind: 'inverter',
    id,
    manufacturer: common.manufacturer,
    model: common.model,
    building: common.building,
    generation: common.generation,
    connection: common.connection,
    optimisation: common.optimisation,
    mode: common.mode,
    needsReconnect: common.needsReconnect,
    reconnectUrl: common.reconnectUrl,
    hasMessage: common.hasMessage,
    stateAt: common.stateAt,
    unreadable,
    productionW,
    householdW,
    surplusW: numberIn(sent['solar_surplus_w'], 'solar_surplus_w', unreadable),
    battery: hasBattery ? {levelPercent, watts: batteryW === undefined ? undefined : Math.abs(batteryW), direction: directionOf(batteryW, sign)} : undefined,
    gridExportW: gridExportOf(flows, hasBattery, sign),
    isGridDerived: sentGridW === undefined,
    totals: totalsOf(
      numberIn(sent['production_last_day_kwh'], 'production_last_day_kwh', unreadable),
      numberIn(sent['production_last_week_kwh'], 'production_last_week_kwh', unreadable),
      numberIn(sent['production_last_month_kwh'], 'production_last_month_kwh', unreadable),
      instantIn(sent['production_last_updated_utc'], 'production_last_updated_utc', unreadable, now),
    ),
  };
}

const CHECKS: Readonly<Record<DeviceKind, (sent: Sent, id: string, unreadable: string[], now: number) => Device>> = {
  'heat-pump': heatPumpOf, 'electric-vehicle': vehicleOf, 'inverter': inverterOf,
};

/** One device's JSON, verified field by field; a field of another type is missing. `undefined` where there is no usable id. */
export function checkDevice(kind: DeviceKind, json: unknown): Device | undefined {
  if (!isObject(json)) return undefined;
  const {id} = json;
  return typeof id === 'string' && ID.test(id) ? CHECKS[kind](json, id, [], Date.now()) : undefined;
}

/** A whole answer of a collection. */
export function checkDevices(kind: DeviceKind, json: unknown): readonly Device[] {
  if (!Array.isArray(json)) throw new TypeError('The answer is not a list of devices.');
  return (json as unknown[]).flatMap(item => checkDevice(kind, item) ?? []);
}

// What a card shows.

/** A time within a sentence. */
export interface Stamp {
  readonly datetime: string;
  readonly title: string;
  readonly words: string;
}

/** A sentence in pieces: words, a maker's name, a time. */
export type Piece = {readonly text: string} | {readonly maker: string} | {readonly time: Stamp};

export type ReadingKey = 'indoor' | 'indoor-target' | 'hot-water' | 'outdoor' | 'power' | 'flow' | 'return' | 'level' | 'ready-by'
  | 'time-to-target' | 'range' | 'target' | 'limit' | 'solar' | 'home' | 'grid' | 'surplus' | 'battery' | 'last-day' | 'last-week' | 'last-month';

export interface Reading extends Quantity {
  readonly key: ReadingKey;
  readonly label: string;
}

/** A line along which energy flows. */
export interface Pipe {
  readonly weight: number;
  readonly way: 'forth' | 'back' | undefined;
}

export interface FlowNode extends Reading {
  readonly icon: IconName;
  readonly isLive: boolean;
  readonly note: string | undefined;
  readonly pipe: Pipe | undefined;
  readonly down: Pipe | undefined;
}

export interface BatteryReading extends Reading {
  readonly note: string | undefined;
  readonly also: Quantity;
  readonly isLive: boolean;
  /** Of the level in the picture. */
  readonly width: string;
}

export interface Arc {
  readonly name: 'track' | 'beyond' | 'planned' | 'edge' | 'level';
  readonly dasharray: string;
  readonly dashoffset: string;
}

export interface Status {
  readonly tone: 'ok' | 'on' | 'bad' | 'off';
  readonly icon: IconName;
  /** Before the word, not bold. */
  readonly lead: string;
  readonly word: string;
}

export interface Foot {
  readonly notice: 'notice-reconnect' | 'notice-stale' | 'message' | undefined;
  readonly tone: 'warn' | 'bad' | undefined;
  readonly icon: IconName;
  readonly title: string | undefined;
  /** Absent where the time is not known. */
  readonly updated: Stamp | undefined;
  readonly action: 'link' | 'button' | undefined;
  readonly href: string | undefined;
}

export interface Card {
  readonly kind: DeviceKind;
  readonly name: string;
  readonly subtitle: string | undefined;
  readonly needsUser: boolean;
  readonly isPast: boolean;
  readonly connection: Status;
  readonly optimisation: Status;
  readonly doing: string;
  readonly reason: readonly Piece[];
  readonly hero: readonly Reading[];
  readonly level: Reading | undefined;
  readonly arcs: readonly Arc[];
  readonly goal: {readonly x: string; readonly y: string} | undefined;
  readonly rows: readonly Reading[];
  readonly cells: readonly Reading[];
  readonly nodes: readonly FlowNode[];
  readonly surplus: Reading | undefined;
  readonly battery: BatteryReading | undefined;
  readonly totals: {readonly title: string; readonly at: Stamp | undefined; readonly cells: readonly Reading[]} | undefined;
  readonly foot: Foot;
}

/** A state older than this is worth a notice. */
const STALE_AFTER_MS = 86_400_000;
const IDLE_BELOW_W = 10;

const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

function clean(sent: string, longest = 200): string {
  const text = sent.replace(CONTROLS, ' ').trim();
  return text.length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;
}

export function nameOf({manufacturer, model, kind}: Device): string {
  const isRepeated = model.toLowerCase().startsWith(manufacturer.toLowerCase());
  return clean(isRepeated ? model : `${manufacturer} ${model}`) || WORDS[kind];
}

export const needsUser = ({needsReconnect, hasMessage}: Device): boolean => needsReconnect || hasMessage;

/** A parked vehicle has nothing new to say. */
export function isOld(device: Device, now: number): boolean {
  if (device.stateAt === undefined || now - device.stateAt <= STALE_AFTER_MS) return false;
  return device.kind !== 'electric-vehicle' || device.connection === 'disconnected' || !!device.isPluggedIn;
}

const HEAT_PUMP_ACTIVITIES: ReadonlyMap<string, Activity> = new Map<string, Activity>([
  ['heating', 'heating'], ['space heating', 'heating'], ['hot water', 'hot-water'], ['dhw', 'hot-water'], ['cooling', 'cooling'],
  ['pool heating', 'pool-heating'], ['standby', 'standby'], ['off', 'off'],
]);

type Activity = 'not-known' | 'heating' | 'hot-water' | 'cooling' | 'pool-heating' | 'standby' | 'off' | 'as-sent' | 'drawing'
  | 'unplugged' | 'waiting' | 'full' | 'charging' | 'feeding-grid' | 'drawing-from-grid' | 'self-sufficient' | 'producing' | 'not-producing';

function heatPumpActivity({operation, powerW}: HeatPump): Activity {
  if (operation === undefined) return powerW === undefined ? 'not-known' : 'drawing';
  return HEAT_PUMP_ACTIVITIES.get(operation.toLowerCase().replace(/[\s_-]+/g, ' ').trim()) ?? 'as-sent';
}

function vehicleActivity({isPluggedIn, isCharging, isFull}: ElectricVehicle): Activity {
  if (isPluggedIn === undefined) return 'not-known';
  if (!isPluggedIn) return 'unplugged';
  if (isCharging === undefined) return 'not-known';
  return isCharging ? 'charging' : isFull ? 'full' : 'waiting';
}

function inverterActivity({gridExportW, productionW}: Inverter): Activity {
  if (gridExportW !== undefined) {
    if (gridExportW >= IDLE_BELOW_W) return 'feeding-grid';
    return gridExportW <= -IDLE_BELOW_W ? 'drawing-from-grid' : 'self-sufficient';
  }
  return productionW === undefined ? 'not-known' : productionW >= IDLE_BELOW_W ? 'producing' : 'not-producing';
}

function activityOf(device: Device): Activity {
  if (device.connection === 'disconnected') return 'not-known';
  switch (device.kind) {
    case 'heat-pump': return heatPumpActivity(device);
    case 'electric-vehicle': return vehicleActivity(device);
    case 'inverter': return inverterActivity(device);
  }
}

function statementOf(device: Device, activity: Activity): string {
  if (activity === 'not-known') return WORDS['activity-not-known'];
  if (device.kind === 'heat-pump') {
    if (activity === 'as-sent') return clean(device.operation ?? '');
    if (activity === 'drawing') return withValue('drawing', inSentence(power(device.powerW)));
  }
  return WORDS[activity as Word];
}

function vehicleReason(device: ElectricVehicle, activity: Activity, now: number): string {
  const {optimisation, remainingS, levelPercent, targetPercent, limitPercent} = device;
  const goal = targetPercent ?? limitPercent;
  if (activity === 'full') return WORDS['reason-full'];
  if (activity === 'charging') {
    if (remainingS !== undefined) return withValue('reason-charging', inSentence(duration(remainingS)));
    return goal === undefined ? '' : withValue('reason-charging-to', inSentence(percent(goal)));
  }
  if (optimisation !== 'active') return '';
  if (activity === 'unplugged') return WORDS['reason-unplugged'];
  if (levelPercent === undefined || goal === undefined || levelPercent >= goal) return '';
  const deadline = deadlineOf(device, now);
  return deadline === undefined ? WORDS['reason-waiting'] : withValue('reason-waiting-until', deadline);
}

function inverterReason({productionW, householdW, gridExportW, battery}: Inverter): string {
  if (productionW === undefined || householdW === undefined || gridExportW === undefined) return '';
  const spareW = productionW - householdW;
  if (Math.abs(gridExportW) < IDLE_BELOW_W) {
    if (battery?.direction === 'discharging') return WORDS['reason-from-battery'];
    return spareW > -IDLE_BELOW_W ? WORDS['reason-from-sun'] : '';
  }
  if (gridExportW > 0) return spareW > 0 ? WORDS['reason-sun-to-spare'] : '';
  return spareW < 0 ? WORDS['reason-needs-more'] : '';
}

function becauseOf(device: Device, activity: Activity, now: number): string {
  if (activity === 'not-known') return '';
  switch (device.kind) {
    case 'heat-pump': return WORDS[`reason-${activity}` as Word];
    case 'electric-vehicle': return vehicleReason(device, activity, now);
    case 'inverter': return inverterReason(device);
  }
}

const stampOf = (at: number, words: string): Stamp => ({datetime: new Date(at).toISOString(), title: absolute(at), words});

function signInPieces({manufacturer, stateAt}: Device, now: number): readonly Piece[] {
  const pieces: Piece[] = manufacturer
    ? [{text: 'Sign in again at '}, {maker: clean(manufacturer, 30)}, {text: '.'}]
    : [{text: WORDS['reason-sign-in-unnamed']}];
  if (stateAt !== undefined) pieces.push({text: ' Values from '}, {time: stampOf(stateAt, since(stateAt, now))}, {text: '.'});
  return pieces;
}

/** One sentence that says why; trouble first. */
function reasonOf(device: Device, activity: Activity, isPast: boolean, now: number): readonly Piece[] {
  const {stateAt} = device;
  if (device.needsReconnect) return signInPieces(device, now);
  if (isPast && stateAt !== undefined) return [{text: 'Last known state, from '}, {time: stampOf(stateAt, since(stateAt, now))}, {text: '.'}];
  if (device.hasMessage) return [{text: WORDS['reason-message']}];
  return [{text: device.unreadable.length ? WORDS['reason-unreadable'] : becauseOf(device, activity, now)}];
}

const CONNECTIONS: Readonly<Record<Device['connection'], Status>> = {
  connected: {tone: 'ok', icon: 'check', lead: '', word: WORDS.connected},
  disconnected: {tone: 'bad', icon: 'unplug', lead: '', word: WORDS.disconnected},
  unknown: {tone: 'off', icon: 'help', lead: '', word: WORDS['connection-unknown']},
};

const MODES: ReadonlyMap<string, string> = new Map([['min', 'Min'], ['low', 'ECO'], ['mid', 'Comfort'], ['max', 'Boost']]);

function optimisationStatus({kind, optimisation, mode}: Device): Status {
  const icon = 'steering';
  const lead = `${WORDS.optimisation} `;
  switch (optimisation) {
    case 'inactive': return {tone: 'off', icon, lead: '', word: WORDS['optimisation-inactive']};
    case 'unavailable': return {tone: 'off', icon, lead, word: WORDS['not-available']};
    case 'unknown': return {tone: 'off', icon, lead, word: WORDS['not-known']};
    case 'active': {
      const isPlain = kind !== 'heat-pump' || mode === undefined;
      return {tone: 'on', icon, lead, word: isPlain ? WORDS['optimisation-active'] : MODES.get(mode.toLowerCase()) ?? clean(mode, 40)};
    }
  }
}

const reading = (key: ReadingKey, {value, unit, isMissing}: Quantity, label: string = WORDS[key as Word]): Reading => ({key, label, value, unit, isMissing});

/** A reading of one generation only is there when that is the device's, or when a value came all the same. */
const isIn = ({generation}: Device, only: 'G1' | 'G2', value: unknown): boolean => value !== undefined || generation === only;

type CardReadings = Pick<Card, 'hero' | 'level' | 'arcs' | 'goal' | 'rows' | 'cells' | 'nodes' | 'surplus' | 'battery'>;

// No spread in what follows: it costs ten times as much as a literal.

function heatPumpReadings(device: HeatPump): CardReadings {
  const {indoorC, indoorTargetC, hotWaterC, outdoorC, powerW, flowC, returnC} = device;
  const hero = [reading('indoor', temperature(indoorC))];
  if (isIn(device, 'G2', indoorTargetC)) hero.push(reading('indoor-target', temperature(indoorTargetC), WORDS.target));
  const cells = [reading('power', power(powerW))];
  if (isIn(device, 'G2', flowC)) cells.push(reading('flow', temperature(flowC)));
  if (isIn(device, 'G2', returnC)) cells.push(reading('return', temperature(returnC)));
  const rows = [reading('hot-water', temperature(hotWaterC)), reading('outdoor', temperature(outdoorC))];
  return {hero, level: undefined, arcs: [], goal: undefined, rows, cells, nodes: [], surplus: undefined, battery: undefined};
}

/** A deadline within a day needs no date. */
function deadlineOf({readyBy}: ElectricVehicle, now: number): string | undefined {
  if (typeof readyBy !== 'number') return readyBy;
  const ahead = readyBy - now;
  return ahead >= 0 && ahead < STALE_AFTER_MS ? moment(readyBy, readyBy) : moment(readyBy, now);
}

function readyByOf(device: ElectricVehicle, now: number): Quantity {
  const deadline = deadlineOf(device, now);
  if (deadline !== undefined) return plain(deadline);
  return device.hasDeadline === false ? plain(WORDS['no-deadline']) : MISSING;
}

function vehicleReadings(device: ElectricVehicle, now: number): CardReadings {
  const {readyBy, remainingS, rangeKm, chargingPowerW, levelPercent, targetPercent, limitPercent} = device;
  const rows: Reading[] = [];
  if (isIn(device, 'G2', readyBy)) rows.push(reading('ready-by', readyByOf(device, now)));
  if (isIn(device, 'G1', remainingS)) rows.push(reading('time-to-target', duration(remainingS)));
  rows.push(reading('range', range(rangeKm)));
  const cells = [reading('power', power(chargingPowerW))];
  if (isIn(device, 'G2', targetPercent)) cells.push(reading('target', percent(targetPercent)));
  cells.push(reading('limit', percent(limitPercent)));
  const level = reading('level', percent(levelPercent));
  return {hero: [], level, arcs: arcsOf(device), goal: goalOf(targetPercent), rows, cells, nodes: [], surplus: undefined, battery: undefined};
}

function arcsOf({levelPercent: level = 0, targetPercent: target, limitPercent: limit = 100, levelPercent}: ElectricVehicle): readonly Arc[] {
  const arcs: Arc[] = [];
  const add = (name: Arc['name'], from: number, to: number) => {
    if (to > from) arcs.push({name, dasharray: `${to - from} 100`, dashoffset: String(-from)});
  };
  add('track', 0, limit);
  add('beyond', limit, 100);
  if (target !== undefined && levelPercent !== undefined) add('planned', level, target);
  if (level > 0) add('edge', -0.35, Math.min(level + 0.35, 99.65));
  add('level', 0, level);
  return arcs;
}

function goalOf(target: number | undefined): Card['goal'] {
  if (target === undefined) return undefined;
  const angle = target / 50 * Math.PI;
  return {x: (52 + 44 * Math.cos(angle)).toFixed(2), y: (52 + 44 * Math.sin(angle)).toFixed(2)};
}

const weightOf = (watts: number): number => watts < IDLE_BELOW_W ? 0 : watts < 1000 ? 1 : watts <= 5000 ? 2 : 3;

/** The direction is in the label, the value is a magnitude. */
function gridReading({gridExportW, isGridDerived}: Inverter): Reading {
  if (gridExportW === undefined) return reading('grid', MISSING);
  const label = Math.abs(gridExportW) < IDLE_BELOW_W ? WORDS.grid : gridExportW > 0 ? WORDS['to-grid'] : WORDS['from-grid'];
  const {value, unit} = power(Math.abs(gridExportW));
  return reading('grid', plain(isGridDerived ? `≈\u00a0${value}` : value, unit), label);
}

function batteryReading({levelPercent, watts, direction}: Battery): BatteryReading {
  const {value, unit, isMissing} = power(watts);
  return {
    key: 'battery', label: WORDS.battery, value, unit, isMissing,
    note: watts === undefined || direction === 'unknown' ? undefined : WORDS[`battery-${direction}`],
    also: percent(levelPercent),
    isLive: (watts ?? 0) >= IDLE_BELOW_W,
    width: Math.min(12, Math.max(0, (levelPercent ?? 0) * 0.12)).toFixed(2),
  };
}

const batteryPipe = ({watts = 0, direction}: Battery): Pipe =>
  ({weight: weightOf(watts), way: direction === 'discharging' ? 'back' : direction === 'charging' ? 'forth' : undefined});

function inverterReadings(device: Inverter): CardReadings {
  const {productionW, householdW, surplusW, battery, gridExportW, isGridDerived} = device;
  const gridW = Math.abs(gridExportW ?? 0);
  const grid: Pipe = {weight: weightOf(gridW), way: (gridExportW ?? 0) < 0 ? 'back' : 'forth'};
  const sun: Pipe = {weight: weightOf(productionW ?? 0), way: 'forth'};
  const note = isGridDerived && gridExportW !== undefined ? WORDS.calculated : undefined;
  return {
    hero: [], level: undefined, arcs: [], goal: undefined, rows: [], cells: [],
    nodes: [
      nodeOf(reading('solar', power(productionW)), 'sun', sun.weight > 0, undefined, sun, undefined),
      nodeOf(reading('home', power(householdW)), 'home', true, undefined, grid, battery && batteryPipe(battery)),
      nodeOf(gridReading(device), 'pylon', grid.weight > 0, note, undefined, undefined),
    ],
    surplus: reading('surplus', power(surplusW)),
    battery: battery && batteryReading(battery),
  };
}

function nodeOf(
  {key, label, value, unit, isMissing}: Reading, icon: IconName, isLive: boolean, note: string | undefined, pipe: Pipe | undefined, down: Pipe | undefined,
): FlowNode {
  return {key, label, value, unit, isMissing, icon, isLive, note, pipe, down};
}

function readingsOf(device: Device, now: number): CardReadings {
  switch (device.kind) {
    case 'heat-pump': return heatPumpReadings(device);
    case 'electric-vehicle': return vehicleReadings(device, now);
    case 'inverter': return inverterReadings(device);
  }
}

function totalsIn({kind, totals}: Device, now: number): Card['totals'] {
  if (!totals) return undefined;
  const {day, week, month, at} = totals;
  return {
    title: kind === 'inverter' ? WORDS.production : WORDS.consumption,
    at: at === undefined ? undefined : stampOf(at, `as of ${moment(at, now)}`),
    cells: [reading('last-day', energy(day)), reading('last-week', energy(week)), reading('last-month', energy(month))],
  };
}

/** "3 hours ago", to the minute. */
export const ageStamp = (at: number, now: number): Stamp => ({datetime: isoMinute(at), title: absolute(at), words: age(at, now)});

function footNotice(device: Device, isStale: boolean): Pick<Foot, 'notice' | 'tone' | 'icon' | 'title'> {
  if (device.needsReconnect) {
    const title = device.connection === 'disconnected' ? WORDS.disconnected : WORDS['sign-in-needed'];
    return {notice: 'notice-reconnect', tone: 'bad', icon: 'unplug', title};
  }
  if (isStale) return {notice: 'notice-stale', tone: 'warn', icon: 'alert', title: WORDS['state-old']};
  if (device.hasMessage) return {notice: 'message', tone: 'warn', icon: 'message', title: WORDS['message-waiting']};
  return {notice: undefined, tone: undefined, icon: 'clock', title: undefined};
}

function footOf(device: Device, isStale: boolean, now: number): Foot {
  const {needsReconnect, reconnectUrl: href, stateAt} = device;
  const {notice, tone, icon, title} = footNotice(device, isStale);
  return {
    notice, tone, icon, title,
    updated: stateAt === undefined ? undefined : ageStamp(stateAt, now),
    action: href !== undefined ? 'link' : needsReconnect ? 'button' : undefined,
    href,
  };
}

/** All that a device's card says. */
export function cardOf(device: Device, now: number): Card {
  const activity = activityOf(device);
  const isStale = isOld(device, now);
  const name = nameOf(device);
  const subtitle = WORDS[device.kind];
  const {hero, level, arcs, goal, rows, cells, nodes, surplus, battery} = readingsOf(device, now);
  return {
    hero, level, arcs, goal, rows, cells, nodes, surplus, battery,
    kind: device.kind,
    name,
    subtitle: name === subtitle ? undefined : subtitle,
    needsUser: needsUser(device),
    isPast: isStale || device.connection === 'disconnected',
    connection: CONNECTIONS[device.connection],
    optimisation: optimisationStatus(device),
    doing: statementOf(device, activity),
    reason: reasonOf(device, activity, isStale, now),
    totals: totalsIn(device, now),
    foot: footOf(device, isStale, now),
  };
}

// What a list shows.

interface Place {
  readonly rank: number;
  readonly name: string;
}

/** Devices that need the user first, then by kind and name; each keeps its place until all are forgotten. */
export class DeviceOrder {
  readonly #places = new Map<string, Place>();

  arrange(devices: readonly Device[]): readonly Device[] {
    return devices
      .map(device => ({device, place: this.#placeOf(device)}))
      .sort((a, b) => a.place.rank - b.place.rank || compareNames(a.place.name, b.place.name) || a.device.id.localeCompare(b.device.id))
      .map(({device}) => device);
  }

  forget(): void {
    this.#places.clear();
  }

  #placeOf(device: Device): Place {
    const key = keyOf(device);
    let place = this.#places.get(key);
    if (!place) {
      place = {rank: KINDS.indexOf(device.kind) - (needsUser(device) ? KINDS.length : 0), name: nameOf(device)};
      this.#places.set(key, place);
    }
    return place;
  }
}

/** How many devices there are, and how many of them need the user. */
export function headWords(devices: readonly Device[]): {readonly words: string; readonly isAttention: boolean} {
  const total = devices.length;
  const attention = devices.reduce((sum, device) => sum + Number(needsUser(device)), 0);
  if (attention) return {words: `${attention} of ${total} devices ${attention === 1 ? 'needs' : 'need'} you.`, isAttention: true};
  return {words: total === 1 ? '1 device.' : `${total} devices.`, isAttention: false};
}

/** "25–48 of 60" */
export const rangeWords = (page: number, size: number, total: number): string => `${page * size + 1}–${Math.min(total, (page + 1) * size)} of ${total}`;
