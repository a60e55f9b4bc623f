import {expect, fixture, html} from '@open-wc/testing';
import {languageOf} from '../../src/text/language.js';
import {observeLanguage} from '../../src/view/observe-language.js';

/** A callback after the observer's microtask has run. */
const observed = () => new Promise<void>(resolve => setTimeout(resolve));

/** An element two shadow roots deep below `outer`. */
function deepIn(outer: Element): HTMLElement {
  const host = outer.appendChild(document.createElement('div')).attachShadow({mode: 'closed'})
    .appendChild(document.createElement('section'));
  return host.attachShadow({mode: 'open'}).appendChild(document.createElement('p'));
}

describe('observeLanguage', () => {
  it('calls back when a language above changes, also beyond shadow roots', async () => {
    const outer = await fixture(html`<div lang="de"></div>`);
    let calls = 0;
    const release = observeLanguage(deepIn(outer), languageOf, () => calls++);
    outer.setAttribute('lang', 'en');
    await observed();
    expect(calls).to.equal(1);
    release();
  });

  it('calls back when a language inside a shadow root changes', async () => {
    const outer = await fixture(html`<div></div>`);
    const element = deepIn(outer);
    let calls = 0;
    const release = observeLanguage(element, languageOf, () => calls++);
    (element.getRootNode() as ShadowRoot).host.setAttribute('lang', 'en-US');
    await observed();
    expect(calls).to.equal(1);
    release();
  });

  it('leaves the direction to the style sheets', async () => {
    const outer = await fixture(html`<div><p></p></div>`);
    let calls = 0;
    const release = observeLanguage(outer.firstElementChild!, languageOf, () => calls++);
    outer.setAttribute('dir', 'rtl');
    await observed();
    expect(calls).to.equal(0);
    release();
  });

  it('is silent when a change elsewhere changes nothing here, and after its release', async () => {
    const outer = await fixture(html`<div lang="de"><p lang="en"></p><p></p></div>`);
    let calls = 0;
    const [first, second] = [...outer.children].map(child => observeLanguage(child, languageOf, () => calls++));
    second!();
    outer.setAttribute('lang', 'fr');
    await observed();
    first!();
    outer.firstElementChild!.setAttribute('lang', 'fr');
    await observed();
    expect(calls).to.equal(0);
  });

  it('uses one observer for all and lets it go with the last', async () => {
    const Original = MutationObserver;
    const made: MutationObserver[] = [];
    let disconnected = 0;
    window.MutationObserver = class extends Original {
      constructor(callback: MutationCallback) {
        super(callback);
        made.push(this);
      }
      override disconnect() {
        disconnected++;
        super.disconnect();
      }
    };
    const outer = await fixture(html`<div><p></p><p></p></div>`);
    const releases = [...outer.children].map(child => observeLanguage(child, languageOf, () => {}));
    window.MutationObserver = Original;
    releases[0]!();
    expect([made.length, disconnected]).to.deep.equal([1, 0]);
    releases[1]!();
    expect([made.length, disconnected]).to.deep.equal([1, 1]);
  });
});
