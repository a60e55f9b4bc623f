import {expect} from '@open-wc/testing';
import type {EnergyTotals, HeatPump} from '../../src/domain/device.js';
import {dailyKwh, energyShares, totalOf} from '../../src/domain/energy.js';
import {heatPump, inverter, totals, vehicle} from '../view/devices.js';

const pump = (id: string, sums: EnergyTotals): HeatPump => heatPump({id, totals: sums});
const months = (...kwh: number[]) => kwh.map((lastMonthKwh, index) => pump(String(index), {lastMonthKwh}));
const idsOf = (devices: Parameters<typeof energyShares>[0]) => energyShares(devices).map(share => share.devices.map(({id}) => id));

describe('the shares of the energy', () => {
  it('are of every device, the largest consumer first, production last, and without figures where none were sent', () => {
    const shares = energyShares([inverter({id: 'sun', totals}), ...months(10, 30), vehicle({id: 'car'}), pump('c', {lastMonthKwh: 20})]);
    expect(shares.map(({flow, devices: [device]}) => [flow, device?.id])).to.deep.equal([
      ['consumption', '1'], ['consumption', 'c'], ['consumption', '0'], ['consumption', 'car'], ['production', 'sun'],
    ]);
    expect(shares.map(({sums}) => Object.keys(sums).length)).to.deep.equal([1, 1, 1, 0, 3]);
  });

  it('are ordered by four weeks where the month is missing', () => {
    expect(idsOf([...months(27), pump('week', {lastWeekKwh: 7}), pump('day', {lastDayKwh: 100})])).to.deep.equal([['week'], ['0'], ['day']]);
  });

  it('stand alone up to six, and from seven on the smallest are one', () => {
    expect(idsOf(months(6, 5, 4, 3, 2, 1))).to.have.length(6);
    expect(idsOf(months(7, 6, 5, 4, 3, 2, 1))).to.deep.equal([['0'], ['1'], ['2'], ['3'], ['4'], ['5', '6']]);
  });

  it('add up what the small ones sent, and nothing that none of them sent', () => {
    const others = energyShares([...months(9, 9, 9, 9, 9), pump('a', {lastWeekKwh: 1}), pump('b', {lastWeekKwh: 2, lastMonthKwh: 3})]).at(-1);
    expect(others?.sums).to.deep.equal({week: 3, month: 3});
  });

  it('join all inverters into one production', () => {
    const [share] = energyShares([inverter({id: 'a', totals: {lastDayKwh: 2}}), inverter({id: 'b', totals: {lastDayKwh: 3}})]);
    expect(share).to.deep.include({flow: 'production', sums: {day: 5}});
  });

  it('do not exist where no device has sums', () => expect(energyShares([heatPump(), vehicle()])).to.deep.equal([]));
});

describe('what the sums mean for a day', () => {
  const [share] = energyShares([pump('a', {lastDayKwh: 0, lastMonthKwh: 60})]);

  it('is a 1st, a 7th or a 30th', () => {
    const [whole] = energyShares([pump('a', {lastDayKwh: 3, lastWeekKwh: 14, lastMonthKwh: 30})]);
    expect((['day', 'week', 'month'] as const).map(window => dailyKwh(whole!, window))).to.deep.equal([3, 2, 1]);
  });

  it('is a gap where no sum was sent, and 0 where 0 was', () => {
    expect((['day', 'week', 'month'] as const).map(window => dailyKwh(share!, window))).to.deep.equal([0, null, 2]);
  });
});

describe('the total of a window', () => {
  const shares = energyShares([pump('a', {lastDayKwh: 0, lastWeekKwh: 5}), pump('b', {lastWeekKwh: 7}), inverter({totals: {lastWeekKwh: 100}})]);

  it('says how many devices it is made of, and does not mix consumption with production', () => {
    expect(totalOf(shares.filter(({flow}) => flow === 'consumption'), 'week')).to.deep.equal({kwh: 12, counted: 2, of: 2});
    expect(totalOf(shares.filter(({flow}) => flow === 'consumption'), 'day')).to.deep.equal({kwh: 0, counted: 1, of: 2});
    expect(totalOf(shares.filter(({flow}) => flow === 'production'), 'week')).to.deep.equal({kwh: 100, counted: 1, of: 1});
  });

  it('does not exist where nobody sent a figure', () => expect(totalOf(shares.filter(({flow}) => flow === 'consumption'), 'month')).to.equal(undefined));

  it('counts the devices of "others" one by one', () => {
    const many = energyShares([...months(9, 9, 9, 9, 9), pump('x', {lastDayKwh: 1}), pump('y', {lastMonthKwh: 1})]);
    expect(totalOf(many.filter(({flow}) => flow === 'consumption'), 'month')).to.deep.equal({kwh: 46, counted: 6, of: 7});
  });
});
