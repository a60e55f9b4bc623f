import {expect} from '@open-wc/testing';
import type {ChartTheme} from '../../src/chart/chart-config.js';
import {chartConfig} from '../../src/chart/chart-config.js';

const paint = (name: string) => ({fill: `${name}-fill`, soft: `${name}-soft`, edge: `${name}-edge`});
const THEME: ChartTheme = {
  muted: 'muted', text: 'text', rule: 'rule', baseline: 'baseline', fontFamily: 'Inter', fontSize: 12, paints: [paint('a'), paint('b')],
};
const WORDS = {labels: [['Mon', '23'], ['Tue', 'Today'], ['Wed', '25']], number: (value: number) => `${value} €`};
const BARS = [{name: 'Pump', stack: 'consumption', values: [1, null, 0]}, {name: 'Roof', stack: 'production', values: [4, 5, null]}];

const week = chartConfig(BARS, THEME, WORDS, 1);

interface Tick {
  readonly callback: (this: {chart: {width: number}}, value: unknown, index: number) => unknown;
  readonly font: (context: {index: number; chart: {width: number}}) => {weight?: number};
}
const dayTicks = week.options!.scales!['x']!.ticks as unknown as Tick;

describe('the configuration of a chart', () => {
  it('has every value as it is, a gap as null and a zero as zero, apart by stack', () => {
    expect(week.data.datasets.map(({label, stack, data}) => [label, stack, data])).to.deep.equal([
      ['Pump', 'consumption', [1, null, 0]], ['Roof', 'production', [4, 5, null]],
    ]);
    expect(week.data.labels).to.deep.equal(WORDS.labels);
  });

  it('paints what is not over softly, its edge left to be dashed', () => {
    expect(week.data.datasets[1]).to.deep.include({backgroundColor: ['b-fill', 'b-soft', 'b-fill'], borderColor: 'b-edge', borderWidth: [1, 0, 1]});
    expect(dayTicks.font({index: 1, chart: {width: 900}}).weight).to.equal(600);
    expect(dayTicks.font({index: 0, chart: {width: 900}}).weight).to.equal(undefined);
  });

  it('has all days in their colour where none is running', () => {
    const [first] = chartConfig(BARS, THEME, WORDS).data.datasets;
    expect(first).to.deep.include({backgroundColor: ['a-fill', 'a-fill', 'a-fill'], borderWidth: [1, 1, 1]});
  });

  it('drops the second line of a day where the days stand close', () => {
    const at = (width: number) => dayTicks.callback.call({chart: {width}}, 0, 1);
    expect([at(200), at(326)]).to.deep.equal(['Tue', ['Tue', 'Today']]);
  });

  it('starts at zero, says numbers in the page\'s language, and moves nothing', () => {
    const {y} = week.options!.scales as {y: {beginAtZero: boolean; stacked: boolean; ticks: {callback: (value: number) => string}}};
    expect([y.beginAtZero, y.stacked, y.ticks.callback(20), week.options!.animation, week.options!.events]).to.deep.equal([true, true, '20 €', false, []]);
  });
});
