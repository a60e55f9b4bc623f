const heatPump = (manufacturer: string, model: string) =>
  ({manufacturer, model, device_type: {short_name: 'hp_atw', long_name: 'Heat Pump (Air-to-Water)'}, year: null});

const vehicle = (manufacturer: string, model: string, year: number) =>
  ({manufacturer, model, device_type: {short_name: 'ev', long_name: 'Electric Vehicle'}, year});

const inverter = (manufacturer: string, model: string, year: number) =>
  ({manufacturer, model, device_type: {short_name: 'inverter', long_name: 'Solar Inverter'}, year});

/** Make and model in the API's own field names: both generations send them alike. */
export type Model = ReturnType<typeof heatPump> | ReturnType<typeof vehicle>;

/** What a home can have, the reference home's first. */
export const HEAT_PUMPS = [
  {model: heatPump('Nibe', 'S-Series'), size: 1},
  {model: heatPump('Vaillant', 'aroTHERM plus'), size: 0.8},
  {model: heatPump('Ochsner', 'Air Hawk 208'), size: 1.15},
  {model: heatPump('Daikin', 'Altherma 3 H HT'), size: 0.9},
  {model: heatPump('iDM', 'AERO ALM 4–12'), size: 1.3},
  {model: heatPump('Viessmann', 'Vitocal 250-A'), size: 0.7},
] as const;

export const VEHICLES = [
  {model: vehicle('Tesla', 'Model 3', 2023), capacityKwh: 79.5, kmPerPercent: 4.65},
  {model: vehicle('Škoda', 'Enyaq 85', 2024), capacityKwh: 77, kmPerPercent: 4.8},
  {model: vehicle('Renault', '5 E-Tech', 2025), capacityKwh: 52, kmPerPercent: 3.4},
  {model: vehicle('Volkswagen', 'ID.3 Pro', 2022), capacityKwh: 58, kmPerPercent: 3.7},
  {model: vehicle('Hyundai', 'Ioniq 5', 2024), capacityKwh: 84, kmPerPercent: 4.9},
] as const;

/** Powers of the roof (kW) and of the inverter (W); no battery: 0. */
export const INVERTERS = [
  {model: inverter('Fronius', 'Symo GEN24 10.0 Plus', 2022), roofKw: 10.2, inverterW: 10_000, batteryKwh: 10},
  {model: inverter('Huawei', 'SUN2000-8KTL', 2023), roofKw: 8.4, inverterW: 8000, batteryKwh: 15},
  {model: inverter('SMA', 'Sunny Tripower 6.0', 2021), roofKw: 6.6, inverterW: 6000, batteryKwh: 0},
  {model: inverter('Sungrow', 'SH8.0RT', 2024), roofKw: 9, inverterW: 8000, batteryKwh: 9.6},
  {model: inverter('Fronius', 'Primo GEN24 5.0 Plus', 2024), roofKw: 5.1, inverterW: 5000, batteryKwh: 7.7},
] as const;

export const CREATED_AT = '2024-01-10T08:00:00Z';
