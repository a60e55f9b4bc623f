import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {DeviceKind} from '../domain/device.js';
import {icon} from './icons.js';
import type {LabelKey} from '../text/messages.js';
import type {Speech} from '../text/speech.js';
import {renderAge} from './age-view.js';
import type {ConnectionNotice} from './device-foot-view.js';
import {CONNECTION_NOTICES} from './device-foot-view.js';
import type {Retry} from './status-views.js';
import {renderRetry} from './status-views.js';

export interface ListHead extends Retry {
  readonly headingLevel: number;
  /** How many devices there are; absent while they are being loaded. */
  readonly total?: number;
  /** How many of them need the user. */
  readonly attention: number;
  /** When the proxy last answered (epoch ms). */
  readonly checkedAt?: number;
  readonly notice?: ConnectionNotice;
  /** For `partial`: the kinds that could not be loaded. */
  readonly missing?: readonly DeviceKind[];
  /** For `partial`: how many devices came in a form that cannot be shown. */
  readonly dropped?: number;
  readonly nextTryAt?: number;
}

const COLLECTIONS: Record<DeviceKind, LabelKey> = {'heat-pump': 'heat-pumps', 'electric-vehicle': 'electric-vehicles', 'inverter': 'inverters'};

/** The heading and one line that is always there, with the refresh button. Trouble turns this very line into the notice. */
export const renderListHead = (speech: Speech, head: ListHead): TemplateResult => html`
  <div class="list-head">
    <slot name="heading"><div class="heading" part="heading" role="heading" aria-level=${head.headingLevel}>${speech.say('your-devices')}</div></slot>
    ${renderLine(speech, head)}
  </div>`;

/**
 * Only the bold words are a live region: they change when something happens, the age beside them every minute. That devices are
 * being loaded is only said aloud: the eye sees it, and words would flash by.
 */
function renderLine(speech: Speech, head: ListHead): TemplateResult {
  const {notice, total} = head;
  const {tone, icon: name} = lookOf(head);
  return html`
    <div class="list-line ${notice ? 'notice' : ''}" part=${notice ? `footer notice notice-${notice}` : 'footer'} data-tone=${tone ?? nothing}>
      <p class="say ${total === undefined ? 'hidden' : ''}">${total === undefined ? nothing : icon(name)}<span><b role="status">${wordsOf(speech, head)}</b> ${renderChecked(speech, head)}</span></p>
      ${isFetched(head) ? renderRetry(speech, head, 'refresh', !notice) : nothing}
    </div>`;
}

/** Devices that the page hands in were never checked, and cannot be. */
const isFetched = ({total, checkedAt}: ListHead): boolean => total === undefined || checkedAt !== undefined;

function lookOf({notice, attention}: ListHead) {
  if (notice) return CONNECTION_NOTICES[notice];
  return attention ? {tone: 'warn', icon: 'alert'} as const : {tone: undefined, icon: 'check'} as const;
}

function wordsOf({say, format}: Speech, {notice, missing = [], dropped = 0, attention, total}: ListHead): string {
  if (notice === 'partial') {
    return missing.length
      ? say('partial', {kinds: format.list(missing.map(kind => say(COLLECTIONS[kind])))})
      : say('dropped', {count: dropped});
  }
  if (notice) return `${say(notice)}.`;
  if (total === undefined) return say('loading');
  return attention ? say('attention', {count: attention, total}) : say('devices', {count: total});
}

/** The age is always there; what comes next only where there is room. */
function renderChecked(speech: Speech, {notice, checkedAt, now, nextTryAt}: ListHead): TemplateResult | typeof nothing {
  if (checkedAt === undefined) return nothing;
  const {say, format} = speech;
  const next = nextTryAt !== undefined && nextTryAt > now ? say('next-try', {time: format.clock(new Date(nextTryAt))}) : '';
  const more = notice === 'offline' ? say('back-online') : notice && next;
  return html`${renderAge(notice && notice !== 'partial' ? 'last-answer' : 'checked', new Date(checkedAt), speech, now)}${
    more && html`<span class="more">. ${more}</span>`}`;
}
