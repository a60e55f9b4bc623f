import type {Device} from '../domain/device.js';
import type {PeriodName} from '../domain/calendar.js';
import type {Series} from '../domain/energy-series.js';
import type {ErrorCode} from '../domain/errors.js';
import type {Collection} from '../api/routes.js';

/** What the elements tell the page: `CustomEvent`s that bubble and cross shadow roots, fired after rendering (contract 5). */
export interface PoderoEventDetails {
  'podero-ready': {readonly devices: readonly Device[]; /** Only of the chart; none where there are only rolling sums. */ readonly series?: readonly Series[]};
  'podero-update': {readonly devices: readonly Device[]; readonly changed: readonly string[]};
  'podero-attention': {readonly total: number; readonly actionRequired: number};
  'podero-error': PoderoErrorDetail;
  'podero-recovered': {readonly code: ErrorCode};
  'podero-select': {readonly device: Device};
  /** `date`: the day it begins with, by the home's calendar; today where it holds today. */
  'podero-period': {readonly period: PeriodName; readonly date: string};
  'podero-reconnect': {readonly device: Device; readonly url?: string};
}

export interface PoderoErrorDetail {
  readonly code: ErrorCode;
  /** Can it succeed later without anybody doing something? */
  readonly retryable: boolean;
  readonly status?: number;
  readonly collection?: Collection;
  readonly deviceId?: string;
  /** Epoch ms of the next attempt, where one is planned. */
  readonly retryAt?: number;
}

declare global {
  // Of every place that hears them: they bubble up to the document and the window.
  interface GlobalEventHandlersEventMap extends PoderoEvents {}
}

type PoderoEvents = {[Name in keyof PoderoEventDetails]: CustomEvent<PoderoEventDetails[Name]>};

/** `false` when the page called `preventDefault()` on a cancelable event. */
export function fire<Name extends keyof PoderoEventDetails>(
  host: HTMLElement, name: Name, detail: PoderoEventDetails[Name], {cancelable = false} = {},
): boolean {
  return host.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true, cancelable}));
}
