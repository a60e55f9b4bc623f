import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import {givenDevices, oneDevice} from '../../src/elements/one-device.js';
import {heatPump} from '../view/devices.js';

const faultOf = (type: string | null | undefined, id: string | null | undefined) => {
  const scope = oneDevice('podero-device-card', type, id);
  return scope.is === 'unusable' ? [scope.error.code, scope.error.message] : [];
};

describe('oneDevice', () => {
  it('is the device of the kind and id', () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) {
      expect(oneDevice('podero-device-card', kind, 'a b')).to.deep.equal({is: 'one', kind, id: 'a b'});
    }
  });

  for (const [type, id, words] of [
    [undefined, '1', 'device-type is missing'],
    [null, '1', 'device-type is missing'],
    ['', '1', 'device-type is missing'],
    ['Heat-Pump', '1', 'device-type="Heat-Pump" cannot be used'],
    ['heat-pumps', undefined, 'device-type="heat-pumps" cannot be used'],
    ['toString', '1', 'device-type="toString" cannot be used'],
  ] as const) {
    it(`names the tag, the fault and what to give instead for device-type ${JSON.stringify(type)}`, () => {
      expect(faultOf(type, id)).to.deep.equal(['config', `<podero-device-card> ${words}: give one of heat-pump, electric-vehicle, inverter.`]);
    });
  }

  it('asks for the id that is missing', () => {
    for (const id of [undefined, null, '']) {
      expect(faultOf('inverter', id)).to.deep.equal(['config', '<podero-device-card> device-id is missing: set it to the id of the device.']);
    }
  });
});

describe('givenDevices', () => {
  it('are devices as the events carry them', () => {
    const devices = [heatPump({id: '1'}), heatPump({id: '2'})];
    expect(givenDevices('podero-device-list', 'devices', devices)).to.deep.equal({is: 'given', devices});
    expect(givenDevices('podero-device-list', 'devices', [])).to.deep.equal({is: 'given', devices: []});
  });

  for (const other of [[{}], ['x'], [7], [null], [{id: 'a'}], [{kind: 'boiler', id: 'a'}], [heatPump(), {kind: 'inverter'}], 'devices', {}]) {
    it(`are nothing else: ${JSON.stringify(other).slice(0, 40)}`, () => {
      const scope = givenDevices('podero-device-list', 'devices', other as unknown as Device[]);
      expect(scope.is === 'unusable' && [scope.error.code, scope.error.message]).to.deep.equal([
        'config', '<podero-device-list> devices cannot be used: give what parseDevice returns, or what the events carry.',
      ]);
    });
  }
});
