import type {Household} from './household.js';
import {CREATED_AT} from './models.js';
import type {HomeProfile} from './profile.js';
import type {Subject} from './subject.js';

/**
 * The home as the newer generation of the API describes it (shapes 9.4 to 9.6 of the API's facts), as a *detail*: one stamp
 * for every kind, battery + is discharging, grid + is exporting, no sums. A list leaves out `DETAIL_ONLY`.
 */
export const renderG2 = {
  'heat-pump': ({heatPump, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, heatPump.at),
    current_mode: heatPump.mode,
    optimization_level: 'Max',
    current_power_consumption_w: heatPump.powerW,
    outdoor_temperature: heatPump.outdoorC,
    indoor_actual_temperature: heatPump.indoorC,
    indoor_target_temperature: heatPump.indoorTargetC,
    indoor_target_temperature_offset: 1.5,
    inlet_temperature: heatPump.returnC,
    outlet_temperature: heatPump.flowC,
    dhw_temperature: heatPump.hotWaterC,
    dhw_standard_temperature: 48,
    minimum_dhw_temperature_limit: 40,
    is_hot_water_heating_enabled: true,
    is_space_heating_enabled: true,
    is_pool_heating_enabled: false,
    is_space_cooling_enabled: true,
    is_heating_policy_enabled: true,
    heating_policy_name: null,
    maximum_temperature_limit: 23.5,
    minimum_temperature_limit: 19.5,
    is_away_mode_enabled: false,
    away_mode_start: null,
    away_mode_end: null,
    away_mode_minimum_temperature_limit: null,
  }),

  'electric-vehicle': ({vehicle, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, vehicle.at),
    charge_target_min: 50,
    charge_target_max: profile.vehicle.limitPercent,
    is_charge_policy_enabled: true,
    charge_policy_last_updated_at: '2025-11-01T09:00:00Z',
    minimum_charge_limit: 75,
    charge_deadline_at: '07:00',
    is_plugged_in: vehicle.isPluggedIn,
    is_charging: vehicle.isCharging,
    is_fully_charged: vehicle.isFull,
    charge_rate_w: vehicle.powerW,
    battery_level: vehicle.levelPercent,
    battery_capacity_kwh: profile.vehicle.capacityKwh,
    driving_range: vehicle.rangeKm,
    boost_state: vehicle.boostState,
    boost_for_next_session: vehicle.isBoostArmed,
  }),

  inverter: ({inverter, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, inverter.at),
    solar_power_rating_kw: profile.roof.ratingKw,
    battery_capacity_kwh: profile.battery.capacityKwh || null,
    is_battery_connected: profile.battery.capacityKwh > 0,
    min_battery_charge: profile.battery.minPercent,
    max_battery_charge: profile.battery.maxPercent,
    current_solar_production_w: inverter.productionW,
    household_consumption_w: inverter.householdW,
    solar_surplus_w: inverter.productionW - inverter.householdW,
    current_power_to_grid_w: inverter.exportW,
    battery_charge_level_percent: profile.battery.capacityKwh ? inverter.levelPercent : null,
    battery_charge_discharge_power_w: 0 - inverter.chargeW,
  }),
};

/** Fields that the newest reference sends in the answer for one device, not in a list. */
export const DETAIL_ONLY: readonly string[] = ['actions'];

function common({user, device, standing}: Subject, {models}: HomeProfile, at: Date) {
  return {
    ...backOffice(),
    id: device.id,
    created_at: CREATED_AT,
    updated_at: at.toISOString(),
    owner: {
      id: user.id,
      email: user.email,
      first_name: user.firstName,
      last_name: user.lastName,
      external_id: user.externalId,
    },
    building: device.building,
    device_model: {
      ...models[device.kind],
      cloud_service: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
      cloud_service_instructions: null,
      cloud_service_signup_link: null,
    },
    external_device_id: `cloud-${device.id.slice(0, 8)}`,
    is_authenticated: standing.isAuthenticated,
    is_smart_optimization_active: !device.isNotOptimised,
    current_state_last_updated_at: at.toISOString(),
    last_monitoring_executed_at: at.toISOString(),
    action_needed: standing.actions.length > 0,
    actions: standing.actions,
  };
}

/** What the newer generation adds for the organisation's staff. Nothing of it belongs on a customer's page. */
const backOffice = () => ({
  connection_status: 'ok',
  monitoring_status: 'ok',
  steering_status: 'ok',
  price_zone: 'AT',
  deleted_at: null,
  lifecycle_state: 'authenticated',
  lifecycle_error: null,
  pause_power_until: null,
  is_pause_power_active: false,
  optimization_score: null,
  comment: 'Imported; call back before 17:00',
  is_inverter_forced_mode_enabled: false,
  is_inverter_forced_mode_active: false,
  inverter_forced_mode_since: '0001-01-01T00:00:00Z',
  is_trading_enabled: false,
  actual_steering_state: 'unknown',
});
