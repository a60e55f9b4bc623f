import {periodsBetween, type Period, type Resolution, type Zone} from './calendar.js';
import {consumptionOf, type History} from './history.js';
import {bill} from './tariff.js';

export interface SavingsQuery {
  readonly from: string;
  readonly to: string;
  readonly resolution: Resolution;
}

/**
 * Shape S of the API's facts. Periods are whole days, weeks … of the zone that begin in the range asked for. The one that
 * is running has its whole period and what is known of it so far; later ones, and earlier ones than the device, are left out.
 */
export function savingsOf(history: History, query: SavingsQuery, zone: Zone, now: Date) {
  const periods = periodsBetween(Date.parse(query.from), Date.parse(query.to), query.resolution, zone);
  return {
    metadata: {requested_at: now.toISOString(), query, units: {savings: 'EUR', consumption: 'Wh'}, error: null},
    data: periods.filter(({from, to}) => to > history.since && from < history.until).map(period => bucketOf(history, period, query.resolution)),
  };
}

function bucketOf(history: History, period: Period, resolution: Resolution) {
  const {device: {kind}, home, since, until} = history;
  const [from, to] = [Math.max(period.from, since), Math.min(period.to, until)];
  const consumption = consumptionOf(home, kind);
  const {paid, saved} = bill(consumption, kind, home.profile.seed, from, to);
  return {
    resolution,
    period: {start_period: new Date(period.from).toISOString(), end_period: new Date(period.to).toISOString()},
    savings: {total: hundredths(saved), percentage: paid ? tenths(100 * saved / (paid + saved)) : 0},
    consumption: {total: Math.round(consumption(from, to))},
    heat_pump: kind === 'heat-pump' ? {estimated_consumption_wh: Math.round(consumption(from, to))} : null,
    electric_vehicle: kind === 'electric-vehicle' ? chargingOf(history, from, to) : null,
    inverter: kind === 'inverter' ? roofOf(history, from, to) : null,
  };
}

function chargingOf({home}: History, from: number, to: number) {
  const wh = home.energyWh.vehicle(from, to);
  const {count, hours} = home.vehicle.chargings(from, to);
  return {estimated_consumption_wh: Math.round(wh), charge_session_count: count, average_charge_power_w: hours ? Math.round(wh / hours) : null};
}

const roofOf = ({home: {energyWh}}: History, from: number, to: number) => ({
  solar_production_wh: Math.round(energyWh.production(from, to)),
  grid_export_wh: Math.round(energyWh.export(from, to)),
});

const tenths = (value: number): number => Math.round(value * 10) / 10;
const hundredths = (value: number): number => Math.round(value * 100) / 100;
