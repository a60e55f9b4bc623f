import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import type {Activity} from '../../src/domain/status.js';
import {activityOf} from '../../src/domain/status.js';
import {heatPump, inverter, vehicle, without} from '../view/devices.js';

const exporting = (exportW: number) => ({grid: {exportW, derived: false}});

const ACTIVITIES: readonly (readonly [name: string, device: Device, activity: Activity])[] = [
  ...(['heating', 'hot-water', 'cooling', 'pool-heating', 'standby', 'off'] as const)
    .map(word => [`a heat pump that says ${word}`, heatPump({operation: word}), {is: word}] as const),
  ['a heat pump of the older generation', heatPump({operation: 'Hot Water'}), {is: 'hot-water'}],
  ['a heat pump that writes with underscores', heatPump({operation: 'SPACE_HEATING '}), {is: 'heating'}],
  ['a heat pump that says DHW', heatPump({operation: 'DHW'}), {is: 'hot-water'}],
  ['a heat pump with a new word', heatPump({operation: 'Legionella'}), {is: 'as-sent', word: 'Legionella'}],
  ['a heat pump with a word that objects know', heatPump({operation: 'constructor'}), {is: 'as-sent', word: 'constructor'}],
  ['a heat pump without a word draws power', without(heatPump({powerW: 0}), 'operation'), {is: 'drawing', watts: 0}],
  ['a heat pump with nothing to say', without(heatPump(), 'operation', 'powerW'), {is: 'not-known'}],

  ['a vehicle that is away', vehicle({isPluggedIn: false, isCharging: true}), {is: 'unplugged'}],
  ['a vehicle that charges', vehicle({isCharging: true, isFull: true}), {is: 'charging'}],
  ['a vehicle that waits', vehicle({isCharging: false}), {is: 'waiting'}],
  ['a vehicle that is full', vehicle({isCharging: false, isFull: true}), {is: 'full'}],
  ['a vehicle that does not say whether it is plugged in', without(vehicle({isCharging: true}), 'isPluggedIn'), {is: 'not-known'}],
  ['a vehicle that does not say whether it charges', without(vehicle(), 'isCharging'), {is: 'not-known'}],

  ['an inverter that feeds in', inverter(exporting(10)), {is: 'feeding-grid'}],
  ['an inverter that draws', inverter(exporting(-10)), {is: 'drawing-from-grid'}],
  ['an inverter whose meter only makes noise', inverter(exporting(9.9)), {is: 'self-sufficient'}],
  ['an inverter whose meter makes noise below zero', inverter(exporting(-9.9)), {is: 'self-sufficient'}],
  ['an inverter without a meter by day', without(inverter({productionW: 10}), 'grid'), {is: 'producing'}],
  ['an inverter without a meter by night', without(inverter({productionW: 0}), 'grid'), {is: 'not-producing'}],
  ['an inverter with nothing to say', without(inverter(), 'grid', 'productionW'), {is: 'not-known'}],

  ...[heatPump, vehicle, inverter].map(make => make({connection: 'disconnected'}))
    .map(device => [`a disconnected ${device.kind}: what it did is over`, device, {is: 'not-known'}] as const),
  ['a heat pump whose connection is not known', heatPump({connection: 'unknown', operation: 'heating'}), {is: 'heating'}],
];

describe('what a device is doing', () => {
  for (const [name, device, activity] of ACTIVITIES) it(name, () => expect(activityOf(device)).to.deep.equal(activity));
});
