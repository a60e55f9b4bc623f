import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import {renderTime} from './age-view.js';
import {causeOf} from '../domain/cause.js';
import type {Device, Optimisation} from '../domain/device.js';
import {activityOf} from '../domain/status.js';
import {isOld} from '../domain/freshness.js';
import type {FootContext} from './device-foot-view.js';
import type {IconName} from './icons.js';
import {icon} from './icons.js';
import {deadlineOf} from './readings.js';
import {cleanText} from '../text/clean.js';
import type {LabelKey} from '../text/messages.js';
import type {Say} from '../text/say.js';
import {after} from '../text/say.js';
import type {Speech} from '../text/speech.js';
import {inSentence} from '../text/speech.js';

type Tone = 'ok' | 'on' | 'bad' | 'off';

const CONNECTIONS: Record<Device['connection'], readonly [Tone, IconName, LabelKey]> = {
  connected: ['ok', 'check', 'connected'],
  disconnected: ['bad', 'unplug', 'disconnected'],
  unknown: ['off', 'help', 'connection-unknown'],
};

/** The optimiser's modes as customers know them (contract 6). */
const MODES = new Map<string, LabelKey>([
  ['min', 'optimisation-min'], ['low', 'optimisation-low'], ['mid', 'optimisation-mid'], ['max', 'optimisation-max'],
]);

const renderItem = (tone: Tone, name: IconName, words: unknown): TemplateResult =>
  html`<li data-tone=${tone}>${icon(name)}<span>${words}</span></li>`;

/** Connection and optimisation: each by icon, word and colour. */
export function renderStatus({connection, optimisation}: Device, {say}: Speech): TemplateResult {
  const [tone, name, key] = CONNECTIONS[connection];
  return html`
    <ul class="status" part="status" role="list">
      ${renderItem(tone, name, html`<b>${say(key)}</b>`)}
      ${renderItem(optimisation.state === 'active' ? 'on' : 'off', 'steering', renderOptimisation(optimisation, say))}
    </ul>`;
}

const renderOptimisation = (optimisation: Optimisation, say: Say): TemplateResult => optimisation.state === 'inactive'
  ? html`<b>${say('optimisation-inactive')}</b>`
  : html`${say('optimisation')} <b>${optimisationWord(optimisation, say)}</b>`;

function optimisationWord(optimisation: Optimisation, say: Say): unknown {
  if (optimisation.state !== 'active') return say(optimisation.state === 'unavailable' ? 'not-available' : 'not-known');
  const {mode} = optimisation;
  const known = mode === undefined ? 'optimisation-active' : MODES.get(mode.toLowerCase());
  return known ? say(known) : html`<bdi>${cleanText(mode ?? '', 40)}</bdi>`;
}

/** What the device is doing, in at most 19 characters; a word that is not known here stays the API's own. */
export function statementOf(device: Device, {say, format}: Speech): string {
  const activity = activityOf(device);
  switch (activity.is) {
    case 'not-known': return say('activity-not-known');
    case 'as-sent': return cleanText(activity.word);
    case 'drawing': return say('drawing', {power: inSentence(format.power(activity.watts))});
    default: return say(activity.is);
  }
}

/** One sentence that says why; trouble first. Nothing where the device does not say: its place is kept. */
export function renderReason(device: Device, context: FootContext): unknown {
  const {say, now, staleAfterS} = context;
  const {stateAt} = device;
  if (device.reconnect || device.connection === 'disconnected') {
    return html`${signIn(device, context)}${stateAt ? html` ${renderTime('reason-values-from', stateAt, context, now)}` : nothing}`;
  }
  if (stateAt && isOld(device, now, staleAfterS)) return renderTime('reason-old', stateAt, context, now);
  if (device.hasMessage) return say('reason-message');
  return device.unreadable.length ? say('reason-unreadable') : becauseOf(device, context);
}

function becauseOf(device: Device, {say, format, now}: FootContext): unknown {
  const cause = causeOf(device);
  if (!cause) return nothing;
  if (device.kind !== 'electric-vehicle') return say(`reason-${cause}`);
  return say(`reason-${cause}`, {
    time: deadlineOf(device, format, now) ?? '',
    duration: inSentence(format.duration(device.remainingS)),
    level: inSentence(format.percent(device.targetPercent ?? device.limitPercent)),
  });
}

function signIn({reconnect, manufacturer}: Device, {say, reconnectStep}: FootContext): unknown {
  if (reconnect?.url === undefined) {
    if (reconnectStep === 'no-way') return say('reason-contact');
    if (reconnectStep === 'failed') return html`<span role="alert">${say('reason-not-opened')}</span>`;
  }
  if (manufacturer === undefined) return say('reason-sign-in-unnamed');
  const name = cleanText(manufacturer, 30);
  return say('reason-sign-in').split('{manufacturer}').map((words, index) => index ? html`<bdi>${name}</bdi>${after(name, words)}` : words);
}
