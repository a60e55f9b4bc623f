/**
 * What the Partner API sends, snake_case, exactly as sent, of both generations in one object per kind: fields change
 * there without a new URL version, so everything but the id may be missing. Only fields the widgets read are named:
 * the proxy lets through what stands here and nothing else (`proxy/allow-fields.ts`).
 * Strict on purpose: `read.ts` drops the single field that does not fit, never the device.
 */
import * as z from 'zod/mini';

// Our own predicates cost the bundle half of what `z.string`, `z.union`, `z.regex` and their like do.

/** A text of a certain form. */
const matching = (form: RegExp) => z.custom<string>(value => typeof value === 'string' && form.test(value));

/** `"21.50"` counts as the number it spells; no other text does. Nor is a number what no home could mean: JSON's `1e999` is infinite. */
const isDecimal = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value)) && Math.abs(Number(value)) < 1e9;
const isPercent = (value: unknown): boolean => isDecimal(value) && Number(value) >= 0 && Number(value) <= 100;

/** −0 is 0. */
const toNumber = z.overwrite(value => Number(value) || 0);
const number = z.custom<number>(isDecimal).check(toNumber);
const percent = z.custom<number>(isPercent).check(toNumber);
const text = z.custom<string>(value => typeof value === 'string');
const flag = z.custom<boolean>(value => typeof value === 'boolean');
/** ISO 8601; without a zone it is UTC (`normalise.ts`). */
const instant = matching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i);
/** `07:00` (guides) or a date-time (reference). */
const deadline = matching(/^(\d\d:\d\d(:\d\d)?|\d{4}-\d\d-\d\dT.+)$/);

/** Absent and null mean the same: not known. */
const maybe = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

const common = {
  /** Becomes a part of addresses: a dot or two would lead out of them, half a character cannot be written in one. */
  id: matching(/^(?!\.\.?$)[^\ud800-\udfff]+$/u),
  updated_at: maybe(instant),
  building: maybe(text),
  device_model: maybe(z.object({manufacturer: maybe(text), model: maybe(text)})),
  is_authenticated: maybe(flag),
  is_smart_optimization_active: maybe(flag),
  current_mode: maybe(text),
  current_state_last_updated_at: maybe(instant),
  authorization_url: maybe(text),
  action_needed: maybe(flag),
  /** Only the code: `resolution_link` carries a secret that no browser may see. */
  actions: maybe(z.array(z.object({code: maybe(text)}))),
};

const consumption = {
  consumption_last_day_kwh: maybe(number),
  consumption_last_week_kwh: maybe(number),
  consumption_last_month_kwh: maybe(number),
  consumption_last_updated_at: maybe(instant),
  consumption_last_updated_utc: maybe(instant),
};

const chargeStateStamps = {
  charge_state_last_updated_at: maybe(instant),
  charge_state_last_updated: maybe(instant),
};

export const heatPumpSchema = z.object({
  ...common,
  ...consumption,
  operational_mode: maybe(text),
  optimization_level: maybe(text),
  current_power_consumption_w: maybe(number),
  indoor_actual_temperature: maybe(number),
  indoor_target_temperature: maybe(number),
  outdoor_temperature: maybe(number),
  inlet_temperature: maybe(number),
  outlet_temperature: maybe(number),
  dhw_temperature: maybe(number),
  dhw_actual_temperature: maybe(number),
});

export const electricVehicleSchema = z.object({
  ...common,
  ...consumption,
  ...chargeStateStamps,
  is_plugged_in: maybe(flag),
  is_charging: maybe(flag),
  is_fully_charged: maybe(flag),
  charge_rate_w: maybe(number),
  charge_time_remaining: maybe(number),
  battery_level: maybe(percent),
  driving_range: maybe(number),
  is_charge_policy_enabled: maybe(flag),
  minimum_charge_limit: maybe(percent),
  charge_deadline_at: maybe(deadline),
  charge_target_max: maybe(percent),
  charge_limit_max: maybe(percent),
  boost_state: maybe(text),
  boost_for_next_session: maybe(flag),
});

export const inverterSchema = z.object({
  ...common,
  ...chargeStateStamps,
  current_solar_production_w: maybe(number),
  household_consumption_w: maybe(number),
  solar_surplus_w: maybe(number),
  current_power_to_grid_w: maybe(number),
  is_battery_connected: maybe(flag),
  battery_connected: maybe(flag),
  battery_charge_level_percent: maybe(percent),
  battery_charge_discharge_power_w: maybe(number),
  production_last_day_kwh: maybe(number),
  production_last_week_kwh: maybe(number),
  production_last_month_kwh: maybe(number),
  production_last_updated_utc: maybe(instant),
});

export const deviceSchemas = {
  'heat-pump': heatPumpSchema,
  'electric-vehicle': electricVehicleSchema,
  inverter: inverterSchema,
} as const;

export type HeatPumpPayload = z.infer<typeof heatPumpSchema>;
export type ElectricVehiclePayload = z.infer<typeof electricVehicleSchema>;
export type InverterPayload = z.infer<typeof inverterSchema>;
