import {expect} from '@open-wc/testing';
import type {Device, Inverter} from '../../src/domain/device.js';
import type {Reading, ReadingKey} from '../../src/view/readings.js';
import {readingsOf, totalsOf} from '../../src/view/readings.js';
import {inSentence} from '../../src/text/speech.js';
import {heatPump, inverter, NOW, speech, totals, vehicle, without} from './devices.js';

function allOf(device: Device): Reading[] {
  const readings = readingsOf(device, speech, NOW);
  switch (readings.is) {
    case 'heat-pump': return [...readings.hero, ...readings.rows, ...readings.cells];
    case 'electric-vehicle': return [readings.level, ...readings.rows, ...readings.cells];
    case 'inverter': return [...readings.nodes, readings.surplus, ...(readings.battery ? [readings.battery] : [])];
  }
}

const keysOf = (device: Device): ReadingKey[] => allOf(device).map(({key}) => key);

const textOf = (device: Device, wanted: ReadingKey): string => {
  const {label, note, quantity, also} = allOf(device).find(({key}) => key === wanted)!;
  return [[label, note].filter(Boolean).join(', '), inSentence(quantity), ...(also ? [inSentence(also)] : [])].join(' | ').replaceAll('\u00a0', ' ');
};

const flowOf = (device: Inverter) => {
  const readings = readingsOf(device, speech, NOW);
  return readings.is === 'inverter' ? readings.currents : undefined;
};

describe('readings of a heat pump', () => {
  it('are the fields of its generation', () => {
    expect(keysOf(heatPump({generation: 'G1'}))).to.deep.equal(['indoor', 'hot-water', 'outdoor', 'power']);
    expect(keysOf(heatPump({generation: 'G2'})))
      .to.deep.equal(['indoor', 'indoor-target', 'hot-water', 'outdoor', 'power', 'flow', 'return']);
    expect(keysOf(heatPump({generation: 'unknown'}))).to.deep.equal(['indoor', 'hot-water', 'outdoor', 'power']);
  });

  it('show a field that the generation does not have when it came all the same', () => {
    expect(keysOf(heatPump({generation: 'G1', flowC: 42.1}))).to.include('flow').and.not.include('return');
  });

  it('have a dash for what is missing', () => {
    expect(textOf({kind: 'heat-pump', id: 'x', generation: 'G2', connection: 'connected', optimisation: {state: 'unknown'}, hasMessage: false,
      unreadable: []}, 'indoor')).to.equal('Indoor | –');
    expect(textOf(heatPump(), 'flow')).to.equal('Flow | –');
  });

  it('have units', () => {
    const device = heatPump({indoorTargetC: 22, flowC: 42.1, returnC: 35.42});
    expect((['indoor', 'indoor-target', 'hot-water', 'outdoor', 'power', 'flow', 'return'] as const).map(key => textOf(device, key))).to.deep.equal([
      'Indoor | 21.5 °C', 'Target | 22.0 °C', 'Hot water | 51.1 °C', 'Outdoor | 5.3 °C', 'Power | 2.5 kW', 'Flow | 42.1 °C', 'Return | 35.4 °C',
    ]);
  });
});

describe('readings of a vehicle', () => {
  it('are the fields of its generation', () => {
    expect(keysOf(vehicle({generation: 'G1'}))).to.deep.equal(['level', 'time-to-target', 'range', 'power', 'limit']);
    expect(keysOf(vehicle({generation: 'G2'}))).to.deep.equal(['level', 'ready-by', 'range', 'power', 'target', 'limit']);
    expect(keysOf(vehicle({generation: 'unknown', remainingS: 60, readyBy: '07:00'})))
      .to.deep.equal(['level', 'ready-by', 'time-to-target', 'range', 'power', 'limit']);
  });

  it('have units', () => {
    const device = vehicle({generation: 'G1', remainingS: 6240, chargingPowerW: 11_050});
    expect((['level', 'time-to-target', 'range', 'power', 'limit'] as const).map(key => textOf(device, key))).to.deep.equal([
      'Charge level | 41 %', 'Time left | 1 h 44 min', 'Range | 190 km', 'Power | 11.1 kW', 'Limit | 80 %',
    ]);
  });

  it('say a deadline as it was sent, or at the clock of the home, with its day when it is far', () => {
    const readyBy = (value: string | Date) => textOf(vehicle({readyBy: value, hasDeadline: true}), 'ready-by');
    expect(readyBy('07:00')).to.equal('Ready by | 07:00');
    expect(readyBy(new Date('2025-11-21T06:00:00Z'))).to.equal('Ready by | 07:00');
    expect(readyBy(new Date('2025-11-22T06:00:00Z'))).to.equal('Ready by | 22 Nov, 07:00');
  });

  it('tell a deadline that is not set from one that is not known', () => {
    expect(textOf(vehicle({hasDeadline: false}), 'ready-by')).to.equal('Ready by | not set');
    expect(textOf(vehicle(), 'ready-by')).to.equal('Ready by | –');
  });
});

describe('readings of an inverter', () => {
  it('name the direction of the grid and keep the magnitude', () => {
    const grid = (exportW: number, derived = false) => textOf(inverter({grid: {exportW, derived}}), 'grid');
    expect(grid(4545)).to.equal('To grid | 4.5 kW');
    expect(grid(-195)).to.equal('From grid | 195 W');
    expect(grid(-9)).to.equal('Grid | 9 W');
    expect(grid(-1195, true)).to.equal('From grid, calculated | ≈ 1.2 kW');
  });

  it('have a dash for a grid that is not known, and no direction', () => {
    const device = without(inverter(), 'grid');
    expect(textOf(device, 'grid')).to.equal('Grid | –');
    expect(flowOf(device)!.grid.watts).to.equal(0);
  });

  it('name what the battery does, or nothing where that is not known', () => {
    const battery = (direction: 'charging' | 'discharging' | 'idle' | 'unknown') =>
      textOf(inverter({battery: {levelPercent: 85, power: {watts: direction === 'idle' ? 0 : 755, direction}}}), 'battery');
    expect(battery('charging')).to.equal('Battery, charging | 755 W | 85 %');
    expect(battery('discharging')).to.equal('Battery, discharging | 755 W | 85 %');
    expect(battery('idle')).to.equal('Battery, idle | 0 W | 85 %');
    expect(battery('unknown')).to.equal('Battery | 755 W | 85 %');
    expect(textOf(inverter({battery: {}}), 'battery')).to.equal('Battery | – | –');
  });

  it('have no battery row without a battery', () => {
    const device = without(inverter(), 'battery');
    expect(keysOf(device)).to.deep.equal(['solar', 'home', 'grid', 'surplus']);
  });

  it('draw the currents the way they flow', () => {
    const discharging = inverter({battery: {power: {watts: 755, direction: 'discharging'}}, grid: {exportW: -195, derived: false}});
    expect(flowOf(discharging)).to.deep.include({grid: {watts: 195, way: 'back'}, battery: {watts: 755, way: 'back'}});
    const unknown = inverter({battery: {power: {watts: 755, direction: 'unknown'}}});
    expect(flowOf(unknown)!.battery).to.deep.equal({watts: 755, way: undefined});
  });
});

describe('totals', () => {
  it('are there as soon as one of them was sent', () => {
    expect(totalsOf(heatPump(), speech)).to.equal(undefined);
    expect(totalsOf(heatPump({totals: {at: totals.at}}), speech)).to.equal(undefined);
    const sums = totalsOf(heatPump({totals: {lastWeekKwh: 287.6}}), speech)!;
    expect(sums.cells.map(({label, quantity}) => `${label}: ${inSentence(quantity)}`))
      .to.deep.equal(['24 hours: –', '7 days: 288\u00a0kWh', '30 days: –']);
  });

  it('are production for inverters and consumption for all others', () => {
    expect([heatPump({totals}), vehicle({totals}), inverter({totals})].map(device => totalsOf(device, speech)!.title))
      .to.deep.equal(['Consumption', 'Consumption', 'Production']);
  });
});
