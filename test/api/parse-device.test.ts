import {expect} from '@open-wc/testing';
import {parseDevice} from '../../src/api/parse-device.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {heatPumpPayload, inverterPayload} from '../fixtures/payloads.js';

describe('parseDevice', () => {
  it('understands a device as the widgets do, frozen', () => {
    const device = parseDevice('heat-pump', heatPumpPayload('G1', {id: '1', current_power_consumption_w: '2480'}));
    expect(device).to.include({kind: 'heat-pump', id: '1', generation: 'G1', powerW: 2480});
    expect(Object.isFrozen(device)).to.equal(true);
  });

  it('drops what cannot be read, and nothing else', () => {
    const device = parseDevice('heat-pump', heatPumpPayload('G1', {outdoor_temperature: {}}));
    expect(device?.unreadable).to.deep.equal(['outdoor_temperature']);
    expect(device).to.not.have.property('outdoorC');
  });

  it('is told what a positive battery power means', () => {
    const payload = inverterPayload('G1', {battery_charge_discharge_power_w: 3000, is_battery_connected: true});
    const directions = (['charging-positive', 'discharging-positive'] as const).map(batterySign => {
      const device = parseDevice('inverter', payload, {batterySign});
      return device?.kind === 'inverter' && device.battery?.power?.direction;
    });
    expect(directions).to.deep.equal(['charging', 'discharging']);
  });

  for (const json of [null, undefined, 7, 'x', [], {}, {id: ''}, {id: 7}]) {
    it(`is undefined for ${JSON.stringify(json)}`, () => expect(parseDevice('inverter', json)).to.equal(undefined));
  }

  it('is undefined for a kind that it does not know', () => {
    for (const kind of ['wallbox', 'toString', undefined]) expect(parseDevice(kind as DeviceKind, {id: '1'})).to.equal(undefined);
  });
});
