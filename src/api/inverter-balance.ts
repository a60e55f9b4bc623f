import type {InverterPayload} from './schemas.js';
import type {Battery, GridExchange} from '../domain/device.js';

/** How a positive `battery_charge_discharge_power_w` is to be read; the `battery-sign` attribute. */
export type BatterySign = 'auto' | 'charging-positive' | 'discharging-positive';
type KnownSign = Exclude<BatterySign, 'auto'>;

/** Fields that only one generation sends: they tell which sign convention the payload follows (`podero-api.md` 4.4, 4.6.1). */
const CHARGING_POSITIVE_MARKS = [
  'charge_state_last_updated', 'battery_connected',
  'production_last_day_kwh', 'production_last_week_kwh', 'production_last_month_kwh', 'production_last_updated_utc',
] as const;
const DISCHARGING_POSITIVE_MARKS = ['current_power_to_grid_w', 'is_battery_connected'] as const;

/** The sign convention of this payload, or `undefined` where nothing settles it. Never a guess (contract 6). */
export function batterySignOf(sent: InverterPayload, fields: ReadonlySet<string>, setting: BatterySign): KnownSign | undefined {
  if (setting !== 'auto') return setting;
  const g1 = CHARGING_POSITIVE_MARKS.some(field => fields.has(field));
  const g2 = DISCHARGING_POSITIVE_MARKS.some(field => fields.has(field));
  if (g1 && g2) return signByBalance(sent);
  return g1 ? 'charging-positive' : g2 ? 'discharging-positive' : undefined;
}

/** The one sign under which production + discharge = household + export, within 5 % of the largest or 50 W. */
function signByBalance(sent: InverterPayload): KnownSign | undefined {
  const [production, household, gridExport, power] = [
    sent.current_solar_production_w, sent.household_consumption_w,
    sent.current_power_to_grid_w, sent.battery_charge_discharge_power_w,
  ];
  if (production == null || household == null || gridExport == null || power == null) return undefined;
  const tolerance = Math.max(50, 0.05 * Math.max(...[production, household, gridExport, power].map(Math.abs)));
  const holds = (discharge: number) => Math.abs(production + discharge - household - gridExport) <= tolerance;
  if (holds(power) === holds(-power)) return undefined;
  return holds(power) ? 'discharging-positive' : 'charging-positive';
}

/** A level of 0 may stand for "no battery": it counts only where the API says that one is there. */
export const hasBattery = (sent: InverterPayload): boolean =>
  sent.is_battery_connected ?? sent.battery_connected ?? (sent.battery_charge_level_percent ?? 0) > 0;

export function batteryOf(sent: InverterPayload, sign: KnownSign | undefined): Battery | undefined {
  if (!hasBattery(sent)) return undefined;
  const {battery_charge_level_percent: level, battery_charge_discharge_power_w: power} = sent;
  return {
    ...(level == null ? {} : {levelPercent: level}),
    ...(power == null ? {} : {power: {watts: Math.abs(power), direction: directionOf(power, sign)}}),
  };
}

function directionOf(power: number, sign: KnownSign | undefined): 'charging' | 'discharging' | 'idle' | 'unknown' {
  if (power === 0) return 'idle';
  if (!sign) return 'unknown';
  return power > 0 === (sign === 'charging-positive') ? 'charging' : 'discharging';
}

/** As sent; else from the balance where every other flow is known, marked as derived. */
export function gridOf(sent: InverterPayload, sign: KnownSign | undefined): GridExchange | undefined {
  if (sent.current_power_to_grid_w != null) return {exportW: sent.current_power_to_grid_w, derived: false};
  const charging = batteryChargingW(sent, sign);
  const {current_solar_production_w: production, household_consumption_w: household} = sent;
  if (production == null || household == null || charging === undefined) return undefined;
  return {exportW: production - household - charging, derived: true};
}

function batteryChargingW(sent: InverterPayload, sign: KnownSign | undefined): number | undefined {
  const power = sent.battery_charge_discharge_power_w;
  if (!hasBattery(sent)) return power ? undefined : 0;
  if (power === 0) return 0;
  if (power == null || !sign) return undefined;
  return sign === 'charging-positive' ? power : -power;
}
