/** Payload → domain: the only place where snake_case meets camelCase and where units, signs and names are settled. */
import type {ElectricVehiclePayload, HeatPumpPayload} from './schemas.js';
import type {Device, ElectricVehicle, EnergyTotals, Generation, HeatPump, Inverter, Optimisation} from '../domain/device.js';
import type {ReadPayload} from './read.js';
import type {BatterySign} from './inverter-balance.js';
import {batteryOf, batterySignOf, gridOf} from './inverter-balance.js';
import {usableLink} from './links.js';

/** A stamp this far ahead is a clock that runs fast; beyond it the stamp is not believed (`faults.md`, values). */
const FUTURE_TOLERANCE_MS = 5 * 60_000;

export interface NormaliseOptions {
  readonly batterySign: BatterySign;
  /** Epoch ms; stamps too far beyond it are not believed. */
  readonly now: number;
  /** Origin of the page, whose own links may be followed. */
  readonly pageOrigin?: string;
}

export function normalise(read: ReadPayload, options: NormaliseOptions): Device {
  switch (read.kind) {
    case 'heat-pump': return freeze({...common(read, options), ...heatPump(read.sent, options)});
    case 'electric-vehicle': return freeze({...common(read, options), ...vehicle(read.sent, options)});
    case 'inverter': return freeze({...common(read, options), ...inverter(read, options)});
  }
}

/** Fields of one generation only. Where both speak, or neither, the generation is unknown. */
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

function generationOf(fields: ReadonlySet<string>): Generation {
  const [g1, g2] = [G1_MARKS, G2_MARKS].map(marks => marks.some(field => fields.has(field)));
  return g1 === g2 ? 'unknown' : g1 ? 'G1' : 'G2';
}

function common(read: ReadPayload, {now, pageOrigin}: NormaliseOptions) {
  const {sent, unreadable} = read;
  const connection = sent.is_authenticated == null ? 'unknown' : sent.is_authenticated ? 'connected' : 'disconnected';
  const codes = sent.actions?.map(({code}) => code);
  const needsReconnect = connection === 'disconnected' || !!sent.authorization_url || !!codes?.includes('reauthenticate');
  return {
    id: sent.id,
    generation: generationOf(read.fields),
    connection,
    optimisation: optimisationOf(read, connection === 'disconnected'),
    // Without `actions` nobody can say what the flag points to, only that something waits.
    hasMessage: codes ? codes.some(code => code !== 'reauthenticate') : sent.action_needed === true && !needsReconnect,
    unreadable,
    ...present({
      manufacturer: sent.device_model?.manufacturer?.trim() || undefined,
      model: sent.device_model?.model?.trim() || undefined,
      building: sent.building,
      createdAt: instantOf(sent.created_at, now),
      reconnect: needsReconnect ? present({url: usableLink(sent.authorization_url, pageOrigin)}) : undefined,
      stateAt: firstInstant(now, sent.current_state_last_updated_at,
        ...('charge_state_last_updated_at' in sent ? [sent.charge_state_last_updated_at] : []),
        ...('charge_state_last_updated' in sent ? [sent.charge_state_last_updated] : [])),
    }),
  } as const;
}

/** `current_mode` says how hard heat pumps are optimised; for other kinds its values are not documented (4.6.2). */
function optimisationOf({kind, sent}: ReadPayload, isDisconnected: boolean): Optimisation {
  if (isDisconnected) return {state: 'unavailable'};
  switch (sent.is_smart_optimization_active) {
    case true: return {state: 'active', ...present({mode: kind === 'heat-pump' ? sent.current_mode : undefined})};
    case false: return {state: 'inactive'};
    default: return {state: 'unknown'};
  }
}

function heatPump(sent: HeatPumpPayload, {now}: NormaliseOptions): Pick<HeatPump, 'kind'> & Partial<HeatPump> {
  return {
    kind: 'heat-pump',
    ...present({
      operation: sent.operational_mode?.trim() || undefined,
      powerW: sent.current_power_consumption_w,
      indoorC: sent.indoor_actual_temperature,
      indoorTargetC: sent.indoor_target_temperature,
      outdoorC: sent.outdoor_temperature,
      hotWaterC: sent.dhw_temperature ?? sent.dhw_actual_temperature,
      flowC: sent.outlet_temperature,
      returnC: sent.inlet_temperature,
      totals: consumptionTotals(sent, now),
    }),
  };
}

function vehicle(sent: ElectricVehiclePayload, {now}: NormaliseOptions): Pick<ElectricVehicle, 'kind'> & Partial<ElectricVehicle> {
  const hasDeadline = sent.is_charge_policy_enabled;
  return {
    kind: 'electric-vehicle',
    ...present({
      isPluggedIn: sent.is_plugged_in,
      isCharging: sent.is_charging,
      isFull: sent.is_fully_charged,
      chargingPowerW: sent.charge_rate_w,
      levelPercent: sent.battery_level,
      targetPercent: sent.minimum_charge_limit,
      limitPercent: sent.charge_target_max ?? sent.charge_limit_max,
      rangeKm: sent.driving_range,
      // Sent as 0 while nothing is charging: that is no time to anything.
      remainingS: sent.is_plugged_in !== false && sent.is_charging && Number(sent.charge_time_remaining) >= 0 ? sent.charge_time_remaining : undefined,
      hasDeadline,
      readyBy: hasDeadline === false ? undefined : readyByOf(sent.charge_deadline_at, now),
      totals: consumptionTotals(sent, now),
    }),
  };
}

function inverter({sent, fields}: ReadPayload & {kind: 'inverter'}, {batterySign, now}: NormaliseOptions): Pick<Inverter, 'kind'> & Partial<Inverter> {
  const sign = batterySignOf(sent, fields, batterySign);
  return {
    kind: 'inverter',
    ...present({
      productionW: sent.current_solar_production_w,
      householdW: sent.household_consumption_w,
      surplusW: sent.solar_surplus_w,
      battery: batteryOf(sent, sign),
      grid: gridOf(sent, sign),
      totals: totalsOf([sent.production_last_day_kwh, sent.production_last_week_kwh, sent.production_last_month_kwh],
        firstInstant(now, sent.production_last_updated_utc)),
    }),
  };
}

type Consumption = Pick<HeatPumpPayload, Extract<keyof HeatPumpPayload, `consumption_${string}`>>;

const consumptionTotals = (sent: Consumption, now: number) =>
  totalsOf([sent.consumption_last_day_kwh, sent.consumption_last_week_kwh, sent.consumption_last_month_kwh],
    firstInstant(now, sent.consumption_last_updated_at, sent.consumption_last_updated_utc));

function totalsOf([day, week, month]: (number | null | undefined)[], at: Date | undefined): EnergyTotals | undefined {
  const totals = present({lastDayKwh: day, lastWeekKwh: week, lastMonthKwh: month});
  return Object.keys(totals).length ? {...totals, ...present({at})} : undefined;
}

/** The deadline's zone is not documented: `HH:MM` stays the text it is. */
function readyByOf(sent: string | null | undefined, now: number): string | Date | undefined {
  return sent && /^\d\d:\d\d/.test(sent) ? sent.slice(0, 5) : instantOf(sent, now, Infinity);
}

const firstInstant = (now: number, ...stamps: (string | null | undefined)[]): Date | undefined =>
  stamps.map(stamp => instantOf(stamp, now)).find(stamp => stamp !== undefined);

/** Without a zone it is UTC; year 1 is the API's "never"; what lies in the future is not believed. */
function instantOf(stamp: string | null | undefined, now: number, tolerance = FUTURE_TOLERANCE_MS): Date | undefined {
  if (!stamp || stamp.startsWith('0001-')) return undefined;
  const iso = stamp.toUpperCase().replace(' ', 'T');
  const instant = new Date(/\dT.*(Z|[+-]\d\d:?\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(instant.getTime()) || instant.getTime() > now + tolerance ? undefined : instant;
}

type Present<T> = {[K in keyof T]?: NonNullable<T[K]>};

/** Beyond this point null and missing are the same: absent. */
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;

function freeze<T extends object>(device: T): T {
  for (const value of Object.values(device)) if (value instanceof Object) freeze(value);
  return Object.freeze(device);
}
