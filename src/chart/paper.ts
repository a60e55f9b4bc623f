import type {LitElement, ReactiveController} from 'lit';

/**
 * Before a page is printed the style of paper is not in force yet, and a canvas has to be painted by then: so its rules are lent. A
 * colour that is still on its way would be read as it was.
 */
const PAPER = String.raw`
  :host { color-scheme: light !important; --_surface: #fff; --_text: #161c1e; --_muted: #586265; --_border: #c5cbcc; }
  .frame, .swatch { transition: none !important; }
`;

/** Has a canvas painted for paper, in light colours whatever the page's are, and again for the screen. */
export class Paper implements ReactiveController {
  readonly #host: LitElement;
  readonly #paint: () => void;
  #sheet: CSSStyleSheet | undefined;

  /** Is the page being printed? */
  is = false;

  /** @param paint paints anew, in the colours that are in force while it is called */
  constructor(host: LitElement, paint: () => void) {
    this.#host = host;
    this.#paint = paint;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPaper);
    addEventListener('afterprint', this.#onScreen);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPaper);
    removeEventListener('afterprint', this.#onScreen);
    this.is = false;
  }

  readonly #onPaper = (): void => {
    this.is = true;
    const root = this.#host.renderRoot as ShadowRoot;
    // An older browser's paper has the page's colours.
    if (!('replaceSync' in CSSStyleSheet.prototype)) return this.#paint();
    // A copy: the list itself is a live one.
    const worn = [...root.adoptedStyleSheets];
    this.#sheet ??= new CSSStyleSheet();
    this.#sheet.replaceSync(PAPER);
    root.adoptedStyleSheets = [...worn, this.#sheet];
    this.#paint();
    root.adoptedStyleSheets = worn;
  };

  readonly #onScreen = (): void => {
    this.is = false;
    this.#paint();
  };
}
