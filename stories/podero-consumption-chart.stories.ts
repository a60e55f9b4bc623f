import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/index.js';
import {answers, everything, has, proxyFor, type Situation} from './simulated-proxy.js';

const meta: Meta = {title: 'Elements/podero-consumption-chart', component: 'podero-consumption-chart'};
export default meta;

const chart = (name: string, situation: Situation): StoryObj => ({
  render: () => html`<podero-consumption-chart proxy-url=${proxyFor(`chart-${name}`, situation)}></podero-consumption-chart>`,
});

/** What consumes is stacked, what produces stands beside it. */
export const WholeHome = chart('home', everything());

/** One heat pump. */
export const OneDevice: StoryObj = {
  render: () => html`<podero-consumption-chart proxy-url=${proxyFor('chart-one', has('heat-pump', 'G1', {id: 'any'}))}
    device-type="heat-pump" device-id="any"></podero-consumption-chart>`,
};

/** The week is not known: a gap, not a zero. */
export const WithAGap = chart('gap', has('heat-pump', 'G1', {consumption_last_week_kwh: null}));

/** The newer API sends no sums. */
export const NoFigures = chart('none', everything('G2'));

/** The provider's system does not answer. */
export const Failed = chart('failed', answers(503));
