/** The public surface: importing this registers the three elements. The list first, so that cards can follow it. */
export {PoderoDeviceList} from './elements/podero-device-list.js';
export {PoderoDeviceCard} from './elements/podero-device-card.js';
export {PoderoConsumptionChart} from './elements/podero-consumption-chart.js';
export {parseDevice} from './api/parse-device.js';
export type {PoderoErrorDetail, PoderoEventDetails} from './elements/events.js';
export type {
  Battery, Connection, Device, DeviceKind, ElectricVehicle, EnergyTotals, Generation, GridExchange, HeatPump, Inverter,
  Optimisation, Reconnect,
} from './domain/device.js';
export type {ErrorCode} from './domain/errors.js';
export type {PeriodName} from './domain/calendar.js';
export type {EnergyBucket, EnergySeries, SavingsBucket, SavingsSeries, Series} from './domain/energy-series.js';
export type {GetHeaders, GetToken} from './api/endpoint.js';
export type {BatterySign} from './api/inverter-balance.js';
export type {LabelKey, Labels} from './text/messages.js';
export type {Collection} from './api/routes.js';
