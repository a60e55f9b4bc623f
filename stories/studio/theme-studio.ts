import {html, LitElement, nothing, type TemplateResult} from 'lit';
import '../../src/index.js';
import {everything, has, proxyFor, week} from '../simulated-proxy.js';
import {measure, type Measured} from './contrasts.js';
import {studioStyles} from './studio-styles.js';
import {asHex, cssOf, inTheme, isValid, textOf, themeOf, type Theme, type Value} from './theme.js';
import {TOKENS, type Token} from './tokens.js';

/** Themes to begin from. */
const READY = {
  'the defaults': undefined,
  'neutral': new URL('../../src/themes/neutral.css', import.meta.url).href,
  'warm': new URL('../../src/themes/warm.css', import.meta.url).href,
  'high contrast': new URL('../../src/themes/high-contrast.css', import.meta.url).href,
} as const;

const GROUPS: Readonly<Record<string, (token: Token) => boolean>> = {
  'Colours': ({name, kind}) => kind === 'colour' && !name.includes('-chart-'),
  'Type and shape': ({name, kind}) => kind !== 'colour' && !name.includes('-chart-'),
  'Chart': ({name}) => name.includes('-chart-'),
};

const SCHEMES = ['light', 'dark'] as const;

const SAMPLE = {
  ...everything('G2'),
  ...has('heat-pump', 'G1', {is_authenticated: false, authorization_url: 'https://login.example.com/'}),
  ...week('heat-pump', [48.2, 57.6, 44.1, 41.3, 39.7]),
  ...week('inverter', [12.1, 30.4, 44.8, 25, 41.2], [4, 16, 24, 9, 20]),
};

const CAR = has('electric-vehicle', 'G1', {id: 'any'});

const short = ({name}: Token): string => name.replace('--podero-', '');

/** Sets tokens, shows what comes of them on all elements in light and dark, measures, and gives the rule to paste. */
export class ThemeStudio extends LitElement {
  static override styles = studioStyles;
  static override properties = {theme: {state: true}, measured: {state: true}, said: {state: true}, wrong: {state: true}};

  declare theme: Theme;
  declare measured: Readonly<Record<string, readonly Measured[]>>;
  declare said: string;
  declare wrong: ReadonlySet<string>;

  readonly #sheet = new CSSStyleSheet();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.theme = {};
    this.measured = {};
    this.said = '';
    this.wrong = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.shadowRoot!.adoptedStyleSheets = [...new Set([...this.shadowRoot!.adoptedStyleSheets, this.#sheet])];
    // The devices come after the page, and colours change softly.
    this.#timer = setInterval(() => this.#measure(), 400);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(): void {
    this.#sheet.replaceSync(cssOf(this.theme, '.preview'));
  }

  #measure(): void {
    const measured = Object.fromEntries(SCHEMES.map(scheme => [scheme, measure(this.renderRoot.querySelector(`.${scheme}`)!)]));
    if (JSON.stringify(measured) !== JSON.stringify(this.measured)) this.measured = measured;
  }

  #set(token: Token, value: Value): void {
    const isWrong = !isValid(token, value.light);
    this.wrong = new Set([...this.wrong].filter(name => name !== token.name).concat(isWrong ? token.name : []));
    if (!isWrong) this.theme = {...this.theme, [token.name]: value};
  }

  async #startFrom(name: string): Promise<void> {
    const url = READY[name as keyof typeof READY];
    try {
      this.theme = url ? themeOf(await (await fetch(url)).text()) : {};
    } catch {
      this.said = `${name} could not be loaded: is the Storybook still running?`;
      return;
    }
    this.renderRoot.querySelector('select')!.value = name;
    this.wrong = new Set();
    this.said = `Started from ${name}.`;
  }

  async #copy(): Promise<void> {
    try {
      // Only a page that came safely, or from this machine, has a clipboard.
      await navigator.clipboard.writeText(cssOf(this.theme));
      this.said = 'Copied. Paste it into your page’s style sheet.';
    } catch {
      this.said = 'The browser does not allow copying here: select the rule above and copy it.';
    }
  }

  #renderToken(token: Token): TemplateResult {
    const value = inTheme(this.theme, token);
    return html`
      <div class="token">
        <span class="name" id=${token.name}>${short(token)}</span>
        <span class="fields">${token.kind === 'colour'
          ? SCHEMES.map(scheme => html`<label>${scheme}<input type="color" aria-label="${short(token)}, ${scheme}" .value=${asHex(value[scheme])}
              @input=${(event: Event) => this.#set(token, {...value, [scheme]: (event.target as HTMLInputElement).value})}></label>`)
          : html`<input type="text" aria-labelledby=${token.name} aria-invalid=${this.wrong.has(token.name)} .value=${textOf(value)}
              @change=${(event: Event) => this.#set(token, {light: (event.target as HTMLInputElement).value, dark: (event.target as HTMLInputElement).value})}>`}</span>
        <span class="meaning">${token.meaning}</span>
        ${this.wrong.has(token.name) ? html`<span class="wrong" role="alert">A browser does not understand this; the last value stays.</span>` : nothing}
      </div>`;
  }

  #renderContrast(): TemplateResult {
    const places = this.measured['light'] ?? [];
    const cell = (measured: Measured | undefined) => measured && html`
      <td class=${measured.ratio >= measured.atLeast ? '' : 'low'}>${measured.ratio.toFixed(1)} ${measured.ratio >= measured.atLeast ? '✓' : `under ${measured.atLeast}`}</td>`;
    return html`
      <section class="box">
        <h2>Contrast, measured</h2>
        <table>
          <thead><tr><th scope="col">Place</th>${SCHEMES.map(scheme => html`<th scope="col">${scheme}</th>`)}<th scope="col">at least</th></tr></thead>
          <tbody>${places.map(({place, atLeast}) => html`
            <tr><th scope="row">${place}</th>${SCHEMES.map(scheme => cell(this.measured[scheme]?.find(one => one.place === place)))}<td>${atLeast}</td></tr>`)}</tbody>
        </table>
      </section>`;
  }

  #renderPreview(scheme: 'light' | 'dark'): TemplateResult {
    const url = proxyFor('studio', SAMPLE);
    return html`
      <section class="preview ${scheme}" aria-label="Preview, ${scheme}">
        <h2>${scheme === 'light' ? 'Light' : 'Dark'}</h2>
        <podero-device-list proxy-url=${url} selectable heading-level="3"></podero-device-list>
        <podero-device-card proxy-url=${proxyFor('studio-card', CAR)} device-type="electric-vehicle" device-id="any" heading-level="3"></podero-device-card>
        <podero-consumption-chart proxy-url=${url} heading-level="3"></podero-consumption-chart>
      </section>`;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="studio">
        <header>
          <h1>Theme studio</h1>
          <p class="hint">Set what your brand says, for light and for dark, look at all three elements, and copy the rule. What you leave alone stays as it is.</p>
        </header>
        <div class="side">
          <div class="row">
            <label>Start from <select @change=${(event: Event) => this.#startFrom((event.target as HTMLSelectElement).value)}>
              ${Object.keys(READY).map(name => html`<option>${name}</option>`)}</select></label>
          </div>
          ${Object.entries(GROUPS).map(([name, isMeant]) => html`
            <fieldset class="box"><legend>${name}</legend>${TOKENS.filter(isMeant).map(token => this.#renderToken(token))}</fieldset>`)}
          ${this.#renderContrast()}
          <section class="box">
            <h2>Your rule</h2>
            <pre tabindex="0" aria-label="CSS">${cssOf(this.theme)}</pre>
            <div class="row">
              <button type="button" @click=${() => this.#copy()}>Copy as CSS</button>
              <button type="button" class="quiet" @click=${() => this.#startFrom('the defaults')}>Reset</button>
            </div>
            <p role="status">${this.said}</p>
          </section>
        </div>
        <div class="previews">${SCHEMES.map(scheme => this.#renderPreview(scheme))}</div>
      </div>`;
  }
}
