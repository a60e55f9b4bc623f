import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/index.js';
import {answers, everything, has, proxyFor, silence, type Situation} from './simulated-proxy.js';

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
