import type {TemplateResult} from 'lit';
import {html, nothing, repeat} from './lit.js';
import type {Endpoint} from '../api/endpoint.js';
import {countAttention} from '../domain/attention.js';
import type {Device} from '../domain/device.js';
import type {ReadyView, SourceView} from '../elements/source-view.js';
import type {Labels} from '../text/messages.js';
import type {Speech} from '../text/speech.js';
import {keyOf} from './device-key.js';
import {keep} from './keep.js';
import type {Reconnector} from './device-foot-view.js';
import type {ListHead} from './list-head-view.js';
import {renderListHead} from './list-head-view.js';
import type {Pager} from './pager-view.js';
import {rangeOf, renderPager} from './pager-view.js';
import {renderEmpty, renderFailure, renderSkeleton} from './status-views.js';
import {failureOf, noticeOf, retryAtOf} from './trouble.js';
import type {Unfolding} from './unfolding.js';
import {unfold} from './unfolding.js';

/** All a list depends on beside what is known of its devices. */
export interface ListModel {
  /** Those of the page that is shown, in their order. */
  readonly devices: readonly Device[];
  /** Draws their cards one after the other. */
  readonly unfolding: Unfolding;
  readonly pager: Pager;
  /** While nothing is known about the devices, so many cards are drawn. */
  readonly expected: number;
  readonly headingLevel: number;
  readonly supportUrl: string | undefined;
  /** Epoch ms. */
  readonly now: number;
  readonly onRetry: () => void;
  /** The list was told to read: a poll is nothing to look at. */
  readonly isAsked: boolean;
  readonly card: CardSettings;
}

/** What every card is told beside its device: properties of `<podero-device-card>`. */
export interface CardSettings {
  readonly staleAfter: number;
  readonly timeZone: string | undefined;
  readonly labels: Labels | string | undefined;
  readonly supportUrl: string | undefined;
  readonly selectable: boolean;
  readonly reconnector: Reconnector;
  readonly endpoint: Endpoint | undefined;
}

/** A card's parts under their names on the list: those that a list has too get `card-` before them (contract 4). */
const CARD_PARTS = [
  'base:card', ...['footer', 'notice', 'error', 'skeleton'].map(part => `${part}:card-${part}`),
  'header', 'icon', 'title', 'subtitle', 'status', 'activity', 'reason', 'readings', 'reading', 'label', 'value', 'unit', 'totals',
  'updated', 'action', 'notice-stale', 'notice-reconnect',
].join();

/** Where the list itself needs no heading, a partner's is still one. */
const renderOwnHeading = (): TemplateResult => html`<slot name="heading"></slot>`;

/** The list in each of its states. */
export function renderList(state: SourceView, speech: Speech, model: ListModel): unknown {
  switch (state.is) {
    case 'pending': return [renderListHead(speech, {...model, isRetrying: true, attention: 0}), renderSkeletons(model.expected)];
    case 'failed': return html`${renderOwnHeading()}<slot name="error">${renderFailure(speech, {...model, ...failureOf(state), subject: 'devices'})}</slot>`;
    case 'ready': return renderDevices(state, speech, model);
  }
}

const renderSkeletons = (expected: number): TemplateResult =>
  html`<ul class="cards" part="skeleton" role="list" aria-hidden="true">${skeletons(expected)}</ul>`;

const skeletons = (count: number): readonly TemplateResult[] => Array.from({length: count}, () => html`
  <li aria-hidden="true"><div class="box">${renderSkeleton('card card-skeleton')}</div></li>`);

function renderDevices(state: ReadyView, speech: Speech, model: ListModel): unknown {
  const {devices, pager} = model;
  // Of a kind that is late nobody knows how many there are: until then the list is no shorter than it was.
  const awaited = state.isIncomplete ? Math.max(0, model.expected - devices.length) : 0;
  return [
    devices.length || state.isIncomplete || noticeOf(state) ? renderListHead(speech, headOf(state, model)) : renderOwnHeading(),
    devices.length || state.isIncomplete ? renderCards(speech, model, awaited) : html`<slot name="empty">${renderEmpty(speech, model.headingLevel)}</slot>`,
    pager.total > pager.size ? renderPager(speech, pager) : nothing,
  ];
}

function headOf(state: ReadyView, {headingLevel, now, onRetry, isAsked}: ListModel): ListHead {
  const notice = noticeOf(state);
  const {checkedAt, nextAttemptAt, problems} = state;
  return {
    headingLevel,
    now,
    onRetry,
    attention: countAttention(state.devices).total,
    missing: problems.map(problem => problem.kind),
    dropped: state.dropped.reduce((sum, {count}) => sum + count, 0),
    isRetrying: state.isRefreshing && (isAsked || !!notice),
    nextTryAt: nextAttemptAt ?? 0,
    retryAt: retryAtOf(problems),
    // None so far is not none.
    ...(state.devices.length || !state.isIncomplete ? {total: state.devices.length} : {}),
    ...(checkedAt === undefined ? {} : {checkedAt}),
    ...(notice ? {notice} : {}),
  };
}

/**
 * Places of the first ones are as high as their cards, and look like empty ones; those further down are a guess of the style sheet,
 * and none is drawn (`styles/list.ts`).
 */
const PLACED = 24;

const renderPlace = (): TemplateResult => html`<div class="box"><div class="card place"></div></div>`;

/**
 * Gone through only when it shows something else; each card is drawn again only when it does. The focus goes here when the page is
 * turned: the range is the list's name then.
 */
function renderCards(speech: Speech, {devices, unfolding, pager, headingLevel, card}: ListModel, awaited: number): unknown {
  const {page, size, total} = pager;
  const settings = [headingLevel, ...Object.values(card)] as readonly unknown[];
  const range = total > size ? rangeOf(speech, pager) : nothing;
  return keep([devices, awaited, range, page, ...settings], () => {
    unfolding.restart();
    return html`
      <ul class="cards" part="list" role="list" tabindex=${total > size ? -1 : nothing} aria-label=${range}>${repeat(devices, keyOf, (device, index) => html`
        <li>${unfold(unfolding, index, [device, ...settings], () => renderListed(device, headingLevel, card), index < PLACED ? renderPlace() : nothing)}</li>`)}${skeletons(awaited)}</ul>`;
  });
}

const renderListed = (device: Device, headingLevel: number, card: CardSettings): TemplateResult => html`
  <podero-device-card exportparts=${CARD_PARTS} device-type=${device.kind} device-id=${device.id} .device=${device}
    .staleAfter=${card.staleAfter} .timeZone=${card.timeZone} .labels=${card.labels} .headingLevel=${Math.min(6, headingLevel + 1)}
    .supportUrl=${card.supportUrl} .selectable=${card.selectable} .reconnector=${card.reconnector} .endpoint=${card.endpoint}
  ></podero-device-card>`;
