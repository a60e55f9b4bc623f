import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {keepFocus} from '../../src/view/keep-focus.js';

/** A button in a shadow of its own, as a list's cards have. */
class Guest extends LitElement {
  override render = () => html`<button>${this.id}</button>`;
}
customElements.define('test-guest', Guest);

class Host extends LitElement {
  guests = ['a', 'b'];
  constructor() {
    super();
    this.addController(keepFocus(this));
  }

  override render = () => html`<div class="base"><div role="heading" aria-level="2">Guests</div>${repeat(this.guests, id => id, id => html`<test-guest id=${id}></test-guest>`)}</div>`;

  async show(...guests: string[]): Promise<void> {
    this.guests = guests;
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('test-host', Host);

describe('the focus', () => {
  let host: Host;
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent?.trim();
  };
  const focus = (id: string) => host.renderRoot.querySelector(`#${id}`)!.shadowRoot!.querySelector('button')!.focus();

  beforeEach(async () => {
    host = await fixture<Host>(html`<test-host></test-host>`);
    await Promise.all([...host.renderRoot.querySelectorAll<Guest>('test-guest')].map(({updateComplete}) => updateComplete));
  });

  it('comes back to what was moved, through shadow roots', async () => {
    for (const id of ['a', 'b']) {
      focus(id);
      await host.show('b', 'a');
      await host.show('a', 'b');
      expect(focused()).to.equal(id);
    }
  });

  it('goes on at the heading where what had it is gone', async () => {
    focus('a');
    await host.show('b');
    expect(focused()).to.equal('Guests');
  });

  it('is not taken from anything outside', async () => {
    const outside = await fixture<HTMLButtonElement>(html`<button>Outside</button>`);
    outside.focus();
    await host.show('b', 'a');
    await host.show('b');
    expect(focused()).to.equal('Outside');
  });

  it('is given to nobody where nobody had it', async () => {
    await host.show('b');
    expect(document.activeElement === document.body).to.equal(true);
  });
});
