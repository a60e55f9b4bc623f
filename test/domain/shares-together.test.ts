import {expect} from '@open-wc/testing';
import type {Span} from '../../src/domain/calendar.js';
import {periodOf} from '../../src/domain/calendar.js';
import type {Share} from '../../src/domain/shares.js';
import {arranged, joined, sharesOf, totalOf} from '../../src/domain/shares.js';
import type {Amount} from './series-of.js';
import {figureOf, savingsOf, seriesOf, shareOf, short, VIENNA} from './series-of.js';

/** A Sunday afternoon: the week is over but for today. */
const NOW = new Date('2026-03-29T13:00:00Z');
const WEEK = periodOf('week', NOW, VIENNA);

const consumer = (id: string, ...amounts: readonly Amount[]) => seriesOf(id, WEEK.slots, amounts);
const producer = (id: string, ...amounts: readonly Amount[]) => seriesOf(id, WEEK.slots, amounts, 'inverter');
const saver = (id: string, ...amounts: readonly Amount[]) => savingsOf(id, WEEK.slots, amounts);
const pictureOf = (...series: Parameters<typeof sharesOf>[0]) => arranged(sharesOf(series, WEEK, NOW));
const inWords = ({flow, devices, figures}: Share) => `${flow} ${devices.map(({id}) => id).join('+')} ${short(figures[0]!)}`;

describe('the shares of a picture', () => {
  it('are the five largest consumers and others, then production as one', () => {
    const consumers = [3, 9, 1, 7, 2, 8, 5].map((kWh, index) => consumer(`c${index}`, kWh));
    expect(pictureOf(producer('i', 40), ...consumers, producer('j', 2)).map(inWords)).to.deep.equal([
      'consumption c1 9', 'consumption c5 8', 'consumption c3 7', 'consumption c6 5', 'consumption c0 3', 'consumption c4+c2 3', 'production i+j 42',
    ]);
  });

  it('stay six where "others" would be one device alone', () => {
    const six = pictureOf(...Array.from({length: 6}, (_, index) => consumer(`c${index}`, index)));
    expect(six.map(({devices}) => devices.length)).to.deep.equal([1, 1, 1, 1, 1, 1]);
    expect(pictureOf(...Array.from({length: 7}, (_, index) => consumer(`c${index}`, index))).map(({devices}) => devices.length)).to.deep.equal([1, 1, 1, 1, 1, 2]);
  });

  it('are as large as the whole period, those without a figure as nothing, in their order', () => {
    expect(pictureOf(consumer('a', 5), consumer('b', null, null), consumer('c', 1, 9), consumer('d')).map(({devices: [device]}) => device!.id))
      .to.deep.equal(['c', 'a', 'b', 'd']);
  });

  it('are of one producer alone as it is', () => expect(pictureOf(producer('i', 4)).map(inWords)).to.deep.equal(['production i 4']));

  it('of money are largest first, what was lost last and among the others', () => {
    const savers = [1, -2, 6, 3, 4, -9, 5].map((amount, index) => saver(`s${index}`, amount));
    expect(pictureOf(...savers).map(inWords)).to.deep.equal(['savings s2 6', 'savings s6 5', 'savings s4 4', 'savings s3 3', 'savings s0 1', 'savings s1+s5 -11']);
  });

  it('are none of nothing', () => expect(arranged([])).to.deep.equal([]));
});

describe('shares as one', () => {
  it('know a slot in part where one has a gap, and not at all where all have', () => {
    const together = joined(sharesOf([consumer('a', 1, null, null, 4, 5, 6, 7), consumer('b', 10, 20, null, 40, 50, 60)], WEEK, NOW));
    expect(together.figures.map(short)).to.deep.equal([11, '20?', 'gap', 44, 55, 66, 7]);
  });

  for (const [figures, expected] of [
    [[1, 2], 3], [[1, 'gap'], '1?'], [[1, 'ahead'], 1], [['gap', 'ahead'], 'gap'], [['ahead', 'ahead'], 'ahead'], [['gap', 'gap'], 'gap'],
    [['1?', 2], '3?'], [[0, 'gap'], '0?'], [[-3, 2], -1], [[1, 'gap', 'ahead'], '1?'],
  ] as const) {
    it(`say ${expected} of ${figures.join(' and ')}`, () => expect(joined(figures.map(figure => shareOf(figure))).figures.map(short)).to.deep.equal([expected]));
  }

  it('have all devices, the flow of the first, and nothing where there are none', () => {
    const {flow, devices} = joined(sharesOf([producer('i', 1), producer('j', 1)], WEEK, NOW));
    expect([flow, devices.map(({id}) => id)]).to.deep.equal(['production', ['i', 'j']]);
    expect(joined([])).to.deep.equal({flow: 'consumption', devices: [], figures: []});
  });

  it('add up what went to the grid of those who say so', () => {
    const part = (exportKwh?: number): Share => ({
      flow: 'production', devices: [], figures: [{is: 'known', amount: 5, isPartial: false, ...exportKwh === undefined ? {} : {exportKwh}}],
    });
    expect(joined([part(1), part(), part(2)]).figures).to.deep.equal([{is: 'known', amount: 15, exportKwh: 3, isPartial: false}]);
    expect(joined([part(), part()]).figures).to.deep.equal([{is: 'known', amount: 10, isPartial: false}]);
  });
});

describe('a total', () => {
  for (const [figures, amount, complete, of] of [
    [[1, 'gap', 3, 'gap', 5, 6, 7], 22, 5, 7], [[1, 2, 3, 4, 5, 6, 'ahead'], 21, 6, 6], [[0, 0, 'ahead'], 0, 2, 2], [['1?', 2, '3?'], 6, 1, 3],
    [[1.5, -4], -2.5, 2, 2],
  ] as const) {
    it(`says of how many slots it is: ${figures.join()}`, () => {
      expect(totalOf({figures: figures.map(figureOf)})).to.deep.equal({amount, exportKwh: undefined, complete, of});
    });
  }

  it('is none where there is no figure', () => {
    expect([[], ['gap', 'gap'], ['ahead'], ['gap', 'ahead']].map(figures => totalOf({figures: figures.map(figureOf)}))).to.deep.equal(Array(4).fill(undefined));
  });

  it('adds up what went to the grid beside what was produced', () => {
    const [first, second] = WEEK.slots as [Span, Span];
    const [share] = sharesOf([{...producer('i'), buckets: [{...first, kWh: 10, exportKwh: 4}, {...second, kWh: 20}]}], WEEK, NOW);
    expect(totalOf(share!)).to.deep.equal({amount: 30, exportKwh: 4, complete: 2, of: 6});
  });
});
