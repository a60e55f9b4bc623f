import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {LitElement} from 'lit';
import {Seen} from '../../src/chart/seen.js';
import {until} from '../elements/shown.js';

class Watched extends LitElement {
  readonly seen = new Seen(this);
  updates = 0;

  override updated(): void {
    this.updates += 1;
  }
}
customElements.define('test-watched', Watched);

const frames = async (count: number) => {
  for (let i = 0; i < count; i++) await nextFrame();
};
const watchedIn = (box: Element) => box.querySelector<Watched>('test-watched')!;

describe('what waits to be seen', () => {
  it('is not, far below; it is when it is scrolled near, and updates once', async () => {
    const box = await fixture(html`<div style="height: 6000px"><div style="height: 5000px"></div><test-watched></test-watched></div>`);
    const watched = watchedIn(box);
    await frames(5);
    expect([watched.seen.is, watched.updates]).to.deep.equal([false, 1]);
    watched.scrollIntoView();
    await until(() => watched.updates === 2);
    scrollTo(0, 0);
    await frames(5);
    expect([watched.seen.is, watched.updates]).to.deep.equal([true, 2]);
  });

  it('is not in a part of the page that is not shown', async () => {
    const box = await fixture<HTMLElement>(html`<div hidden><test-watched></test-watched></div>`);
    await frames(5);
    expect(watchedIn(box).seen.is).to.equal(false);
    box.hidden = false;
    await until(() => watchedIn(box).seen.is);
  });

  it('is watched no more out of the page, and again when it is back', async () => {
    const box = await fixture<HTMLElement>(html`<div hidden><test-watched></test-watched></div>`);
    const watched = watchedIn(box);
    watched.remove();
    box.hidden = false;
    await frames(5);
    expect(watched.seen.is).to.equal(false);
    box.append(watched);
    await until(() => watched.seen.is);
  });
});
