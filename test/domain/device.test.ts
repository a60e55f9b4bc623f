import {expect} from '@open-wc/testing';
import {deviceKey} from '../../src/domain/device.js';
import {heatPump, vehicle} from '../view/devices.js';

describe('the identity of a device', () => {
  it('is its kind and its id: two kinds may use one id', () => {
    expect([heatPump({id: '7'}), vehicle({id: '7'})].map(deviceKey)).to.deep.equal(['heat-pump:7', 'electric-vehicle:7']);
  });
});
