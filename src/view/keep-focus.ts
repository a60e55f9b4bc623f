import type {LitElement, ReactiveController} from 'lit';

/** The element that has the focus, inside however many shadow roots. */
function focusedIn(root: Partial<DocumentOrShadowRoot>): HTMLElement | null {
  const active = root.activeElement ?? null;
  return (active?.shadowRoot?.activeElement ? focusedIn(active.shadowRoot) : active) as HTMLElement | null;
}

/**
 * No update takes the focus away: what was moved has it again, and where what had it is gone – who reconnected has no button to
 * reconnect – it goes on at the heading, so that neither keyboard nor screen reader begins at the top of the page.
 */
export function keepFocus(host: LitElement): ReactiveController {
  let focused: HTMLElement | null = null;
  return {
    hostUpdate() {
      focused = focusedIn(host.renderRoot as ShadowRoot);
    },
    hostUpdated() {
      const root = host.renderRoot as ShadowRoot;
      if (!focused || focusedIn(root)) return;
      // A page's own heading in a slot leaves ours undrawn.
      const heading = [...root.querySelectorAll<HTMLElement>('.base, [role="heading"]')].filter(one => one.getClientRects().length).pop();
      if (!focused.isConnected && heading) heading.tabIndex = -1;
      (focused.isConnected ? focused : heading)?.focus({preventScroll: true});
    },
  };
}
