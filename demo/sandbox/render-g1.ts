import type {Household} from './household.js';
import {CREATED_AT} from './models.js';
import type {HomeProfile} from './profile.js';
import type {RollingSums} from './rolling-sums.js';
import type {Subject} from './subject.js';

/**
 * The home as the older generation of the API describes it (shapes 9.1 to 9.3 of the API's facts): rolling sums on the
 * device, each kind with stamps of other names, battery + is charging, and no field for the grid.
 */
export const renderG1 = {
  'heat-pump': ({heatPump, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, heatPump.at),
    operational_mode: heatPump.operation,
    current_power_consumption_w: heatPump.powerW,
    indoor_actual_temperature: heatPump.indoorC,
    outdoor_temperature: heatPump.outdoorC,
    dhw_temperature: heatPump.hotWaterC,
    current_state_last_updated_at: heatPump.at.toISOString(),
    ...sumsAs('consumption', heatPump.sums),
    consumption_last_updated_at: heatPump.sums.at.toISOString(),
    maximum_temperature_limit: 23.5,
    minimum_temperature_limit: 19.5,
    authorization_url: subject.standing.authorizationUrl,
  }),

  'electric-vehicle': ({vehicle, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, vehicle.at),
    is_plugged_in: vehicle.isPluggedIn,
    is_charging: vehicle.isCharging,
    is_fully_charged: vehicle.isFull,
    charge_rate_w: vehicle.powerW,
    charge_time_remaining: vehicle.remainingS,
    charge_state_last_updated_at: vehicle.at.toISOString(),
    battery_level: vehicle.levelPercent,
    battery_capacity_kwh: Math.round(profile.vehicle.capacityKwh),
    driving_range: vehicle.rangeKm,
    charge_limit_min: 10,
    charge_limit_max: profile.vehicle.limitPercent,
    is_over_charge_allowed: true,
    pause_power_until_utc: null,
    pause_power_active: false,
    ...sumsAs('consumption', vehicle.sums),
    consumption_last_updated_utc: vehicle.sums.at.toISOString(),
    authorization_url: subject.standing.authorizationUrl,
  }),

  inverter: ({inverter, profile}: Household, subject: Subject) => ({
    ...common(subject, profile, inverter.at),
    current_solar_production_w: inverter.productionW,
    solar_surplus_w: inverter.productionW - inverter.householdW,
    household_consumption_w: inverter.householdW,
    battery_charge_level_percent: profile.battery.capacityKwh ? inverter.levelPercent : null,
    battery_charge_discharge_power_w: inverter.chargeW,
    charge_state_last_updated: inverter.at.toISOString(),
    ...sumsAs('production', inverter.sums),
    production_last_updated_utc: inverter.sums.at.toISOString(),
    solar_power_rating_kw: profile.roof.ratingKw,
    battery_connected: profile.battery.capacityKwh > 0,
    battery_capacity_kwh: profile.battery.capacityKwh,
    user_limits_enabled: true,
    battery_policy: 'Optimize self consumption',
    authorization_url: subject.standing.authorizationUrl,
  }),
};

function common({user, device, standing}: Subject, {models}: HomeProfile, at: Date) {
  return {
    id: device.id,
    created_at: CREATED_AT,
    updated_at: at.toISOString(),
    owner: {id: user.id, email: user.email},
    building: device.building,
    is_authenticated: standing.isAuthenticated,
    is_smart_optimization_active: !device.isNotOptimised,
    device_model: models[device.kind],
    external_device_id: `cloud-${device.id.slice(0, 8)}`,
    comment: 'Imported; call back before 17:00',
  };
}

const sumsAs = (what: 'consumption' | 'production', {dayKwh, weekKwh, monthKwh}: RollingSums) => ({
  [`${what}_last_day_kwh`]: dayKwh,
  [`${what}_last_week_kwh`]: weekKwh,
  [`${what}_last_month_kwh`]: monthKwh,
});
