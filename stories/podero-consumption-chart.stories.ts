import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/index.js';
import {answers, everything, has, proxyFor, type Situation, week} from './simulated-proxy.js';

const meta: Meta = {title: 'Elements/podero-consumption-chart', component: 'podero-consumption-chart'};
export default meta;

const chart = (name: string, situation: Situation): StoryObj => ({
  render: () => html`<podero-consumption-chart proxy-url=${proxyFor(`chart-${name}`, situation)}></podero-consumption-chart>`,
});

const oneHeatPump = (name: string, situation: Situation): StoryObj => ({
  render: () => html`<podero-consumption-chart proxy-url=${proxyFor(`chart-${name}`, {...has('heat-pump', 'G1', {id: 'any'}), ...situation})}
    device-type="heat-pump" device-id="any"></podero-consumption-chart>`,
});

/** The week of one heat pump, day by day; today is not over. */
export const Week = oneHeatPump('week', week('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]));

/** Nothing is known of a day: a gap, not a zero. */
export const WeekWithAGap = oneHeatPump('week-gap', week('heat-pump', [48.2, null, 44.1, 41.3, 39.7, 44.9, 18.4]));

/** What consumes is stacked, what produces stands beside it. */
export const WeekOfTheHome = chart('week-home', {
  ...everything(), ...week('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4]), ...week('electric-vehicle', [0, 22.4, null, 0, 31, 8.5, 0]),
  ...week('inverter', [12.1, 30.4, 44.8, 25, 41.2, 38.4, 20.2], [2, 10, 21, 8.4, 18, 20, 9]),
});

/** The API has no series of the car: its sums stand below. */
export const WeekWithoutTheCar = chart('week-mixed', {...everything(), ...week('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4])});

/** No series at all: three rolling sums, what consumes stacked, what produces beside it. */
export const SumsOfTheHome = chart('home', everything());

/** The sums of one heat pump. */
export const SumsOfOneDevice = oneHeatPump('one', {});

/** The sum of seven days is not known: a gap, not a zero. */
export const SumsWithAGap = chart('gap', has('heat-pump', 'G1', {consumption_last_week_kwh: null}));

/** The newer API sends no sums. */
export const NoFigures = chart('none', everything('G2'));

/** The provider's system does not answer. */
export const Failed = chart('failed', answers(503));
