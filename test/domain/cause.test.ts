import {expect} from '@open-wc/testing';
import type {Cause} from '../../src/domain/cause.js';
import {causeOf} from '../../src/domain/cause.js';
import type {Device} from '../../src/domain/device.js';
import {heatPump, inverter, vehicle, without} from '../view/devices.js';

const unsteered = {optimisation: {state: 'inactive'}} as const;
const feeding = (exportW: number) => ({grid: {exportW, derived: false}});
const battery = (direction: 'charging' | 'discharging') => ({battery: {power: {watts: 900, direction}}});

const CAUSES: readonly (readonly [name: string, device: Device, cause: Cause | undefined])[] = [
  ['a heat pump that says what it does', heatPump({operation: 'Hot Water'}), 'hot-water'],
  ['a heat pump with a word of its own', heatPump({operation: 'Legionella'}), 'as-sent'],
  ['a heat pump that says only what it draws', without(heatPump(), 'operation'), 'drawing'],
  ['a heat pump with nothing to say', without(heatPump(), 'operation', 'powerW'), undefined],

  ['a vehicle that waits for a deadline', vehicle({readyBy: '07:00'}), 'waiting-until'],
  ['a vehicle that waits without one', vehicle(), 'waiting'],
  ['a vehicle at its target waits for nothing', vehicle({levelPercent: 75, targetPercent: 75}), undefined],
  ['a vehicle at its limit waits for nothing', vehicle({levelPercent: 80}), undefined],
  ['a vehicle whose level nobody knows', without(vehicle(), 'levelPercent'), undefined],
  ['a vehicle whose goal nobody knows', without(vehicle(), 'limitPercent'), undefined],
  ['a vehicle that nobody steers', vehicle(unsteered), undefined],
  ['a vehicle that is away', vehicle({isPluggedIn: false}), 'unplugged'],
  ['a vehicle that is away and that nobody steers', vehicle({isPluggedIn: false, ...unsteered}), undefined],
  ['a vehicle that is full, steered or not', vehicle({isFull: true, ...unsteered}), 'full'],
  ['a vehicle that says how long it charges', vehicle({isCharging: true, remainingS: 6250}), 'charging'],
  ['a vehicle that says up to where it charges', vehicle({isCharging: true}), 'charging-to'],
  ['a vehicle that charges and says no more', without(vehicle({isCharging: true}), 'limitPercent'), undefined],

  ['a roof that feeds in', inverter(), 'sun-to-spare'],
  ['a battery that feeds in: not the sun', inverter({productionW: 0, ...battery('discharging')}), undefined],
  ['a home that draws', inverter({productionW: 400, ...feeding(-550)}), 'needs-more'],
  ['a battery that is filled from the grid: not the home', inverter({...feeding(-900), ...battery('charging')}), undefined],
  ['a home on its battery', inverter({productionW: 0, ...feeding(0), ...battery('discharging')}), 'from-battery'],
  ['a home on its sun', inverter({...feeding(0), ...battery('charging')}), 'from-sun'],
  ['a home whose figures do not add up', inverter({productionW: 0, ...feeding(0), ...battery('charging')}), undefined],
  ['a home of unknown use', without(inverter(), 'householdW'), undefined],
  ['a home without a meter', without(inverter(), 'grid'), undefined],

  ['a disconnected device', vehicle({connection: 'disconnected', readyBy: '07:00'}), undefined],
];

describe('why a device does what it does', () => {
  for (const [name, device, cause] of CAUSES) it(name, () => expect(causeOf(device)).to.equal(cause));
});
