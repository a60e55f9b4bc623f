import type {Meta} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import type {DeviceKind} from '../src/domain/device.js';
import {answers, everything, has, proxyFor, type Situation} from './simulated-proxy.js';
import {story} from './stage.js';

const meta: Meta = {title: 'Situations/Languages'};
export default meta;

const speaking = (lang: string, says: string, content: () => TemplateResult) => story(() => html`<div lang=${lang}>${content()}</div>`, {says});

const list = (name: string, situation: Situation) => () =>
  html`<podero-device-list proxy-url=${proxyFor(`language-${name}`, situation)}></podero-device-list>`;

const card = (name: string, kind: DeviceKind, situation: Situation) => () =>
  html`<podero-device-card proxy-url=${proxyFor(`language-${name}`, situation)} device-type=${kind} device-id="any"></podero-device-card>`;

const signedOutAtTheMaker = has('heat-pump', 'G1', {id: 'any', is_authenticated: false, authorization_url: 'https://login.example.com/'});

/** An Austrian home: its words, its numbers, its times. */
export const German = speaking('de-AT', 'Ihre Geräte', list('home', everything()));
/** As the newer API describes it, for a reader in Switzerland. */
export const GermanOfSwitzerland = speaking('de-CH', 'Ihre Geräte', list('swiss', everything('G2')));
/** The longest words of a card. */
export const GermanSignInNeeded = speaking('de', 'Nicht verbunden', card('sign-in', 'heat-pump', signedOutAtTheMaker));
/** Energy of the whole home. */
export const GermanChart = speaking('de', 'Verbrauch',
  () => html`<podero-consumption-chart proxy-url=${proxyFor('language-chart', everything())}></podero-consumption-chart>`);
/** The inverters could not be read. */
export const GermanSomeNotLoaded = speaking('de', 'Nicht geladen', list('partial', {...everything(), inverters: () => new Response(null, {status: 502})}));
/** The provider's system does not answer. */
export const GermanFailed = speaking('de', 'konnten nicht geladen werden', list('failed', answers(503)));
/** Nothing has been connected yet. */
export const GermanNoDevices = speaking('de', 'Noch keine Geräte', list('empty', {}));
/** A page in a language that the widgets do not speak: English. */
export const NotSpoken = speaking('fr', 'Connected', card('french', 'heat-pump', has('heat-pump', 'G1', {id: 'any'})));
/** A partner who says some things in words of its own. */
export const OwnWords = speaking('de', 'Mein Strom', () => html`
  <podero-consumption-chart proxy-url=${proxyFor('language-own', everything())}
    .labels=${{'energy': 'Mein Strom', 'all-devices': 'Alles zu Hause', 'table': 'Zahlen'}}></podero-consumption-chart>`);
