import type {LitElement} from 'lit';
import {html, nothing} from 'lit';

/** What the page wrote between the tags: something to read, not only the line break of a template, or what nobody sees. */
const hasFallback = ({childNodes}: Element): boolean => [...childNodes].some(node => node instanceof Element
  ? !node.slot && !node.matches('noscript, script, style, template, [hidden]')
  : node instanceof Text && node.data.trim() !== '');

const begun = new WeakSet<LitElement>();

/** Until there is something to show for the first time, an element shows its children; without any, what holds the place (contract 2). */
export function renderOrFallback(host: LitElement, isWaiting: boolean, content: unknown): unknown {
  if (!isWaiting) begun.add(host);
  return begun.has(host) ? content : html`<slot @slotchange=${() => host.requestUpdate()}></slot>${hasFallback(host) ? nothing : content}`;
}
