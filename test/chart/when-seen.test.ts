import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {whenSeen} from '../../src/chart/when-seen.js';
import {until} from '../elements/shown.js';

const frames = async (count: number) => {
  for (let i = 0; i < count; i++) await nextFrame();
};

describe('what waits to be seen', () => {
  it('is told when it is scrolled near, once, and not before', async () => {
    const box = await fixture<HTMLElement>(html`<div style="height: 6000px"><p style="margin-block-start: 5000px">Far below</p></div>`);
    let told = 0;
    whenSeen(box.querySelector('p')!, () => {
      told += 1;
    });
    await frames(5);
    expect(told).to.equal(0);
    box.querySelector('p')!.scrollIntoView();
    await until(() => told === 1);
    scrollTo(0, 0);
    await frames(5);
    box.querySelector('p')!.scrollIntoView();
    await frames(5);
    expect(told).to.equal(1);
  });

  it('is not told in a part of the page that is not shown', async () => {
    const box = await fixture<HTMLElement>(html`<div hidden><p>Here</p></div>`);
    let told = 0;
    whenSeen(box.querySelector('p')!, () => {
      told += 1;
    });
    await frames(5);
    expect(told).to.equal(0);
    box.hidden = false;
    await until(() => told === 1);
  });
});
