/** What has to be on the page for the API's own JSON: written apart from the widgets, from the contract alone. */
import type {Payload} from '../../demo/sandbox/render.js';
import type {Read} from './read-page.js';

type Sent = Payload & Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- JSON as sent

const fixed = (value: number, digits: number) =>
  value.toLocaleString('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits}).replace(/^-0(\.0)?$/, '0$1');

const or = (say: (value: number) => string) => (value: unknown): string => typeof value === 'number' ? say(value) : '–';

const power = or(w => Math.abs(Math.round(w)) < 1000 ? `${fixed(w, 0)} W` : `${fixed(w / 1000, 1)} kW`);
const energy = or(kwh => kwh < 99.95 ? `${fixed(kwh, 1)} kWh` : `${fixed(kwh, 0)} kWh`);
const celsius = or(c => `${fixed(c, 1)} °C`);
const percent = or(p => `${fixed(p, 0)} %`);
const km = or(k => `${fixed(k, 0)} km`);

/** Whole minutes, rounded up. */
const duration = or(s => {
  const minutes = Math.ceil(s / 60);
  return [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 || !minutes ? `${minutes % 60} min` : ''].filter(Boolean).join(' ');
});

const isG1 = (sent: Sent) => 'authorization_url' in sent;
const KIND = {'heat-pumps': 'Heat pump', 'electric-vehicles': 'Electric vehicle', 'inverters': 'Solar inverter'} as const;
const MODES: Record<string, string> = {min: 'Min', low: 'ECO', mid: 'Comfort', max: 'Boost'};
const OPERATIONS: Record<string, string> = {'heating': 'Heating', 'hot water': 'Hot water', 'cooling': 'Cooling', 'standby': 'Standby'};

function statusOf(sent: Sent): string {
  if (!sent.is_smart_optimization_active) return 'Connected Not optimising';
  return `Connected Optimisation ${MODES[sent.current_mode] ?? 'active'}`;
}

const exportOf = (sent: Sent): number => sent.current_power_to_grid_w
  ?? sent.current_solar_production_w - sent.household_consumption_w - sent.battery_charge_discharge_power_w;

const chargingOf = (sent: Sent): number => (isG1(sent) ? 1 : -1) * sent.battery_charge_discharge_power_w;

const wayOf = (watts: number, words: readonly [string, string, string], from = 1): string =>
  watts >= from ? words[0] : watts <= -from ? words[1] : words[2];

const totalsOf = (sent: Sent, prefix: string): Read => isG1(sent) ? {
  'last-day': `24 hours | ${energy(sent[`${prefix}_last_day_kwh`])}`,
  'last-week': `7 days | ${energy(sent[`${prefix}_last_week_kwh`])}`,
  'last-month': `30 days | ${energy(sent[`${prefix}_last_month_kwh`])}`,
} : {};

const BY_OPERATION: Record<string, string> = {
  'heating': 'Your rooms are being heated.',
  'hot water': 'Hot water is being heated.',
  'cooling': 'Your rooms are being cooled.',
  'standby': 'Ready, with nothing to do at the moment.',
};

/** Why a device that is fine does what it does. */
const REASONS: Record<keyof typeof KIND, (sent: Sent) => string> = {
  'heat-pumps': sent => isG1(sent) ? BY_OPERATION[sent.operational_mode.toLowerCase()]! : 'The device does not say what for.',
  'electric-vehicles': sent => {
    if (sent.is_plugged_in && sent.is_charging) return isG1(sent) ? `${duration(sent.charge_time_remaining)} left.` : `Up to ${percent(sent.minimum_charge_limit)}.`;
    if (sent.is_plugged_in && sent.is_fully_charged) return 'The level that was set is reached.';
    if (!sent.is_smart_optimization_active) return '';
    if (!sent.is_plugged_in) return 'Plug in to charge in the best hours.';
    if (sent.battery_level >= (sent.minimum_charge_limit ?? sent.charge_limit_max)) return '';
    return `Waiting for the best hours${isG1(sent) ? '' : `, ready by ${sent.charge_deadline_at}`}.`;
  },
  'inverters': sent => {
    const spareW = sent.current_solar_production_w - sent.household_consumption_w;
    const exportW = exportOf(sent);
    if (exportW >= 10) return spareW > 0 ? 'More sun than the home needs.' : '';
    if (exportW <= -10) return spareW < 0 ? 'The home needs more than the sun brings.' : '';
    if (chargingOf(sent) <= -10) return 'The battery gives what the sun does not.';
    return spareW > -10 ? 'The home lives on its own sun.' : '';
  },
};

const READINGS: Record<keyof typeof KIND, (sent: Sent) => Read> = {
  'heat-pumps': sent => ({
    activity: isG1(sent) ? OPERATIONS[sent.operational_mode.toLowerCase()] ?? sent.operational_mode : `Using ${power(sent.current_power_consumption_w)}`,
    indoor: `Indoor | ${celsius(sent.indoor_actual_temperature)}`,
    'hot-water': `Hot water | ${celsius(sent.dhw_temperature)}`,
    outdoor: `Outdoor | ${celsius(sent.outdoor_temperature)}`,
    power: `Power | ${power(sent.current_power_consumption_w)}`,
    ...(isG1(sent) ? {} : {
      'indoor-target': `Target | ${celsius(sent.indoor_target_temperature)}`,
      flow: `Flow | ${celsius(sent.outlet_temperature)}`,
      return: `Return | ${celsius(sent.inlet_temperature)}`,
    }),
    ...totalsOf(sent, 'consumption'),
  }),
  'electric-vehicles': sent => ({
    activity: !sent.is_plugged_in ? 'Unplugged' : sent.is_charging ? 'Charging' : sent.is_fully_charged ? 'Plugged in, full' : 'Plugged in, waiting',
    level: `Charge level | ${percent(sent.battery_level)}`,
    power: `Power | ${power(sent.charge_rate_w)}`,
    range: `Range | ${km(sent.driving_range)}`,
    limit: `Limit | ${percent(sent.charge_target_max ?? sent.charge_limit_max)}`,
    ...(isG1(sent)
      ? {'time-to-target': `Time left | ${duration(sent.is_charging ? sent.charge_time_remaining : null)}`}
      : {'ready-by': `Ready by | ${sent.charge_deadline_at}`, target: `Target | ${percent(sent.minimum_charge_limit)}`}),
    ...totalsOf(sent, 'consumption'),
  }),
  'inverters': sent => ({
    activity: wayOf(exportOf(sent), ['Feeding the grid', 'Drawing from grid', 'Self-sufficient'], 10),
    solar: `Solar | ${power(sent.current_solar_production_w)}`,
    home: `Home | ${power(sent.household_consumption_w)}`,
    surplus: `Surplus | ${power(sent.solar_surplus_w)}`,
    grid: `${wayOf(exportOf(sent), ['To grid', 'From grid', 'Grid'], 10)}${isG1(sent) ? ', calculated' : ''} | ${isG1(sent) ? '≈ ' : ''}${power(Math.abs(exportOf(sent)))}`,
    battery: `Battery, ${wayOf(chargingOf(sent), ['charging', 'discharging', 'idle'], 10)} | ${
      power(Math.abs(chargingOf(sent)))} | ${percent(sent.battery_charge_level_percent)}`,
    ...totalsOf(sent, 'production'),
  }),
};

/** When the sums were computed: the time, with the day where it is not today's. */
function asOf(sent: Sent, now: Date): string {
  const at = new Date(sent.consumption_last_updated_at ?? sent.consumption_last_updated_utc ?? sent.production_last_updated_utc);
  const isToday = at.toDateString() === now.toDateString();
  return at.toLocaleString('en-GB', {hour: '2-digit', minute: '2-digit', ...(isToday ? {} : {day: 'numeric', month: 'short'})});
}

const nameOf = (sent: Sent): string => `${sent.device_model.manufacturer} ${sent.device_model.model}`;

/** One card of a connected device that was heard of just now. */
export function expectedCard(collection: keyof typeof KIND, payload: Payload, prefix = ''): Read {
  const sent = payload as Sent;
  const card: Read = {
    title: nameOf(sent),
    subtitle: KIND[collection],
    status: statusOf(sent),
    reason: REASONS[collection](sent),
    footer: '',
    ...(isG1(sent) ? {totals: `${collection === 'inverters' ? 'Production' : 'Consumption'} as of ${asOf(sent, new Date())}`} : {}),
    ...READINGS[collection](sent),
  };
  return Object.fromEntries(Object.entries(card).map(([name, text]) => [`${prefix}${sent.id} ${name}`, text]));
}

type Collections = Readonly<Record<keyof typeof KIND, readonly Payload[]>>;

export const expectedList = (sent: Collections): Read => ({'list head': `Your devices | ${Object.values(sent).flat().length} devices. Refresh`});

const DAYS = {day: 1, week: 7, month: 30} as const;
const WINDOWS = Object.keys(DAYS) as (keyof typeof DAYS)[];
const LABELS = {day: '24 hours', week: '7 days', month: '30 days'};

/** The chart of all devices: what consumes and what produces, never added up. */
export function expectedChart({inverters, ...others}: Collections): Read {
  const consumers = Object.values(others).flat() as readonly Sent[];
  if (!consumers.every(isG1)) {
    return {
      'chart head': '', 'chart legend': '', 'chart table': '', 'chart words': '',
      'chart empty': 'No energy figures yet They appear here as soon as your devices’ consumption or production is known.',
    };
  }
  const largestFirst = [...consumers].sort((a, b) => b.consumption_last_month_kwh - a.consumption_last_month_kwh);
  const flows = [['Consumption', 'consumption', largestFirst], ['Production', 'production', inverters as readonly Sent[]]] as const;
  const figuresOf = (field: string, devices: readonly Sent[]) => WINDOWS.map(window => {
    const sum = devices.reduce((total, device) => total + device[`${field}_last_${window}_kwh`], 0);
    return `${LABELS[window]} ${energy(sum)}${DAYS[window] > 1 ? ` ${energy(sum / DAYS[window])} a day` : ''}`;
  }).join(' ');
  const rows = flows.flatMap(([name, field, devices]) => devices.map(device =>
    [`${nameOf(device)}${name}`, ...WINDOWS.map(window => energy(device[`${field}_last_${window}_kwh`]))].join(' | ')));
  return {
    'chart head': 'Energy | All devices',
    'chart empty': '',
    ...Object.fromEntries(flows.map(([name, field, devices]) => [`chart ${field}`, `${name} ${figuresOf(field, devices)}`])),
    'chart legend': flows.flatMap(([, , devices]) => devices.map(nameOf)).join(' | '),
    'chart table': ['Energy', `Device | ${WINDOWS.map(window => LABELS[window]).join(' | ')}`, ...rows].join(' / '),
    'chart words': 'Daily average, kWh | TableExport CSV',
  };
}
