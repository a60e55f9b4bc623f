/** The `lang` that is in force at an element, through shadow roots; empty where nobody says. */
export function languageOf(element: Element): string {
  const speaker = element.closest('[lang]');
  if (speaker) return speaker.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}
