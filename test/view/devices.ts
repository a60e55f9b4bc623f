import type {ElectricVehicle, HeatPump, Inverter} from '../../src/domain/device.js';
import type {DeviceViewContext} from '../../src/view/device-view.js';
import {Task} from '@lit/task';
import {html, svg} from 'lit';
import {directive, Directive} from 'lit/directive.js';
import {setChildPartValue} from 'lit/directive-helpers.js';
import {repeat} from 'lit/directives/repeat.js';
import {hand} from '../../src/view/lit.js';
import {speechFor} from '../../src/text/speech.js';

hand({html, svg, repeat, directive, Directive, setChildPartValue, Task});

/** 15:25 in Vienna. */
export const NOW = Date.parse('2025-11-20T14:25:00Z');

export const before = (minutes: number): Date => new Date(NOW - minutes * 60_000);

export const speech = speechFor('en', 'Europe/Vienna');

export const view: DeviceViewContext = {
  ...speech, now: NOW, staleAfterS: 3600, headingLevel: 3, reconnectStep: 'ask', onReconnect: () => {}, onSelect: undefined,
};

const common = {
  id: 'd1', generation: 'G2', connection: 'connected', optimisation: {state: 'active'}, hasMessage: false, unreadable: [], stateAt: before(5),
} as const;

export const totals = {lastDayKwh: 45.3, lastWeekKwh: 287.6, lastMonthKwh: 1204.8, at: new Date('2025-11-20T01:00:00Z')};

export const heatPump = (differences: Partial<HeatPump> = {}): HeatPump => ({
  ...common, kind: 'heat-pump', manufacturer: 'Nibe', model: 'S-Series', operation: 'heating', powerW: 2480, indoorC: 21.5, outdoorC: 5.3,
  hotWaterC: 51.1, ...differences,
});

export const vehicle = (differences: Partial<ElectricVehicle> = {}): ElectricVehicle => ({
  ...common, kind: 'electric-vehicle', manufacturer: 'Tesla', model: 'Model 3', isPluggedIn: true, isCharging: false, chargingPowerW: 0,
  levelPercent: 41, limitPercent: 80, rangeKm: 190, ...differences,
});

export const inverter = (differences: Partial<Inverter> = {}): Inverter => ({
  ...common, kind: 'inverter', manufacturer: 'Fronius', model: 'Symo GEN24', productionW: 6250, householdW: 950, surplusW: 5300,
  battery: {levelPercent: 85, power: {watts: 755, direction: 'charging'}}, grid: {exportW: 4545, derived: false}, ...differences,
});

/** The device as an API that does not send these fields describes it. */
export const without = <T extends object>(device: T, ...names: (keyof T)[]): T =>
  Object.fromEntries(Object.entries(device).filter(([name]) => !names.includes(name as keyof T))) as T;
