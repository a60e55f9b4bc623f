import {expect} from '@open-wc/testing';
import {oneDevice} from '../../src/elements/one-device.js';

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
      expect(faultOf('inverter', id)).to.deep.equal(['config', '<podero-device-card> device-id is missing: give the id of the device.']);
    }
  });
});
