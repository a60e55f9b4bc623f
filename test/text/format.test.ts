import {expect} from '@open-wc/testing';
import {createFormat, MISSING} from '../../src/text/format.js';

const british = createFormat('en-GB', 'Europe/Vienna');
const american = createFormat('en-US', 'Europe/Vienna');
const NOW = Date.parse('2025-11-20T14:25:00Z');
const before = (minutes: number) => new Date(NOW - minutes * 60_000);

describe('format', () => {
  it('lets the rounded power decide its unit', () => {
    expect([0, 18.4, 999.4, 999.5, 1049, 11_050, -755, -1500].map(watts => british.power(watts))).to.deep.equal([
      {value: '0', unit: 'W'}, {value: '18', unit: 'W'}, {value: '999', unit: 'W'}, {value: '1.0', unit: 'kW'},
      {value: '1.0', unit: 'kW'}, {value: '11.1', unit: 'kW'}, {value: '-755', unit: 'W'}, {value: '-1.5', unit: 'kW'},
    ]);
  });

  it('lets the rounded energy decide its decimals and its unit', () => {
    expect([0.04, 45.3, 99.94, 99.95, 1204.8, 9999.4, 9999.5, 123_456, 99_950].map(kWh => british.energy(kWh))).to.deep.equal([
      {value: '0.0', unit: 'kWh'}, {value: '45.3', unit: 'kWh'}, {value: '99.9', unit: 'kWh'}, {value: '100', unit: 'kWh'},
      {value: '1,205', unit: 'kWh'}, {value: '9,999', unit: 'kWh'}, {value: '10.0', unit: 'MWh'}, {value: '123', unit: 'MWh'},
      {value: '100', unit: 'MWh'},
    ]);
  });

  it('never shows a negative zero', () => {
    expect([british.temperature(-0.04).value, british.power(-0.4).value, british.percent(-0).value]).to.deep.equal(['0.0', '0', '0']);
  });

  it('rounds halves away from zero, without binary residue', () => {
    expect([21.45, 1.05, -0.05, 8.15].map(celsius => british.temperature(celsius).value)).to.deep.equal(['21.5', '1.1', '-0.1', '8.2']);
  });

  it('writes levels and ranges as integers', () => {
    expect([british.percent(84.6), british.range(189.5)]).to.deep.equal([{value: '85', unit: '%'}, {value: '190', unit: 'km'}]);
  });

  it('writes durations in hours and minutes, the last minute included', () => {
    expect([6240, 3600, 59, 0, 86_400].map(seconds => british.duration(seconds).value))
      .to.deep.equal(['1 h 44 min', '1 h', '1 min', '0 min', '24 h']);
  });

  it('says of every missing value the same', () => {
    for (const name of ['power', 'energy', 'temperature', 'percent', 'range', 'duration'] as const) {
      expect(british[name](undefined), name).to.equal(MISSING);
    }
  });

  it('counts time in the home, not where the browser is', () => {
    expect(british.clock(new Date(NOW))).to.equal('15:25');
    expect(createFormat('en-GB', 'Asia/Kolkata').clock(new Date(NOW))).to.equal('19:55');
  });

  it('names the day when it is not today, also across the home midnight and a year', () => {
    const late = Date.parse('2025-11-20T23:30:00Z');
    expect(british.moment(before(60), NOW)).to.equal('14:25');
    expect(british.moment(new Date('2025-11-20T22:30:00Z'), late)).to.equal('20 Nov, 23:30');
    expect(british.since(new Date('2025-11-20T22:30:00Z'), late)).to.equal('20 Nov');
    expect(british.since(new Date('2024-11-20T14:25:00Z'), NOW)).to.equal('20 Nov');
  });

  it('counts ages in whole minutes, hours and days', () => {
    expect([1, 5, 59.9, 60, 119, 1439, 1440, 40 * 1440].map(minutes => british.ago(before(minutes), NOW))).to.deep.equal([
      '1 minute ago', '5 minutes ago', '59 minutes ago', '1 hour ago', '1 hour ago', '23 hours ago', '1 day ago', '40 days ago',
    ]);
  });

  it('keeps the habits of a region', () => {
    expect(american.clock(new Date(NOW)).replace(/\s/g, ' ')).to.equal('3:25 PM');
    expect(british.absolute(new Date(NOW))).to.equal('20 November 2025 at 15:25');
  });

  it('is the same object for the same locale and zone', () => {
    expect(createFormat('en-GB', 'Europe/Vienna')).to.equal(british);
    expect(createFormat('en-GB', 'Asia/Kolkata')).not.to.equal(british);
  });
});
