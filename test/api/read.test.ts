import {expect} from '@open-wc/testing';
import {readPayload} from '../../src/api/read.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {payload} from '../fixtures/payloads.js';

const read = (fields: object, kind: DeviceKind = 'heat-pump') => readPayload(kind, {id: '1', ...fields});

describe('a device\'s JSON', () => {
  it('of both generations is read whole', () => {
    for (const kind of ['heat-pump', 'electric-vehicle', 'inverter'] as const) {
      for (const generation of ['G1', 'G2'] as const) {
        expect(readPayload(kind, payload(kind, generation))?.unreadable, `${kind} ${generation}`).to.deep.equal([]);
      }
    }
  });

  it('V11 without a usable id is no device', () => {
    for (const json of [undefined, null, 1, 'x', [], {}, {id: null}, {id: 7}, {id: ''}, {id: '.'}, {id: '..'}, {id: 'a\ud800'}]) {
      expect(readPayload('inverter', json), JSON.stringify(json)).to.equal(undefined);
    }
  });

  it('V10 loses only the field that cannot be read', () => {
    const {sent, unreadable} = read({
      is_authenticated: 'yes', current_power_consumption_w: [], indoor_actual_temperature: 21, updated_at: 'yesterday', model: {},
    })!;
    expect([...unreadable].sort()).to.deep.equal(['current_power_consumption_w', 'is_authenticated', 'updated_at']);
    expect(sent).to.deep.equal({id: '1', indoor_actual_temperature: 21});
  });

  it('V10 loses only the part of a field that cannot be read', () => {
    const {sent, unreadable} = read({
      device_model: {manufacturer: 7, model: 'S-Series'}, actions: [{code: 1}, {code: 'reauthenticate'}, null],
    })!;
    expect(sent).to.deep.equal({id: '1', device_model: {model: 'S-Series'}, actions: [{}, {code: 'reauthenticate'}]});
    expect([...unreadable].sort()).to.deep.equal(['actions', 'device_model']);
  });

  it('V01 takes a number that came as text for the number it spells, and says so', () => {
    const {sent, textNumbers} = read({current_power_consumption_w: '1200.50', outdoor_temperature: '-3'})!;
    expect(sent).to.include({current_power_consumption_w: 1200.5, outdoor_temperature: -3});
    expect(textNumbers).to.deep.equal(['current_power_consumption_w', 'outdoor_temperature']);
  });

  it('V02 takes nothing else for a number', () => {
    for (const value of ['', ' ', '1e5', '0x10', '1,5', 'NaN', 'Infinity', '9'.repeat(400), 1e9, -1e9, true, [5]]) {
      expect(read({outdoor_temperature: value})!.unreadable, String(value)).to.deep.equal(['outdoor_temperature']);
    }
    expect(readPayload('heat-pump', JSON.parse('{"id": "1", "outdoor_temperature": 1e999}'))!.unreadable).to.deep.equal(['outdoor_temperature']);
  });

  it('V02 has levels from 0 to 100 only', () => {
    const level = (battery_level: unknown) => read({battery_level}, 'electric-vehicle')!.unreadable.length;
    expect([level(0), level(100), level(-1), level(100.1), level('55')]).to.deep.equal([0, 0, 1, 1, 0]);
  });

  it('takes null for not sent', () => {
    expect(read({is_authenticated: null, device_model: null, actions: null})!.unreadable).to.deep.equal([]);
  });
});
