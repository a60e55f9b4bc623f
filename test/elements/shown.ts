import {fixture, waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import type {PoderoEventDetails} from '../../src/elements/events.js';

type EventName = keyof PoderoEventDetails;

const EVENTS: readonly EventName[] = ['podero-ready', 'podero-update', 'podero-attention', 'podero-error', 'podero-recovered', 'podero-period', 'podero-select', 'podero-reconnect'];

/** The element's root, and those of the elements of ours inside it. */
const rootsOf = (element: Element): ShadowRoot[] => [
  ...(element.shadowRoot ? [element.shadowRoot] : []),
  ...[...element.shadowRoot?.querySelectorAll('podero-device-card') ?? []].flatMap(rootsOf),
];

/** The first element that wears this part, also inside a list's cards. */
export const part = (element: Element, name: string): HTMLElement | null =>
  rootsOf(element).map(root => root.querySelector<HTMLElement>(`[part~="${name}"]`)).find(found => found) ?? null;

/** Compared with this, since a runner that has to print an element takes minutes. */
export const has = (element: Element, name: string): boolean => part(element, name) !== null;

/** What can be read, in its order, spaces as one. */
export const textOf = (element: Element): string => rootsOf(element).map(root => root.textContent).join(' ').replace(/\s+/g, ' ').trim();

/** With the first data, or with the reason why there are none. */
export async function show<T extends HTMLElement>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await shown(element);
  return element;
}

export const shown = (element: Element): Promise<void> => until(
  () => rootsOf(element).every(root => root.querySelector('.base > *') && !root.querySelector('.place, [part~="skeleton"]')),
  'nothing is shown',
);

/** With patience: the library's own gives up after a second, which is little for three engines on a busy machine. */
export const until = (holds: () => unknown, otherwise?: string): Promise<void> =>
  waitUntil(holds, otherwise, {interval: 5, timeout: 15_000});

export interface Listening {
  /** Names and details in their order. */
  readonly heard: readonly [EventName, unknown][];
  /** Of all events of one name. */
  readonly details: <Name extends EventName>(name: Name) => PoderoEventDetails[Name][];
  stop(): void;
}

/** Hears everything the elements of a page tell it, from now on, where only what bubbles out of every shadow root arrives. */
export function listen(): Listening {
  const heard: [EventName, unknown][] = [];
  const listening = new AbortController();
  for (const name of EVENTS) {
    document.documentElement.addEventListener(name, event => heard.push([name, event.detail]), {signal: listening.signal});
  }
  return {
    heard,
    details: name => heard.filter(([own]) => own === name).map(([, detail]) => detail as PoderoEventDetails[typeof name]),
    stop: () => listening.abort(),
  };
}
