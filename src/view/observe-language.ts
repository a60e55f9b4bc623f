/** `languageOf` of `text/language.ts`, which the entry needs too. */
type LanguageOf = (element: Element) => string;

const directionOf = (element: Element): 'ltr' | 'rtl' => getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';

interface Listener {
  readonly element: Element;
  readonly languageOf: LanguageOf;
  readonly onChange: () => void;
  heard: string;
}

const listeners = new Set<Listener>();
let observer: MutationObserver | undefined;

/**
 * Calls back whenever the language or direction in force at a connected element changes, until the returned function is
 * called. One observer serves every element of the page and goes with the last of them.
 */
export function observeLanguage(element: Element, languageOf: LanguageOf, onChange: () => void): () => void {
  const listener = {element, languageOf, onChange, heard: ''};
  listener.heard = languageAndDirection(listener);
  listeners.add(listener);
  observer ??= new MutationObserver(tellListeners);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, {subtree: true, attributeFilter: ['lang', 'dir']});
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => release(listener);
}

const languageAndDirection = ({element, languageOf}: Listener) => `${languageOf(element)} ${directionOf(element)}`;

function tellListeners(): void {
  for (const listener of listeners) {
    const now = languageAndDirection(listener);
    if (now === listener.heard) continue;
    listener.heard = now;
    listener.onChange();
  }
}

function release(listener: Listener): void {
  listeners.delete(listener);
  if (listeners.size) return;
  observer?.disconnect();
  observer = undefined;
}
