import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {css, LitElement, render} from 'lit';
import {failedView} from '../../src/elements/source-view.js';
import {missingPart} from '../../src/elements/chunk.js';
import {renderUnloadable, ViewLoader} from '../../src/elements/view-loader.js';
import {listen} from './shown.js';

const NEVER = () => {};
const PLACE = html`<p class="place"></p>`;
const FAILED = failedView(missingPart());

class Wearer extends LitElement {
  static override styles = [css`:host {--_own: yes}`];
  readonly voice = {isReady: true, learning: Promise.resolve()};
  readonly loader = new ViewLoader(this, 'card', this.voice, () => ({view: FAILED, identity: 'a customer'}));
  updates = 0;

  override render(): unknown {
    this.updates += 1;
    return this.loader.view ? html`<article class="card"></article>` : this.loader.renderWithout(PLACE, NEVER);
  }
}
customElements.define('test-wearer', Wearer);

const sheetsOf = (element: Element) => element.shadowRoot!.adoptedStyleSheets;
const dressed = async () => {
  const element = await fixture<Wearer>(html`<test-wearer></test-wearer>`);
  await element.loader.load();
  await element.updateComplete;
  return element;
};

describe('ViewLoader', () => {
  it('keeps the place, and shows no data, until there is a view', async () => {
    const element = new Wearer();
    document.body.append(element);
    // Only the first of a page can be seen waiting: the view comes once for all.
    expect(element.loader.view).to.equal(undefined);
    const page = listen();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('.place').length).to.equal(1);
    expect(page.heard).to.deep.equal([]);
    await element.loader.load();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('.card').length).to.equal(1);
    expect(page.details('podero-error').map(({code}) => code)).to.deep.equal([missingPart().code]);
    page.stop();
    element.remove();
  });

  it('keeps the place, and shows no data, until there are words to show them in', async () => {
    const element = await dressed();
    element.voice.isReady = false;
    expect(element.loader.view).to.equal(undefined);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('.place').length).to.equal(1);
  });

  it('brings all that an element needs to show itself', async () => {
    const {loader: {view}} = await dressed();
    expect(view).to.include.all.keys('renderCard', 'renderFailure', 'renderList', 'companionsOf', 'speechFor', 'styles');
    expect(view!.speechFor('en', 'UTC').say('retry')).to.equal('Try again');
  });

  it('dresses an element once, on top of its own styles', async () => {
    const element = await dressed();
    expect(sheetsOf(element).length).to.equal(1 + element.loader.view!.styles.card.length);
    expect(getComputedStyle(element).getPropertyValue('--_own')).to.equal('yes');
    // What the chart puts on later must stay.
    sheetsOf(element).push(new CSSStyleSheet());
    const sheets = [...sheetsOf(element)];
    element.requestUpdate();
    await element.updateComplete;
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    expect(sheetsOf(element).map(sheet => sheets.indexOf(sheet))).to.deep.equal([...sheets.keys()]);
    element.remove();
  });

  it('gives all elements one view and the same sheets', async () => {
    const [first, second] = [await dressed(), await dressed()];
    expect(second.loader.view === first.loader.view).to.equal(true);
    expect(sheetsOf(second).every((sheet, index) => sheet === sheetsOf(first)[index])).to.equal(true);
  });

  it('asks for nothing, and for no update, once it is there', async () => {
    const element = await dressed();
    const {updates} = element;
    await element.loader.load();
    await element.updateComplete;
    expect(element.updates).to.equal(updates);
  });
});

describe('the screen without a view', () => {
  it('says so in words of its own, with a button that tries again', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    let tries = 0;
    render(renderUnloadable(() => tries++), box);
    expect(box.querySelector('[part="error"][role="alert"]')!.textContent).to.contain('could not be loaded');
    const button = box.querySelector<HTMLButtonElement>('button[part="action"]')!;
    setTimeout(() => button.click());
    await oneEvent(button, 'click');
    expect(tries).to.equal(1);
    await expect(box).to.be.accessible();
  });
});
