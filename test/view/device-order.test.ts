import {expect} from '@open-wc/testing';
import type {Device} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {DeviceOrder} from '../../src/view/device-order.js';
import {heatPump, inverter, vehicle} from '../view/devices.js';

const nameOf = ({model = ''}: Device) => model;
const arranged = (order: DeviceOrder, ...devices: Device[]) => order.arrange(devices, nameOf).map(({id}) => id);
const OUT = {reconnect: {}};

/** What decides, the devices as they come, their ids in order. */
const ORDERS: Readonly<Record<string, readonly [readonly Device[], readonly string[]]>> = {
  'the kind': [[inverter({id: 'i'}), vehicle({id: 'v'}), heatPump({id: 'h'})], ['h', 'v', 'i']],
  'the name within a kind': [
    [heatPump({id: '1', model: 'Zeta'}), heatPump({id: '2', model: 'Äther'}), heatPump({id: '3', model: 'Beta'})], ['2', '3', '1'],
  ],
  'the id within a name': [[heatPump({id: 'b'}), heatPump({id: 'a'})], ['a', 'b']],
  'who needs somebody, before the kind': [[heatPump({id: 'h'}), inverter({id: 'i', ...OUT})], ['i', 'h']],
  'a waiting message like a reconnect': [
    [heatPump({id: 'h'}), vehicle({id: 'v', ...OUT}), inverter({id: 'i', hasMessage: true})], ['v', 'i', 'h'],
  ],
  'the kind among those who need somebody': [[inverter({id: 'i', ...OUT}), heatPump({id: 'h', ...OUT})], ['h', 'i']],
};

describe('DeviceOrder', () => {
  for (const [what, [devices, ids]] of Object.entries(ORDERS)) {
    it(`is decided by ${what}`, () => expect(arranged(new DeviceOrder(DEVICE_KINDS), ...devices)).to.deep.equal(ids));
  }

  it('stays when somebody is needed later, until it is forgotten', () => {
    const order = new DeviceOrder(DEVICE_KINDS);
    arranged(order, heatPump({id: 'h'}), vehicle({id: 'v'}));
    const later = [heatPump({id: 'h'}), vehicle({id: 'v', ...OUT})];
    expect(arranged(order, ...later)).to.deep.equal(['h', 'v']);
    order.forget();
    expect(arranged(order, ...later)).to.deep.equal(['v', 'h']);
  });

  it('stays when a device gets another name, until it is forgotten', () => {
    const order = new DeviceOrder(DEVICE_KINDS);
    const [a, b] = [heatPump({id: 'a', model: 'A'}), heatPump({id: 'b', model: 'B'})];
    arranged(order, a, b);
    const renamed = {...a, model: 'Z'};
    expect(arranged(order, renamed, b)).to.deep.equal(['a', 'b']);
    order.forget();
    expect(arranged(order, renamed, b)).to.deep.equal(['b', 'a']);
  });

  it('compares names as the page\'s language does', () => {
    const devices = [heatPump({id: 'z', model: 'Zeta'}), heatPump({id: 'o', model: 'Öst'})];
    const first = (locale: string) => new DeviceOrder(DEVICE_KINDS).arrange(devices, nameOf, locale)[0]!.id;
    expect([first('de'), first('sv')]).to.deep.equal(['o', 'z']);
  });

  it('puts a device that comes later in its own place', () => {
    const order = new DeviceOrder(DEVICE_KINDS);
    arranged(order, heatPump({id: 'h'}), inverter({id: 'i'}));
    const more = [inverter({id: 'i'}), vehicle({id: 'v', ...OUT}), vehicle({id: 'w'}), heatPump({id: 'h'})];
    expect(arranged(order, ...more)).to.deep.equal(['v', 'h', 'w', 'i']);
  });

  it('counts numbers in names by their size', () => {
    const devices = ['Flat 10', 'Flat 2', 'Flat 1'].map(model => heatPump({id: model, manufacturer: 'A', model}));
    expect(arranged(new DeviceOrder(DEVICE_KINDS), ...devices)).to.deep.equal(['Flat 1', 'Flat 2', 'Flat 10']);
  });

  it('tells devices of two kinds with one id apart', () => {
    const order = new DeviceOrder(DEVICE_KINDS);
    const arrangedDevices = order.arrange([inverter({id: '1', ...OUT}), heatPump({id: '1'})], nameOf);
    expect(arrangedDevices.map(({kind}) => kind)).to.deep.equal(['inverter', 'heat-pump']);
  });

  it('leaves the devices it was given as they were', () => {
    const devices = Object.freeze([inverter({id: 'i'}), heatPump({id: 'h'})]);
    new DeviceOrder(DEVICE_KINDS).arrange(devices, nameOf);
    expect(devices.map(({id}) => id)).to.deep.equal(['i', 'h']);
  });
});
