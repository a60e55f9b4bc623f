import {expect} from '@open-wc/testing';
import {readSavings} from '../../src/api/savings.js';
import type {DeviceKind} from '../../src/domain/device.js';

const DAY = {start_period: '2026-03-23T23:00:00Z', end_period: '2026-03-24T23:00:00Z'};

const read = (kind: DeviceKind, bucket: object, metadata: object = {}, said: string[] = []) =>
  readSavings({metadata, data: [{period: DAY, ...bucket}]}, kind, what => said.push(what));

/** The one figure of an answer: kWh, or what it is instead. */
const figure = (kind: DeviceKind, bucket: object, metadata: object = {}) => {
  const answer = read(kind, bucket, metadata);
  if (answer.is !== 'read') return answer.is;
  const [first] = answer.buckets;
  return !first ? 'nothing' : 'kWh' in first ? first.kWh : 'gap';
};

const pump = (wh: unknown, more: object = {}) => figure('heat-pump', {heat_pump: {estimated_consumption_wh: wh}, ...more});

describe('the figure of a bucket', () => {
  it('is the kind\'s own, in Wh', () => {
    expect(pump(9400, {consumption: {total: 1}})).to.equal(9.4);
    expect(figure('electric-vehicle', {electric_vehicle: {estimated_consumption_wh: 182_400}})).to.equal(182.4);
    expect(figure('inverter', {inverter: {solar_production_wh: 6000, grid_export_wh: 1}})).to.equal(6);
  });

  it('of an inverter says what went to the grid', () => {
    const answer = read('inverter', {inverter: {solar_production_wh: 6000, grid_export_wh: 1500}});
    expect(answer).to.deep.equal({is: 'read', buckets: [{from: new Date(DAY.start_period), to: new Date(DAY.end_period), kWh: 6, exportKwh: 1.5}]});
  });

  for (const [units, expected] of [
    [undefined, 9.4], [{}, 9.4], [{consumption: null}, 9.4], [{consumption: 'Wh'}, 9.4], [{consumption: ' kwh '}, 9400], [{consumption: 'MJ'}, 'gap'], [{consumption: 'constructor'}, 'gap'],
  ] as const) {
    it(`is the total where the block is absent, in ${JSON.stringify(units)}`, () => {
      expect(figure('heat-pump', {heat_pump: null, consumption: {total: 9400}}, {units})).to.equal(expected);
      expect(figure('electric-vehicle', {consumption: {total: 9400}}, {units})).to.equal(expected);
    });
  }

  it('is a gap for an inverter without its block: the total is not what it produced', () => {
    expect(figure('inverter', {inverter: null, consumption: {total: 9400}})).to.equal('gap');
    expect(figure('inverter', {inverter: {grid_export_wh: 5}})).to.equal('gap');
  });

  it('is a gap where the block has none, whatever the total says', () => expect(pump(null, {consumption: {total: 9400}})).to.equal('gap'));

  for (const sent of [null, undefined, -1, '-5', '', ' ', 'NaN', '1e3', '0x10', true, [], {}, Infinity]) {
    it(`is a gap where ${JSON.stringify(sent)} was sent`, () => expect(pump(sent)).to.equal('gap'));
  }

  it('is zero where zero was sent, and never minus zero', () => {
    expect([0, -0, '0', '-0'].map(sent => Object.is(pump(sent), 0))).to.deep.equal([true, true, true, true]);
  });

  it('may come as a decimal text; the console is told, of unreadable ones too', () => {
    const said: string[] = [];
    const texts = read('heat-pump', {heat_pump: {estimated_consumption_wh: '21.50'}}, {}, said);
    read('heat-pump', {heat_pump: {estimated_consumption_wh: 'many'}}, {}, said);
    expect(texts.is === 'read' && texts.buckets).to.deep.equal([{from: new Date(DAY.start_period), to: new Date(DAY.end_period), kWh: 0.0215}]);
    expect(said).to.deep.equal(['figures came as text instead of numbers.', 'figures that cannot be read count as missing.']);
  });
});

describe('the buckets of an answer', () => {
  const at = (from: unknown, to: unknown = '2026-03-30T00:00:00Z', wh = 1000) =>
    ({period: {start_period: from, end_period: to}, heat_pump: {estimated_consumption_wh: wh}});
  const startsOf = (...data: unknown[]) => {
    const answer = readSavings({data}, 'heat-pump', () => {});
    return answer.is === 'read' ? answer.buckets.map(({from}) => from.toISOString()) : answer.is;
  };

  it('come in their order, each start once: the first counts', () => {
    const answer = readSavings({data: [at('2026-03-25T00:00:00Z'), at('2026-03-24T00:00:00Z'), at('2026-03-25T00:00:00Z', undefined, 5)]}, 'heat-pump', () => {});
    expect(answer.is === 'read' && answer.buckets.map(bucket => [bucket.from.getUTCDate(), 'kWh' in bucket && bucket.kWh])).to.deep.equal([[24, 1], [25, 1]]);
  });

  it('without a zone are in UTC, wherever the browser is', () => {
    for (const from of ['2026-03-24T00:00:00', '2026-03-24 00:00', '2026-03-24', '2026-03-24T01:00:00+01:00', '2026-03-24T00:00:00.000Z']) {
      expect(startsOf(at(from)), from).to.deep.equal(['2026-03-24T00:00:00.000Z']);
    }
  });

  it('are nowhere without a period that can be read', () => {
    expect(startsOf(at(null), at('soon'), at('2026-13-45'), at('2026-03-24T00:00:00Z', '2026-03-24T00:00:00Z'), at('2026-03-26T00:00:00Z', '2026-03-25T00:00:00Z'), null, 5, {}))
      .to.deep.equal([]);
  });
});

describe('what was saved', () => {
  const bucket = (total: unknown) => ({heat_pump: {estimated_consumption_wh: 1000}, savings: {total, percentage: 11.8}});
  const savedOf = (savings: unknown, total: unknown, said: string[] = []) => {
    const answer = read('heat-pump', bucket(total), {units: {savings, consumption: 'Wh'}}, said);
    return answer.is === 'read' ? answer.saved : answer.is;
  };
  const span = {from: new Date(DAY.start_period), to: new Date(DAY.end_period)};
  const amount = (total: unknown) => {
    const saved = savedOf('EUR', total);
    const [first] = typeof saved === 'object' ? saved.buckets : [];
    return first && 'amount' in first ? first.amount : 'gap';
  };

  for (const code of ['EUR', 'CHF', 'DKK', ' EUR ']) {
    it(`is money in the currency that is named: "${code}"`, () => {
      expect(savedOf(code, 0.42)).to.deep.equal({currency: code.trim(), buckets: [{...span, amount: 0.42}]});
    });
  }

  for (const units of ['eur', 'Eur', 'ct', '%', '€', 'EURO', 'XYZ1', 'QQQ', '', null, undefined, 5, ['EUR'], {code: 'EUR'}]) {
    it(`is nothing where no currency is named, but: ${JSON.stringify(units)}`, () => expect(savedOf(units, 0.42)).to.equal(undefined));
  }

  it('is nothing without units, or metadata', () => {
    const answers = [{}, {units: null}, {units: 'EUR'}, null].map(metadata => readSavings({metadata, data: [{period: DAY, ...bucket(1)}]}, 'heat-pump', () => {}));
    expect(answers.map(answer => answer.is === 'read' && ['saved' in answer, answer.buckets.length])).to.deep.equal(Array(4).fill([false, 1]));
  });

  it('may be below zero, and is never minus zero', () => {
    expect([-3.5, '-0.10', 0, 12].map(amount)).to.deep.equal([-3.5, -0.1, 0, 12]);
    expect([-0, '-0'].map(sent => Object.is(amount(sent), 0))).to.deep.equal([true, true]);
  });

  for (const sent of [null, undefined, '', '1e3', '12 EUR', true, {}, 1e12]) {
    it(`is a gap where ${JSON.stringify(sent)} was sent`, () => expect(amount(sent)).to.equal('gap'));
  }

  it('is there without energy, as is energy without it', () => {
    const answer = readSavings({metadata: {units: {savings: 'EUR'}}, data: [
      {period: DAY, savings: {total: 2}}, {period: {start_period: '2026-03-24T23:00:00Z', end_period: '2026-03-25T23:00:00Z'}, ...bucket(null)},
    ]}, 'heat-pump', () => {});
    expect(answer.is === 'read' && [answer.buckets, answer.saved!.buckets].map(buckets => buckets.map(one => 'gap' in one))).to.deep.equal([[true, false], [false, true]]);
  });

  it('is told as text to the console, once for each', () => {
    const said: string[] = [];
    savedOf('EUR', '0.42', said);
    savedOf('EUR', 'much', said);
    expect(said).to.deep.equal(['figures came as text instead of numbers.', 'figures that cannot be read count as missing.']);
  });

  it('cannot be changed', () => {
    const saved = savedOf('EUR', 1);
    expect(typeof saved === 'object' && saved.buckets.every(Object.isFrozen)).to.equal(true);
  });
});

describe('an answer', () => {
  it('with an error in its metadata is none, whatever its status and data', () => {
    expect(figure('heat-pump', {heat_pump: {estimated_consumption_wh: 1}}, {error: 'No meter.'})).to.equal('refused');
    expect(figure('heat-pump', {heat_pump: {estimated_consumption_wh: 1}}, {error: ''})).to.equal(0.001);
  });

  it('without a list of data cannot be understood', () => {
    for (const json of [undefined, null, 5, 'text', [], {}, {data: null}, {data: {}}]) {
      expect(readSavings(json, 'heat-pump', () => {}).is, JSON.stringify(json)).to.equal('malformed');
    }
  });
});
