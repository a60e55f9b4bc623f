/** `languageOf` of `text/language.ts`, which the entry needs too. */
type LanguageOf = (element: Element) => string;

interface Listener {
  readonly element: Element;
  readonly languageOf: LanguageOf;
  readonly onChange: () => void;
  heard: string;
}

const listeners = new Set<Listener>();
let observer: MutationObserver | undefined;

/**
 * Calls back whenever the language in force at a connected element changes, until the returned function is called. One observer
 * serves every element of the page and goes with the last of them. The direction is followed by the style sheets alone.
 */
export function observeLanguage(element: Element, languageOf: LanguageOf, onChange: () => void): () => void {
  const listener = {element, languageOf, onChange, heard: languageOf(element)};
  listeners.add(listener);
  observer ??= new MutationObserver(tellListeners);
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, {subtree: true, attributeFilter: ['lang']});
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => release(listener);
}

function tellListeners(): void {
  for (const listener of listeners) {
    const now = listener.languageOf(listener.element);
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
