import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {Device} from '../domain/device.js';
import {isOld} from '../domain/freshness.js';
import type {IconName} from './icons.js';
import {icon} from './icons.js';
import type {LabelKey} from '../text/messages.js';
import type {Speech} from '../text/speech.js';
import {renderAge} from './age-view.js';
import {nameOf} from './device-name.js';
import {renderSupport} from './status-views.js';

/** Why no newer data comes to the whole page; told apart by who has to do something. `partial`: what came cannot be used. */
export type ConnectionNotice = 'upstream' | 'unreachable' | 'offline' | 'partial';

/**
 * The way to a sign-in page without an address of its own: `ask` before the page is asked for, `no-way` where the portal has
 * none, so that only the provider can help.
 */
export type ReconnectStep = 'ask' | 'asking' | 'failed' | 'no-way';

/** Asks where the user can sign in again. */
export type Reconnector = (device: Device, signal: AbortSignal) => Promise<string>;

export interface FootContext extends Speech {
  /** Epoch ms by the believed clock. */
  readonly now: number;
  readonly staleAfterS: number;
  /** Only for a card that stands alone: a list says it once for all its cards. */
  readonly problem?: {readonly notice: ConnectionNotice};
  /** It says aloud what becomes of its device, with its name; in a list the list's own line speaks for all. */
  readonly isAlone?: boolean;
  readonly reconnectStep: ReconnectStep;
  /** Where the provider can be reached. */
  readonly supportUrl?: string | undefined;
  /** The user asked to reconnect; a link is followed unless the event's default is prevented. */
  readonly onReconnect: (event: Event, device: Device) => void;
}

export interface Notice {
  /** Second part name after `notice`; a message waiting has none. */
  readonly part?: 'reconnect' | 'stale' | ConnectionNotice;
  readonly tone: 'warn' | 'bad' | 'calm';
  readonly icon: IconName;
  readonly title: LabelKey;
}

/** How each of them looks. */
export type ConnectionLook = Readonly<Record<ConnectionNotice, Notice>>;

export const CONNECTION_NOTICES: ConnectionLook = {
  upstream: {part: 'upstream', tone: 'warn', icon: 'cloud-alert', title: 'upstream'},
  unreachable: {part: 'unreachable', tone: 'warn', icon: 'cloud-off', title: 'unreachable'},
  offline: {part: 'offline', tone: 'calm', icon: 'wifi-off', title: 'offline'},
  partial: {part: 'partial', tone: 'warn', icon: 'alert', title: 'not-refreshed'},
};

/** The most urgent of all that may be wrong; a card says one thing at a time. */
function noticeOf(device: Device, {problem, now, staleAfterS}: FootContext): Notice | undefined {
  const isDisconnected = device.connection === 'disconnected';
  if (device.reconnect || isDisconnected) {
    return {part: 'reconnect', tone: 'bad', icon: 'unplug', title: isDisconnected ? 'disconnected' : 'sign-in-needed'};
  }
  if (problem) return CONNECTION_NOTICES[problem.notice];
  if (isOld(device, now, staleAfterS)) return {part: 'stale', tone: 'warn', icon: 'alert', title: 'state-old'};
  return device.hasMessage ? {tone: 'warn', icon: 'message', title: 'message-waiting'} : undefined;
}

/** One strip of fixed size: how fresh the card is, or what is wrong, and the one action. */
export function renderFoot(device: Device, context: FootContext): TemplateResult {
  const notice = noticeOf(device, context);
  const action = renderAction(device, context);
  const {say, isAlone} = context;
  const parts = notice ? `footer notice${notice.part ? ` notice-${notice.part}` : ''}` : 'footer';
  return html`
    <footer class="foot ${notice ? 'notice' : ''} ${action === nothing ? '' : 'with-action'}" part=${parts} data-tone=${notice?.tone ?? nothing}>
      <p class="say">${icon(notice?.icon ?? 'clock')}<span>${notice || isAlone ? html`<b role=${isAlone ? 'status' : nothing}>${
        notice ? [isAlone ? html`<span class="hidden"><bdi>${nameOf(device, say)}</bdi>: </span>` : nothing, say(notice.title)] : nothing}</b> ` : nothing}${
        device.stateAt
          ? renderAge('updated', device.stateAt, context, context.now)
          : html`<span part="updated">${say('update-unknown')}</span>`}</span></p>
      ${action}
    </footer>`;
}

/** The one thing to do: sign in again, by a link or by a page that is asked for; else to call whoever can help. */
function renderAction(device: Device, context: FootContext): TemplateResult | typeof nothing {
  const {reconnect, hasMessage} = device;
  if (reconnect?.url !== undefined) return renderReconnectLink(device, reconnect.url, context);
  if (reconnect && context.reconnectStep !== 'no-way') return renderReconnectButton(device, context);
  return reconnect || hasMessage ? renderSupport(context, context.supportUrl) : nothing;
}

const renderReconnectLink = (device: Device, url: string, {say, onReconnect}: FootContext): TemplateResult => html`
  <a class="button primary" part="action" href=${url} rel="noopener" aria-label=${say('reconnect-device', {device: nameOf(device, say)})}
    @click=${(event: Event) => onReconnect(event, device)}>${say('reconnect')}</a>`;

/** It keeps the focus while the page is on its way, so it is never really disabled. */
function renderReconnectButton(device: Device, {say, reconnectStep, onReconnect}: FootContext): TemplateResult {
  const isAsking = reconnectStep === 'asking';
  return html`
    <button class="button primary" part="action" type="button" aria-disabled=${isAsking ? 'true' : nothing}
      aria-label=${say(isAsking ? 'reconnecting' : 'reconnect-device', {device: nameOf(device, say)})}
      @click=${isAsking ? null : (event: Event) => onReconnect(event, device)}>${say(isAsking ? 'reconnecting' : 'reconnect')}</button>`;
}
