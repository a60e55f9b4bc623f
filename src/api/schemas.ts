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

/** Absent and null mean the same: not known. Each is made once, for all fields of its kind: a schema costs more than what it reads. */
const maybe = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

function createSchemas() {
  /** −0 is 0. */
  const toNumber = z.overwrite(value => Number(value) || 0);
  const number = maybe(z.custom<number>(isDecimal).check(toNumber));
  const percent = maybe(z.custom<number>(isPercent).check(toNumber));
  const text = maybe(z.custom<string>(value => typeof value === 'string'));
  const flag = maybe(z.custom<boolean>(value => typeof value === 'boolean'));
  /** ISO 8601; without a zone it is UTC (`normalise.ts`). */
  const instant = maybe(matching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i));
  /** `07:00` (guides) or a date-time (reference). */
  const deadline = maybe(matching(/^(\d\d:\d\d(:\d\d)?|\d{4}-\d\d-\d\dT.+)$/));

  const common = {
    /** Becomes a part of addresses: a dot or two would lead out of them, half a character cannot be written in one. */
    id: matching(/^(?!\.\.?$)[^\ud800-\udfff]+$/u),
    created_at: instant,
    updated_at: instant,
    building: text,
    device_model: maybe(z.object({manufacturer: text, model: text})),
    is_authenticated: flag,
    is_smart_optimization_active: flag,
    current_mode: text,
    current_state_last_updated_at: instant,
    authorization_url: text,
    action_needed: flag,
    /** Only the code: `resolution_link` carries a secret that no browser may see. */
    actions: maybe(z.array(z.object({code: text}))),
  };

  const consumption = {
    consumption_last_day_kwh: number,
    consumption_last_week_kwh: number,
    consumption_last_month_kwh: number,
    consumption_last_updated_at: instant,
    consumption_last_updated_utc: instant,
  };

  const chargeStateStamps = {
    charge_state_last_updated_at: instant,
    charge_state_last_updated: instant,
  };

  const heatPump = z.object({
    ...common,
    ...consumption,
    operational_mode: text,
    optimization_level: text,
    current_power_consumption_w: number,
    indoor_actual_temperature: number,
    indoor_target_temperature: number,
    outdoor_temperature: number,
    inlet_temperature: number,
    outlet_temperature: number,
    dhw_temperature: number,
    dhw_actual_temperature: number,
  });

  const electricVehicle = z.object({
    ...common,
    ...consumption,
    ...chargeStateStamps,
    is_plugged_in: flag,
    is_charging: flag,
    is_fully_charged: flag,
    charge_rate_w: number,
    charge_time_remaining: number,
    battery_level: percent,
    driving_range: number,
    is_charge_policy_enabled: flag,
    minimum_charge_limit: percent,
    charge_deadline_at: deadline,
    charge_target_max: percent,
    charge_limit_max: percent,
    boost_state: text,
    boost_for_next_session: flag,
  });

  const inverter = z.object({
    ...common,
    ...chargeStateStamps,
    current_solar_production_w: number,
    household_consumption_w: number,
    solar_surplus_w: number,
    current_power_to_grid_w: number,
    is_battery_connected: flag,
    battery_connected: flag,
    battery_charge_level_percent: percent,
    battery_charge_discharge_power_w: number,
    production_last_day_kwh: number,
    production_last_week_kwh: number,
    production_last_month_kwh: number,
    production_last_updated_utc: instant,
  });

  return {'heat-pump': heatPump, 'electric-vehicle': electricVehicle, inverter};
}

type DeviceSchemas = ReturnType<typeof createSchemas>;

let made: DeviceSchemas | undefined;

/** By kind. Made when they are first needed: as the page loads, they would keep it from what it has to do. */
export const deviceSchemas = (): DeviceSchemas => made ??= createSchemas();

export type HeatPumpPayload = z.infer<DeviceSchemas['heat-pump']>;
export type ElectricVehiclePayload = z.infer<DeviceSchemas['electric-vehicle']>;
export type InverterPayload = z.infer<DeviceSchemas['inverter']>;
