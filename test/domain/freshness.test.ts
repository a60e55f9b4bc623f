import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import {ageMs, isOld} from '../../src/domain/freshness.js';
import {before, heatPump, inverter, NOW, vehicle, without} from '../view/devices.js';

const HOUR_S = 3600;

const CASES: readonly (readonly [name: string, device: Device, isOld: boolean])[] = [
  ['a state of exactly the limit', heatPump({stateAt: before(60)}), false],
  ['a state beyond the limit', heatPump({stateAt: before(61)}), true],
  ['an inverter by night', inverter({stateAt: before(61)}), true],
  ['a state without a stamp: nothing is known', without(heatPump(), 'stateAt'), false],
  ['a stamp in the future', heatPump({stateAt: before(-10)}), false],
  ['a parked car', vehicle({stateAt: before(600), isPluggedIn: false}), false],
  ['a car that does not say whether it is plugged in', without(vehicle({stateAt: before(600)}), 'isPluggedIn'), false],
  ['a car that is plugged in', vehicle({stateAt: before(61)}), true],
  ['a parked car that is disconnected', vehicle({stateAt: before(61), isPluggedIn: false, connection: 'disconnected'}), true],
];

describe('how old a state may be', () => {
  for (const [name, device, wanted] of CASES) {
    it(`${name} is ${wanted ? '' : 'not '}old`, () => expect(isOld(device, NOW, HOUR_S)).to.equal(wanted));
  }

  it('is the partner\'s to say', () => {
    expect([300, 299].map(limit => isOld(heatPump({stateAt: before(5)}), NOW, limit))).to.deep.equal([false, true]);
  });

  it('counts a stamp of the future as of now', () => {
    expect([before(-1), before(0), before(1)].map(stamp => ageMs(stamp, NOW))).to.deep.equal([0, 0, 60_000]);
  });
});
