import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../src/index.js';
import type {DeviceKind} from '../src/domain/device.js';
import {DEVICE_KINDS} from '../src/domain/device.js';
import {answers, everything, has, proxyFor, type Situation} from './simulated-proxy.js';

const meta: Meta = {title: 'Subjects/languages'};
export default meta;

const speaking = (lang: string, content: TemplateResult | TemplateResult[]): StoryObj => ({render: () => html`<div lang=${lang}>${content}</div>`});

const list = (name: string, situation: Situation) =>
  html`<podero-device-list proxy-url=${proxyFor(`language-${name}`, situation)}></podero-device-list>`;

const card = (name: string, kind: DeviceKind, situation: Situation) =>
  html`<podero-device-card proxy-url=${proxyFor(`language-${name}`, situation)} device-type=${kind} device-id="any"></podero-device-card>`;

/** An Austrian home: its words, its numbers, its times. */
export const German = speaking('de-AT', list('home', everything()));

/** As the newer API describes it, for a reader in Switzerland. */
export const GermanOfSwitzerland = speaking('de-CH', list('swiss', everything('G2')));

/** One card for each kind. */
export const GermanCards = speaking('de', DEVICE_KINDS.map(kind => card(`card-${kind}`, kind, has(kind, 'G2', {id: 'any'}))));

/** Signed out at the manufacturer: the longest words of a card. */
export const GermanSignInNeeded = speaking('de', card('sign-in', 'heat-pump', has('heat-pump', 'G1', {
  id: 'any', is_authenticated: false, authorization_url: 'https://login.example.com/',
})));

/** Energy of the whole home. */
export const GermanChart = speaking('de', html`<podero-consumption-chart proxy-url=${proxyFor('language-chart', everything())}></podero-consumption-chart>`);

/** The inverters could not be read. */
export const GermanSomeNotLoaded = speaking('de', list('partial', {...everything(), inverters: () => new Response(null, {status: 502})}));

/** The provider's system does not answer. */
export const GermanFailed = speaking('de', list('failed', answers(503)));

/** The portal's session is over. */
export const GermanSignedOut = speaking('de', list('signed-out', answers(401)));

/** Nothing has been connected yet. */
export const GermanNoDevices = speaking('de', list('empty', {}));

/** A page in a language that the widgets do not speak: English. */
export const NotSpoken = speaking('fr', card('french', 'heat-pump', has('heat-pump', 'G1', {id: 'any'})));

/** A partner who says some things in words of its own. */
export const OwnWords = speaking('de', html`<podero-consumption-chart proxy-url=${proxyFor('language-own', everything())}
  .labels=${{'energy': 'Mein Strom', 'all-devices': 'Alles zu Hause', 'table': 'Zahlen'}}></podero-consumption-chart>`);
