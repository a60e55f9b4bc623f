import {expect} from '@open-wc/testing';
import type {ChartTheme} from '../../src/chart/chart-config.js';
import {chartConfig} from '../../src/chart/chart-config.js';

const paint = (name: string) => ({fill: `${name}-fill`, edge: `${name}-edge`});
const THEME: ChartTheme = {
  muted: 'muted', text: 'text', ink: 'ink', surface: 'surface', rule: 'rule', baseline: 'baseline', fontFamily: 'Inter', fontSize: 12, paints: [paint('a'), paint('b')],
};
const WORDS = {labels: [['Mon', '23'], ['Tue', 'Today'], ['Wed', '25']], narrow: {below: 26, labels: ['Mo', 'Tu', 'We']}, number: (value: number) => `${value} €`};
const BARS = [{name: 'Pump', stack: 'consumption', values: [1, null, 0]}, {name: 'Roof', stack: 'production', values: [4, 5, null]}];

const week = chartConfig(BARS, THEME, WORDS, 900, 1);

interface Tick {
  readonly callback: (this: {chart: {width: number}}, slot: number) => unknown;
  readonly font: (context: {tick: {value: number}; chart: {width: number}}) => {weight?: number};
}
const dayTicks = week.options!.scales!['x']!.ticks as unknown as Tick;

describe('the configuration of a chart', () => {
  it('has every value as it is, a gap as null and a zero as zero, apart by stack', () => {
    expect(week.data.datasets.map(({label, stack, data}) => [label, stack, data])).to.deep.equal([
      ['Pump', 'consumption', [1, null, 0]], ['Roof', 'production', [4, 5, null]],
    ]);
    expect(week.data.labels).to.deep.equal(WORDS.labels);
  });

  it('has one look for all bars of a series, which is what makes them cheap, and the name of what is not over stands out', () => {
    expect(week.data.datasets[1]).to.deep.include({backgroundColor: 'b-fill', borderColor: 'b-edge', borderWidth: 1});
    expect([0, 1].map(value => dayTicks.font({tick: {value}, chart: {width: 900}}).weight)).to.deep.equal([undefined, 600]);
  });

  it('has no edges where bars would be all edge', () => {
    expect(chartConfig(BARS, THEME, WORDS, 30).data.datasets[0]!.borderWidth).to.equal(0);
  });

  it('drops the second line of a day where the days stand close', () => {
    const at = (width: number) => dayTicks.callback.call({chart: {width}}, 1);
    expect([at(200), at(326)]).to.deep.equal(['Tu', ['Tue', 'Today']]);
  });

  it('has what it is compared with among its data, hidden, and room for it on its scale', () => {
    const {data, options} = chartConfig([...BARS, {name: 'Week before', stack: 'consumption before', values: [12, null, 7], isHidden: true}], THEME, WORDS, 900, 1);
    expect(data.datasets.map(({hidden = false}) => hidden)).to.deep.equal([false, false, true]);
    expect(options!.scales!['y']).to.deep.include({suggestedMax: 12});
  });

  it('starts at zero, says numbers in the page\'s language, and moves nothing', () => {
    const {y} = week.options!.scales as {y: {beginAtZero: boolean; stacked: boolean; ticks: {callback: (value: number) => string}}};
    expect([y.beginAtZero, y.stacked, y.ticks.callback(20), week.options!.animation, week.options!.events]).to.deep.equal([true, true, '20 €', false, []]);
  });
});
