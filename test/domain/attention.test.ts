import {expect} from '@open-wc/testing';
import {countAttention, needsUser} from '../../src/domain/attention.js';
import {heatPump, inverter, vehicle} from '../view/devices.js';

const URL = {url: 'https://example.com/sign-in'};

describe('devices that need a person', () => {
  it('are those with a reconnect or a message; one that is only disconnected is not', () => {
    const devices = [heatPump({reconnect: URL}), heatPump({reconnect: {}}), vehicle({hasMessage: true}), inverter({connection: 'disconnected'})];
    expect(devices.map(needsUser)).to.deep.equal([true, true, true, false]);
  });

  it('are counted once each, those with a reconnect apart', () => {
    expect(countAttention([heatPump({reconnect: URL, hasMessage: true}), vehicle({hasMessage: true}), inverter()]))
      .to.deep.equal({total: 2, actionRequired: 1});
    expect(countAttention([])).to.deep.equal({total: 0, actionRequired: 0});
  });
});
