import type {LitElement} from 'lit';
import {html, nothing} from 'lit';

/** What the page wrote between the tags: something to read, not only the line break of a template. */
const hasFallback = ({childNodes}: Element): boolean => [...childNodes].some(node =>
  node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '');

/** Until there is something to show, an element shows its children; without any, what holds the place (contract 2). */
export const renderPending = (host: LitElement, place: unknown): unknown => html`
  <slot @slotchange=${() => host.requestUpdate()}></slot>${hasFallback(host) ? nothing : place}`;
