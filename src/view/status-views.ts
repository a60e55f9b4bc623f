import type {TemplateResult} from 'lit';
import {html, nothing} from './lit.js';
import type {ErrorCode} from '../domain/errors.js';
import type {IconName} from './icons.js';
import {icon} from './icons.js';
import type {Subject} from '../text/describe-error.js';
import {describeError} from '../text/describe-error.js';
import type {Speech} from '../text/speech.js';

const blank = (figures: number): TemplateResult => html`<span class="blank">${'\u2007'.repeat(figures)}</span>`;

const blankPair = (label: number, value: number): TemplateResult =>
  html`<div><dt class="label">${blank(label)}</dt><dd class="value">${blank(value)}</dd></div>`;

/** A card before its data: the same boxes, so that nothing moves when it comes. Silent; `renderLoading` speaks. */
export const renderSkeleton = (parts = 'base skeleton'): TemplateResult => html`
  <article class="card skeleton" part=${parts} aria-hidden="true">
    <header class="head"><span class="kind"></span><div><div class="title">${blank(12)}</div><p class="subtitle">${blank(9)}</p></div></header>
    <ul class="status"><li>${blank(12)}</li><li>${blank(17)}</li></ul>
    <div class="now"><p class="doing">${blank(8)}</p><p class="reason">${blank(22)}</p></div>
    <div class="readings">
      <div class="lead">
        <dl class="hero"><div><dt class="label">${blank(6)}</dt><dd class="value big">${blank(4)}</dd></div></dl>
        <dl class="rows">${blankPair(8, 6)}${blankPair(7, 6)}</dl>
      </div>
      <dl class="three">${blankPair(6, 5)}${blankPair(5, 6)}${blankPair(6, 6)}</dl>
    </div>
    <section class="totals"><p class="totals-head">${blank(11)}</p><dl class="three">${blankPair(7, 7)}${blankPair(6, 7)}${blankPair(7, 8)}</dl></section>
    <footer class="foot"><p class="say">${blank(18)}</p></footer>
  </article>`;

/** Says aloud that something is on its way. */
export const renderLoading = ({say}: Speech): TemplateResult => html`<p class="hidden" role="status">${say('loading')}</p>`;

/** A chart before its data. */
export const renderPending = (speech: Speech): unknown =>
  [renderLoading(speech), html`<div class="panel skeleton" part="base skeleton" aria-hidden="true"></div>`];

export interface Panel {
  readonly part: 'empty' | 'error';
  readonly icon: IconName;
  readonly tone?: 'bad' | 'on';
  readonly title: string;
  readonly hint: unknown;
  readonly headingLevel: number;
  readonly buttons?: unknown;
}

/** A screen in the place of cards. */
export const renderPanel = ({part, icon: name, tone, title, hint, headingLevel, buttons = nothing}: Panel): TemplateResult => html`
  <div class="panel" part=${part} data-tone=${tone ?? nothing} role=${part === 'error' ? 'alert' : 'status'}>
    <span class="kind">${icon(name)}</span>
    <div class="panel-title" role="heading" aria-level=${headingLevel}>${title}</div>
    <p>${hint}</p>
    ${buttons}
  </div>`;

/** No device at all: no fault, and nothing to do here. */
export const renderEmpty = ({say}: Speech, headingLevel: number): TemplateResult =>
  renderPanel({part: 'empty', icon: 'home', title: say('empty'), hint: say('empty-hint'), headingLevel});

export interface Retry {
  /** Epoch ms. */
  readonly now: number;
  readonly onRetry: () => void;
  readonly isRetrying?: boolean;
  /** Before this instant (epoch ms) nobody may ask again: the button says so and does nothing. */
  readonly retryAt?: number;
}

export interface Failure extends Retry {
  readonly code: ErrorCode;
  readonly subject: Subject;
  readonly headingLevel: number;
  /** When the next try comes by itself (epoch ms). */
  readonly nextTryAt?: number;
  /** Where the provider can be reached. */
  readonly supportUrl?: string | undefined;
}

const ICONS: Partial<Record<ErrorCode, IconName>> = {offline: 'wifi-off', unauthorized: 'sign-in', forbidden: 'sign-in', config: 'alert'};

/** Nothing could be shown: what happened, what to do, a button. Also the signed-out screen, by its codes. */
export function renderFailure(speech: Speech, failure: Failure): TemplateResult {
  const {code, subject, headingLevel, nextTryAt = 0, now, supportUrl} = failure;
  const {title, hint, action, isProviders, tone} = describeError(code, subject);
  // What changes with each try is not said again: that would be all day.
  const next = nextTryAt > now && speech.say('next-try', {time: speech.format.clock(new Date(nextTryAt))});
  return renderPanel({
    part: 'error',
    icon: ICONS[code] ?? 'cloud-off',
    tone,
    title: speech.say(title),
    hint: html`${speech.say(hint)}${next ? html` <span aria-live="off">${next}</span>` : nothing}`,
    headingLevel,
    buttons: html`<p class="buttons" aria-live="off">${action ? renderRetry(speech, failure, 'action') : nothing}${isProviders ? renderSupport(speech, supportUrl) : nothing}</p>`,
  });
}

/** "Contact", where somebody said how. */
export const renderSupport = ({say}: Speech, supportUrl: string | undefined): TemplateResult | typeof nothing => supportUrl
  ? html`<a class="button" part="action" href=${supportUrl} rel="noopener">${say('contact-provider')}</a>`
  : nothing;

/** A button that asks again. It keeps the focus while it must not be pressed, so it is never really disabled. */
export function renderRetry({say, format}: Speech, {now, onRetry, isRetrying, retryAt = 0}: Retry, part: string, isQuiet = false): TemplateResult {
  const mustWait = retryAt > now;
  const words = mustWait ? say('retry-at', {time: format.clock(new Date(retryAt))}) : say(isQuiet ? 'refresh' : 'retry');
  return html`
    <button class="button ${mustWait ? 'wait' : isQuiet ? 'quiet' : ''}" part=${part} type="button" title=${words}
      aria-disabled=${mustWait || isRetrying ? 'true' : nothing}
      @click=${mustWait || isRetrying ? null : onRetry}>${icon('refresh')}<span class="text ${isQuiet && !mustWait ? 'hidden' : ''}">${words}</span></button>`;
}
