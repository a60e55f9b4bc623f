/** What kind of machine a device is; also the value of the `device-type` attribute. */
export type DeviceKind = 'heat-pump' | 'electric-vehicle' | 'inverter';

/** The kinds in the order in which a list shows them. */
export const DEVICE_KINDS = ['heat-pump', 'electric-vehicle', 'inverter'] as const satisfies readonly DeviceKind[];

/**
 * Which generation of the Partner API described the device: `G1` is the older guide, `G2` the newer one,
 * `unknown` when the payload carries marks of neither or of both. It decides which readings a device can have at all.
 */
export type Generation = 'G1' | 'G2' | 'unknown';

/** `unknown` when the API did not say (or not as a boolean): never to be read as disconnected. */
export type Connection = 'connected' | 'disconnected' | 'unknown';

/**
 * Is Podero steering this device? `unavailable` while it is not connected.
 * `mode` is how hard it optimises right now (heat pumps of G2): `min`, `low`, `mid`, `max`, or a newer word as sent.
 */
export type Optimisation =
  | {readonly state: 'active'; readonly mode?: string}
  | {readonly state: 'inactive' | 'unavailable' | 'unknown'};

/** What a person has to do to bring a device back. `url` only where it may be followed; otherwise the provider has to help. */
export interface Reconnect {
  readonly url?: string;
}

/** Rolling sums in kWh. Consumption, or for inverters solar production. A window that was not sent is absent. */
export interface EnergyTotals {
  readonly lastDayKwh?: number;
  readonly lastWeekKwh?: number;
  readonly lastMonthKwh?: number;
  /** When the sums were computed; not when the device was last heard of. */
  readonly at?: Date;
}

interface DeviceBase {
  readonly id: string;
  readonly manufacturer?: string;
  readonly model?: string;
  /** Id of the building the device belongs to. */
  readonly building?: string;
  /** When Podero came to know the device: of the time before there are no figures. */
  readonly createdAt?: Date;
  readonly generation: Generation;
  readonly connection: Connection;
  readonly optimisation: Optimisation;
  /** Present exactly when the user has to sign in again at the manufacturer. */
  readonly reconnect?: Reconnect;
  /** Something other than a reconnect waits for the user; the words are with the provider. */
  readonly hasMessage: boolean;
  /** When the manufacturer last reported the state shown here. */
  readonly stateAt?: Date;
  readonly totals?: EnergyTotals;
  /** Wire names of fields that were sent in a form that cannot be read; their readings are absent. */
  readonly unreadable: readonly string[];
}

/** Temperatures in °C, power in W. */
export interface HeatPump extends DeviceBase {
  readonly kind: 'heat-pump';
  /** What the unit does, in the API's own word: `heating`, `Hot Water`, … (`status.ts` understands it). */
  readonly operation?: string;
  readonly powerW?: number;
  readonly indoorC?: number;
  readonly indoorTargetC?: number;
  readonly outdoorC?: number;
  readonly hotWaterC?: number;
  /** Water leaving the heat pump towards the heating circuit. */
  readonly flowC?: number;
  /** Water coming back from the heating circuit. */
  readonly returnC?: number;
}

/** Power in W, levels in %, range in km. */
export interface ElectricVehicle extends DeviceBase {
  readonly kind: 'electric-vehicle';
  readonly isPluggedIn?: boolean;
  readonly isCharging?: boolean;
  /** The target or the vehicle's own limit is reached; not necessarily 100 %. */
  readonly isFull?: boolean;
  readonly chargingPowerW?: number;
  /** State of charge. */
  readonly levelPercent?: number;
  /** Level wanted at the deadline. */
  readonly targetPercent?: number;
  /** Level beyond which the vehicle does not charge. */
  readonly limitPercent?: number;
  readonly rangeKm?: number;
  /** Until the target is reached, at the current power. */
  readonly remainingS?: number;
  /** `HH:MM` of the daily deadline, or the instant of the next one. Absent while no deadline is in force. */
  readonly readyBy?: string | Date;
  /** Whether a deadline is in force; absent where the API has no such setting. */
  readonly hasDeadline?: boolean;
}

/** Powers in W. */
export interface Inverter extends DeviceBase {
  readonly kind: 'inverter';
  readonly productionW?: number;
  readonly householdW?: number;
  /** Production beyond what the home uses; negative while it uses more. */
  readonly surplusW?: number;
  readonly battery?: Battery;
  readonly grid?: GridExchange;
}

/** `power` never carries a sign whose meaning is not known: without a known direction it is a bare magnitude. */
export interface Battery {
  readonly levelPercent?: number;
  readonly power?: {readonly watts: number; readonly direction: 'charging' | 'discharging' | 'idle' | 'unknown'};
}

/** `derived` when the API does not send it and it follows from the balance of the household. */
export interface GridExchange {
  readonly exportW: number;
  readonly derived: boolean;
}

/** One device as it is understood here: frozen, without nulls, units and directions in the names. */
export type Device = HeatPump | ElectricVehicle | Inverter;

/** Identity on a page: ids are unique within a kind only. */
export const deviceKey = (device: Pick<Device, 'kind' | 'id'>): string => `${device.kind}:${device.id}`;
