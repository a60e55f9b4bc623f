/** The element that has the focus, inside however many shadow roots. */
function focusedIn(root: ParentNode & Partial<Pick<DocumentOrShadowRoot, 'activeElement'>>): Element | null {
  const active = root.activeElement ?? null;
  return active?.shadowRoot?.activeElement ? focusedIn(active.shadowRoot) : active;
}

/** Moving an element in the document takes the focus from it: gives it back once `done`, if it is still there. */
export async function keepFocus(root: ParentNode, done: Promise<unknown>): Promise<void> {
  const focused = focusedIn(root);
  await done;
  if (focused instanceof HTMLElement && focused.isConnected && focusedIn(root) !== focused) focused.focus({preventScroll: true});
}
