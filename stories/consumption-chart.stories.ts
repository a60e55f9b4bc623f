import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import type {Situation} from './simulated-proxy.js';
import {answers, everything, has, noNetwork, proxyFor, silence, week} from './simulated-proxy.js';
import {story} from './stage.js';

const meta: Meta = {title: 'Situations/Consumption chart', component: 'podero-consumption-chart'};
export default meta;

const WARM_WEEK = [48.2, 57.6, 44.1, 41.3, 39.7, 44.9, 18.4];

const home = (name: string, situation: Situation) =>
  () => html`<podero-consumption-chart proxy-url=${proxyFor(`chart-${name}`, situation)}></podero-consumption-chart>`;

const oneHeatPump = (name: string, situation: Situation) => () => html`
  <podero-consumption-chart proxy-url=${proxyFor(`chart-${name}`, {...has('heat-pump', 'G1', {id: 'any'}), ...situation})}
    device-type="heat-pump" device-id="any"></podero-consumption-chart>`;

/** The week of one heat pump, day by day; today is not over. */
export const Week = story(oneHeatPump('week', week('heat-pump', WARM_WEEK)), {says: 'this week so far'});
/** Nothing is known of a day: a gap, not a zero. */
export const WeekWithAGap = story(oneHeatPump('week-gap', week('heat-pump', [null, ...WARM_WEEK.slice(1)])), {says: 'No data: Monday'});
/** What consumes is stacked, what produces stands beside it. */
export const WeekOfTheHome = story(home('week-home', {
  ...everything(), ...week('heat-pump', WARM_WEEK), ...week('electric-vehicle', [0, 22.4, null, 0, 31, 8.5, 0]),
  ...week('inverter', [12.1, 30.4, 44.8, 25, 41.2, 38.4, 20.2], [2, 10, 21, 8.4, 18, 20, 9]),
}), {says: 'Production'});
/** The API has no series of the car: its sums stand below. */
export const WeekWithoutTheCar = story(home('week-mixed', {...everything(), ...week('heat-pump', WARM_WEEK)}), {says: 'Without Tesla'});
/** No series at all: three rolling sums, what consumes stacked, what produces beside it. */
export const SumsOfTheHome = story(home('home', everything()), {says: '30 days'});
/** The sums of one heat pump. */
export const SumsOfOneDevice = story(oneHeatPump('one', {}), {says: '30 days'});
/** The sum of seven days is not known: a gap, not a zero. */
export const SumsWithAGap = story(home('gap', has('heat-pump', 'G1', {consumption_last_week_kwh: null})), {says: '7 days –'});
/** The newer API sends no sums. */
export const Empty = story(home('none', everything('G2')), {says: 'No energy figures yet'});
/** The answer is on its way. */
export const Loading = story(home('loading', silence), {says: 'being loaded', isPending: true});
/** The provider's system does not answer. */
export const Failed = story(home('failed', answers(503)), {says: 'could not be loaded'});
/** The portal's session is over. */
export const SignedOut = story(home('signed-out', answers(401)), {says: 'You are signed out'});
/** The browser has no network. */
export const Offline = story(home('offline', noNetwork), {says: 'You are offline'});
