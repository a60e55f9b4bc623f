import {expect} from '@open-wc/testing';
import {readSteps} from '../../src/api/series.js';
import type {DeviceKind} from '../../src/domain/device.js';
import type {EnergyBucket} from '../../src/domain/energy-series.js';
import type {Sent} from '../fixtures/savings.js';
import {seriesPayload} from '../fixtures/series.js';

const [HOUR_MS, QUARTER_MS] = [3_600_000, 900_000];
const WRONG_LENGTH = 'steps are not as long as was asked for.';
const NO_TIME = 'the time of a step cannot be read, its figures belong nowhere.';
const NO_FIGURE = 'figures that cannot be read count as missing.';
const TEXT = 'figures came as text instead of numbers.';

/** "10:15" on one day, in UTC. */
const at = (time: string) => new Date(`2026-04-18T${time}:00Z`);
const startOf = ({from}: EnergyBucket) => from.toISOString().slice(11, 16);
const figureOf = (bucket: EnergyBucket) => 'kWh' in bucket ? bucket.kWh : 'gap';

function bucketsOf(json: unknown, kind: DeviceKind = 'heat-pump', stepMs = HOUR_MS, said: string[] = []): readonly EnergyBucket[] {
  const answer = readSteps(json, kind, stepMs, what => said.push(what));
  if (answer.is !== 'read') throw new Error(answer.is);
  return answer.buckets;
}

/** What becomes of steps at these times, each of as many Wh as it is the n-th; and what is said. */
function read(times: readonly string[], stepMs = HOUR_MS) {
  const said: string[] = [];
  const buckets = bucketsOf(seriesPayload('heat-pump', times.map(at), times.map((_, index) => 1000 * (index + 1))), 'heat-pump', stepMs, said);
  return {starts: buckets.map(startOf), figures: buckets.map(figureOf), said: [...new Set(said)]};
}

/** The one figure of an answer. */
const figure = (fields: object, kind: DeviceKind = 'heat-pump', stepMs = HOUR_MS) => figureOf(bucketsOf({data: [{time: '2026-04-18T10:00:00Z', ...fields}]}, kind, stepMs)[0]!);
const pump = (sent: Sent) => figure({estimated_consumption: sent});

describe('the figure of a step', () => {
  it('is energy in Wh, however long the step is', () => {
    expect([pump(1500), figure({estimated_consumption: 1500}, 'electric-vehicle'), figure({estimated_consumption: 1500}, 'heat-pump', QUARTER_MS)])
      .to.deep.equal([1.5, 1.5, 1.5]);
  });

  it('of an inverter is mean power, for as long as the step is', () => {
    const produced = (stepMs: number) => figure({solar_production_w: 4000, estimated_consumption: 9000}, 'inverter', stepMs);
    expect([produced(HOUR_MS), produced(QUARTER_MS), produced(2 * HOUR_MS)]).to.deep.equal([4, 1, 8]);
  });

  it('of an inverter says what went to the grid, where that was sent', () => {
    const steps = seriesPayload('inverter', ['10:00', '10:15', '10:30', '10:45'].map(at), [4000, 0, null, 800], [2000, null, 400, -1]);
    expect(bucketsOf(steps, 'inverter', QUARTER_MS).map(({from, to, ...figures}) => ({...figures, minutes: (to.getTime() - from.getTime()) / 60_000}))).to.deep.equal([
      {kWh: 1, exportKwh: 0.5, minutes: 15}, {kWh: 0, minutes: 15}, {gap: true, minutes: 15}, {kWh: 0.2, minutes: 15},
    ]);
  });

  it('is a gap where only another kind\'s field was sent', () => {
    expect([figure({estimated_consumption: 5}, 'inverter'), figure({solar_production_w: 5}, 'heat-pump'), figure({})]).to.deep.equal(['gap', 'gap', 'gap']);
  });

  for (const sent of [null, undefined, -1, '-5', '', 'NaN', '1e3', true, [], {}, 1e12]) {
    it(`is a gap where ${JSON.stringify(sent)} was sent`, () => expect(pump(sent)).to.equal('gap'));
  }

  it('is zero where zero was sent, and never minus zero', () => expect([0, -0, '0', '-0'].map(sent => Object.is(pump(sent), 0))).to.deep.equal([true, true, true, true]));

  it('may come as a decimal text; the console is told, of unreadable ones too', () => {
    const said: string[] = [];
    const sent = ['21.50', 'many', -3, null, 7];
    const buckets = bucketsOf(seriesPayload('heat-pump', ['10:00', '11:00', '12:00', '13:00', '14:00'].map(at), sent), 'heat-pump', HOUR_MS, said);
    expect(buckets.map(figureOf)).to.deep.equal([0.0215, 'gap', 'gap', 'gap', 0.007]);
    expect(said).to.deep.equal([TEXT, NO_FIGURE, NO_FIGURE]);
  });
});

describe('the steps of an answer', () => {
  it('are as long as was asked for', () => {
    expect(bucketsOf(seriesPayload('heat-pump', [at('10:00'), at('11:00')], [1000, 2000]))).to.deep.equal([
      {from: at('10:00'), to: at('11:00'), kWh: 1}, {from: at('11:00'), to: at('12:00'), kWh: 2},
    ]);
    expect(bucketsOf(seriesPayload('heat-pump', [at('10:00'), at('10:15')], [1000, 2000]), 'heat-pump', QUARTER_MS).map(({to}) => to)).to.deep.equal([at('10:15'), at('10:30')]);
  });

  for (const [what, times, stepMs, figures, said] of [
    ['a whole day\'s beginning', ['00:00', '01:00', '02:00'], HOUR_MS, [1, 2, 3], []],
    ['one alone', ['10:00'], HOUR_MS, [1], []],
    ['none', [], HOUR_MS, [], []],
    ['a hole between', ['10:00', '11:00', '15:00', '16:00'], HOUR_MS, [1, 2, 3, 4], []],
    ['a hole after the first', ['10:00', '15:00', '16:00'], HOUR_MS, [1, 2, 3], []],
    ['quarters', ['10:00', '10:15', '10:30'], QUARTER_MS, [1, 2, 3], []],
    ['quarters with a hole', ['10:00', '10:15', '11:30', '11:45'], QUARTER_MS, [1, 2, 3, 4], []],
    ['quarters instead of hours', ['10:00', '10:15', '10:30', '10:45'], HOUR_MS, ['gap', 'gap', 'gap', 'gap'], [WRONG_LENGTH]],
    ['hours instead of quarters', ['10:00', '11:00', '12:00'], QUARTER_MS, ['gap', 'gap', 'gap'], [WRONG_LENGTH]],
    ['every other hour', ['10:00', '12:00', '14:00', '16:00'], HOUR_MS, ['gap', 'gap', 'gap', 'gap'], [WRONG_LENGTH]],
    ['one that is shorter than the others', ['10:00', '11:00', '11:30', '12:30', '13:30'], HOUR_MS, [1, 'gap', 3, 4, 5], []],
  ] as const) {
    it(`count where they are as long as was asked for: ${what}`, () => {
      expect(read(times, stepMs)).to.deep.equal({starts: times, figures, said});
    });
  }

  it('come in their order, each start once: the first counts', () => {
    expect(read(['12:00', '10:00', '11:00', '10:00', '13:00'])).to.deep.equal({starts: ['10:00', '11:00', '12:00', '13:00'], figures: [2, 3, 1, 5], said: []});
  });

  it('keep their place where they have no figure', () => {
    const steps = seriesPayload('heat-pump', ['10:00', '11:00', '12:00'].map(at), [null, 2000, null]);
    expect(bucketsOf(steps).map(bucket => [startOf(bucket), figureOf(bucket)])).to.deep.equal([['10:00', 'gap'], ['11:00', 2], ['12:00', 'gap']]);
  });

  for (const time of ['2026-04-18T10:00:00', '2026-04-18 10:00', '2026-04-18T12:00:00+02:00', '2026-04-18T12:00:00+0200', '2026-04-18T10:00:00.000Z', ' 2026-04-18t10:00z ']) {
    it(`without a zone are in UTC, wherever the browser is: "${time}"`, () => expect(bucketsOf({data: [{time}]})[0]!.from).to.deep.equal(at('10:00')));
  }

  it('are nowhere without a time that can be read', () => {
    const said: string[] = [];
    const times = [null, undefined, '', 'noon', '10:00', 1776506400, '2026-13-45', '2026-04-18T25:00:00Z', {}, ['2026-04-18']];
    expect(bucketsOf({data: [...times.map(time => ({time, estimated_consumption: 5})), null, 5, 'step', []]}, 'heat-pump', HOUR_MS, said)).to.deep.equal([]);
    expect(said).to.deep.equal(Array(14).fill(NO_TIME));
  });

  it('cannot be changed', () => expect(bucketsOf(seriesPayload('heat-pump', [at('10:00')], [1000])).every(Object.isFrozen)).to.equal(true));
});

describe('an answer of steps', () => {
  const readAny = (json: unknown) => readSteps(json, 'heat-pump', HOUR_MS, () => {}).is;

  it('with an error in its metadata is none, whatever its status and data', () => {
    const {data} = seriesPayload('heat-pump', [at('10:00')], [1000]);
    expect([{error: 'No meter.'}, {error: {}}, {error: ''}, {error: null}, {}, null].map(metadata => readAny({metadata, data}))).to.deep.equal(['refused', 'refused', 'read', 'read', 'read', 'read']);
  });

  for (const json of [undefined, null, 5, 'text', [], {}, {data: null}, {data: {}}, {data: 'steps'}, {metadata: 5}]) {
    it(`without a list of data cannot be understood: ${JSON.stringify(json)}`, () => expect(readAny(json)).to.equal('malformed'));
  }
});
