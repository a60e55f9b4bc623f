import {expect, fixture, html} from '@open-wc/testing';
import {keepFocus} from '../../src/view/keep-focus.js';

/** Two guests with a button each, in the shadow of a host, as the cards of a list are. */
async function setUp() {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({mode: 'open'});
  const guest = (name: string): HTMLElement => {
    const element = document.createElement('div');
    element.attachShadow({mode: 'open'}).innerHTML = `<button>${name}</button>`;
    root.append(element);
    return element;
  };
  const [first, second] = [guest('a'), guest('b')];
  const focusedText = () => root.activeElement?.shadowRoot?.activeElement?.textContent;
  const buttonOf = (guest: HTMLElement) => guest.shadowRoot!.querySelector('button')!;
  return {root, first, second, focusedText, buttonOf};
}

describe('the focus', () => {
  it('comes back to an element that was moved, through shadow roots', async () => {
    const {root, first, focusedText, buttonOf} = await setUp();
    buttonOf(first).focus();
    const moved = Promise.resolve().then(() => root.append(first));
    await keepFocus(root, moved);
    expect(focusedText()).to.equal('a');
  });

  it('is not given to an element that has gone', async () => {
    const {root, first, focusedText, buttonOf} = await setUp();
    buttonOf(first).focus();
    await keepFocus(root, Promise.resolve().then(() => first.remove()));
    expect(focusedText()).to.equal(undefined);
  });

  it('is not taken from anything outside', async () => {
    const {root, first} = await setUp();
    const outside = await fixture<HTMLButtonElement>(html`<button>Outside</button>`);
    outside.focus();
    await keepFocus(root, Promise.resolve().then(() => root.append(first)));
    expect(document.activeElement === outside).to.equal(true);
  });
});
