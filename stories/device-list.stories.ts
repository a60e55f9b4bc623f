import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import type {Situation} from './simulated-proxy.js';
import {answers, everything, has, hasMany, lost, noNetwork, proxyFor, silence} from './simulated-proxy.js';
import {pressRefresh, story} from './stage.js';

const meta: Meta = {title: 'Situations/Device list', component: 'podero-device-list'};
export default meta;

const outOfReach = has('heat-pump', 'G1', {is_authenticated: false, authorization_url: 'https://login.example.com/'});
const withMessage = has('inverter', 'G2', {action_needed: true, actions: [{code: 'new_tariff'}]});

const list = (name: string, situation: Situation) =>
  () => html`<podero-device-list proxy-url=${proxyFor(`list-${name}`, situation)} support-url="tel:+431234567"></podero-device-list>`;

/** The answer is on its way. */
export const Loading = story(list('loading', silence), {says: 'being loaded', isPending: true});
/** Nothing has been connected yet. */
export const Empty = story(list('empty', {}), {says: 'No devices yet'});
/** One heat pump takes the whole width. */
export const One = story(list('one', has('heat-pump')), {says: '1 device.'});
/** Everything is connected, optimised and fresh. */
export const AllIsWell = story(list('well', everything('G2')), {says: '3 devices.'});
/** A heat pump that needs its owner comes first, an inverter with a message second; the car is fine. */
export const MixedAttention = story(list('mixed', {...everything('G2'), ...outOfReach, ...withMessage}), {says: '2 of 3 devices need you.'});
/** A house with more devices than a page of the list holds. */
export const ManyWithPager = story(
  () => html`<podero-device-list proxy-url=${proxyFor('list-many', hasMany('heat-pump', 20))} page-size="6"></podero-device-list>`,
  {says: '1–6 of 20'});
/** The provider's system does not answer. */
export const Failed = story(list('failed', answers(503)), {says: 'could not be loaded'});
/** The portal's session is over. */
export const SignedOut = story(list('signed-out', answers(401)), {says: 'You are signed out'});
/** The browser has no network, and nothing has been read yet. */
export const Offline = story(list('offline', noNetwork), {says: 'You are offline'});
/** The network is lost while somebody looks: everything stays, with its age. */
export const OfflineWithDevices = story(() => list('lost', lost(everything()))(), {says: 'You are offline.', play: pressRefresh});
/** The inverters could not be read; the others are there. */
export const OneCollectionFailing = story(
  list('partial', {...everything(), inverters: () => new Response(null, {status: 502})}), {says: 'Not loaded: inverters.'});
/** The portal has a page for each device: the titles are buttons. */
export const DevicesWithAPage = story(
  () => html`<podero-device-list proxy-url=${proxyFor('list-selectable', everything())} selectable></podero-device-list>`, {says: '3 devices.'});
/** A heading of the portal's, and its own words for a customer without devices. */
export const OwnWordsInSlots = story(() => html`
  <podero-device-list proxy-url=${proxyFor('list-slots', {})}>
    <h2 slot="heading">At home</h2>
    <p slot="empty">You have not connected a device yet. <a href="#connect">Connect your first one</a>.</p>
  </podero-device-list>`, {says: 'At home'});
/** While the script or the data are on their way, the element's children are what there is to read. */
export const LoadingWithChildren = story(() => html`
  <podero-device-list proxy-url=${proxyFor('list-fallback', silence)}>
    <p>Your devices will be here in a moment. Until then you find them <a href="#devices">on the page of your devices</a>.</p>
  </podero-device-list>`, {says: 'Your devices will be here in a moment.', isPending: true});
