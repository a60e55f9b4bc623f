/** Every shadow root, those within others too. */
export const rootsIn = (elements: Iterable<Element>): ShadowRoot[] => [...elements]
  .flatMap(({shadowRoot}) => shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot.querySelectorAll('*'))] : []);

/** Shows the roots in other style sheets; what is returned puts the former ones back. */
export function replaceSheets(roots: readonly ShadowRoot[], textOf: (sheet: CSSStyleSheet) => string): () => void {
  const former = new Map(roots.map(root => [root, [...root.adoptedStyleSheets]]));
  const replaced = new Map<CSSStyleSheet, CSSStyleSheet>();
  for (const sheet of new Set([...former.values()].flat())) {
    const copy = new CSSStyleSheet();
    copy.replaceSync(textOf(sheet));
    replaced.set(sheet, copy);
  }
  for (const [root, sheets] of former) root.adoptedStyleSheets = sheets.map(sheet => replaced.get(sheet)!);
  return () => former.forEach((sheets, root) => root.adoptedStyleSheets = sheets);
}
