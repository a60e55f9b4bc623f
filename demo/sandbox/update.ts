import type {Context} from 'hono';
import {refuse} from './answers.js';
import {readDevice} from './read-devices.js';
import type {Controls} from './state.js';
import type {Collection} from '../../src/api/routes.js';
import type {SandboxUser} from './users.js';

/**
 * What the API lets an organisation write (section 3 of its facts): much of it must never come from a customer's page, so
 * the sandbox takes it as the API would, and shows whether a proxy let it through. Other fields are silently not taken.
 */
const WRITABLE = new Set([
  'is_smart_optimization_active', 'is_authenticated', 'is_pause_power_active', 'pause_power_active', 'pause_power_until', 'pause_power_until_utc',
  'price_zone', 'deleted_at', 'lifecycle_state', 'lifecycle_error', 'building_id', 'optimization_score', 'comment', 'last_monitoring_executed_at',
  'is_inverter_forced_mode_enabled', 'is_trading_enabled', 'actual_steering_state', 'device_model', 'optimization_level',
  'indoor_target_temperature_offset', 'dhw_standard_temperature', 'minimum_dhw_temperature_limit', 'maximum_temperature_limit', 'minimum_temperature_limit',
  'is_hot_water_heating_enabled', 'is_space_heating_enabled', 'is_pool_heating_enabled', 'is_space_cooling_enabled', 'is_heating_policy_enabled',
  'heating_policy_name', 'is_away_mode_enabled', 'away_mode_start', 'away_mode_end', 'away_mode_minimum_temperature_limit',
  'is_charge_policy_enabled', 'minimum_charge_limit', 'charge_deadline_at', 'charge_limit_min', 'charge_limit_max', 'is_over_charge_allowed',
  'min_battery_charge', 'max_battery_charge', 'solar_power_rating_kw', 'is_battery_connected', 'battery_connected', 'battery_capacity_kwh',
  'user_limits_enabled', 'battery_policy',
]);

/** `PUT …/{collection}/{id}`: only what is sent changes, until the patches are cleared. The answer is the whole device. */
export async function answerUpdate(controls: Controls, user: SandboxUser, collection: Collection, id: string, {req}: Context): Promise<Response> {
  if (!readDevice(controls, user, collection, id)) return refuse(404, 'Not Found');
  const body = await req.json().catch(() => undefined) as unknown;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(422, 'The body has to be a JSON object.');
  const fields = Object.fromEntries(Object.entries(body).filter(([name]) => WRITABLE.has(name)).map(renamed));
  if ('is_smart_optimization_active' in fields && typeof fields.is_smart_optimization_active !== 'boolean') {
    return refuse(422, 'is_smart_optimization_active has to be true or false.');
  }
  controls.patches = [...controls.patches, {device: id, fields: {...fields, updated_at: controls.clock.now().toISOString()}}];
  return Response.json(readDevice(controls, user, collection, id));
}

/** Written under one name, read under another. */
const renamed = ([name, value]: [string, unknown]): [string, unknown] => [name === 'building_id' ? 'building' : name, value];
