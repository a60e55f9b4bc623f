import type {DeviceKind} from '../../src/domain/device.js';

/** Make and model of the devices of the simulated home, in the API's own field names: both generations send them alike. */
export const MODELS = {
  'heat-pump': {
    manufacturer: 'Nibe',
    model: 'S-Series',
    device_type: {short_name: 'hp_atw', long_name: 'Heat Pump (Air-to-Water)'},
    year: null,
  },
  'electric-vehicle': {
    manufacturer: 'Tesla',
    model: 'Model 3',
    device_type: {short_name: 'ev', long_name: 'Electric Vehicle'},
    year: 2023,
  },
  inverter: {
    manufacturer: 'Fronius',
    model: 'Symo GEN24 10.0 Plus',
    device_type: {short_name: 'inverter', long_name: 'Solar Inverter'},
    year: 2022,
  },
} as const satisfies Readonly<Record<DeviceKind, object>>;

export const CREATED_AT = '2024-01-10T08:00:00Z';
