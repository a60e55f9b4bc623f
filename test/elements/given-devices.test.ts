import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import {givenDevices} from '../../src/elements/given-devices.js';
import {heatPump} from '../view/devices.js';

describe('givenDevices', () => {
  it('are devices as the events carry them', () => {
    const devices = [heatPump({id: '1'}), heatPump({id: '2'})];
    expect(givenDevices('podero-device-list', 'devices', devices)).to.deep.equal({is: 'given', devices});
    expect(givenDevices('podero-device-list', 'devices', [])).to.deep.equal({is: 'given', devices: []});
  });

  it('are the first of several with one id', () => {
    const [first, second] = [heatPump({id: '1'}), heatPump({id: '1', model: 'Other'})];
    expect(givenDevices('podero-device-list', 'devices', [first, second, first])).to.deep.equal({is: 'given', devices: [first]});
  });

  for (const other of [[{}], ['x'], [7], [null], [{id: 'a'}], [{kind: 'boiler', id: 'a'}], [heatPump(), {kind: 'inverter'}], [{kind: 'heat-pump', id: '1'}], 'devices', {}]) {
    it(`are nothing else: ${JSON.stringify(other).slice(0, 40)}`, () => {
      const scope = givenDevices('podero-device-list', 'devices', other as unknown as Device[]);
      expect(scope.is === 'unusable' && [scope.error.code, scope.error.message]).to.deep.equal([
        'config', '<podero-device-list> devices cannot be used: give what parseDevice returns.',
      ]);
    });
  }
});
