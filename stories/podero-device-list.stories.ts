import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/index.js';
import {answers, everything, has, hasMany, proxyFor, silence, type Situation} from './simulated-proxy.js';

const meta: Meta = {title: 'Elements/podero-device-list', component: 'podero-device-list'};
export default meta;

const list = (name: string, situation: Situation): StoryObj => ({
  render: () => html`<podero-device-list proxy-url=${proxyFor(`list-${name}`, situation)}></podero-device-list>`,
});

/** Everything is connected, optimised and fresh. */
export const AllIsWell = list('well', everything());

/** The same home as the newer API describes it. */
export const NewerApi = list('newer', everything('G2'));

/** The heat pump's account at the manufacturer has to be signed in to again: its card comes first. */
export const SignInNeeded = list('sign-in', {
  ...everything(), ...has('heat-pump', 'G1', {is_authenticated: false, authorization_url: 'https://login.example.com/'}),
});

/** The inverters could not be read; the others are there. */
export const SomeNotLoaded = list('partial', {...everything(), inverters: () => new Response(null, {status: 502})});

/** Nothing has been connected yet. */
export const NoDevices = list('empty', {});

/** The portal's session is over. */
export const SignedOut = list('signed-out', answers(401));

/** The provider's system does not answer. */
export const Failed = list('failed', answers(503));

/** The answer is on its way. */
export const Loading = list('loading', silence);

/** A house with more devices than a page of the list holds: the line below turns the page. */
export const ManyDevices: StoryObj = {
  render: () => html`<podero-device-list proxy-url=${proxyFor('list-many', hasMany('heat-pump', 20))} page-size="6"></podero-device-list>`,
};

/** The portal has a page for each device: the titles are buttons that tell the page which was chosen. */
export const DevicesWithAPage: StoryObj = {
  render: () => html`<podero-device-list proxy-url=${proxyFor('list-selectable', everything())} selectable></podero-device-list>`,
};

/** The portal's own words: a heading, and what is said to a customer without devices. */
export const OwnWordsInSlots: StoryObj = {
  render: () => html`
    <podero-device-list proxy-url=${proxyFor('list-slots', {})}>
      <h2 slot="heading">At home</h2>
      <p slot="empty">You have not connected a device yet. <a href="#connect">Connect your first one</a>.</p>
    </podero-device-list>`,
};

/** While the data, or the script, are on their way, the element's children are what there is to read. */
export const LoadingWithChildren: StoryObj = {
  render: () => html`
    <podero-device-list proxy-url=${proxyFor('list-fallback', silence)}>
      <p>Your devices will be here in a moment. Until then you find them <a href="#devices">on the page of your devices</a>.</p>
    </podero-device-list>`,
};
