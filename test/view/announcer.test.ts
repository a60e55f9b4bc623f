import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {Announcer} from '../../src/view/announcer.js';

const MINUTE_MS = 60_000;
const realNow = performance.now;
const TROUBLE = 'Portal unreachable.';
const OFFLINE = 'You are offline.';
const FINE = '3 devices.';

let now = 0;

/** Says it in the line of a list, and tells whether it is heard. */
async function speaker() {
  const root = await fixture<HTMLElement>(html`<div><p part="footer"><b role="status"></b></p></div>`);
  const announcer = new Announcer(Object.assign(root, {renderRoot: root}) as unknown as LitElement);
  announcer.hostConnected();
  const [line, region] = [root.querySelector('p')!, root.querySelector('b')!];
  return Object.assign((words: string) => {
    line.part.toggle('notice', words === TROUBLE || words === OFFLINE);
    region.textContent = words;
    announcer.hostUpdated();
    return region.getAttribute('aria-live') === 'polite';
  }, {root});
}

describe('what is said aloud', () => {
  beforeEach(() => {
    now = 1;
    performance.now = () => now;
  });

  afterEach(() => {
    performance.now = realNow;
  });

  it('N15 is each trouble once, and once that it is over', async () => {
    const say = await speaker();
    expect([FINE, TROUBLE, FINE, TROUBLE, FINE, TROUBLE].map(say)).to.deep.equal([true, true, true, false, false, false]);
  });

  it('is another trouble too', async () => {
    const say = await speaker();
    expect([TROUBLE, OFFLINE, TROUBLE, FINE].map(say)).to.deep.equal([true, true, false, true]);
  });

  it('is everything that is no trouble, each time', async () => {
    const say = await speaker();
    expect([FINE, '1 of 3 needs you.', FINE, '1 of 3 needs you.'].map(say)).to.deep.equal([true, true, true, true]);
  });

  it('is what comes of a press, whatever was said before', async () => {
    const say = await speaker();
    [FINE, TROUBLE, FINE].forEach(say);
    say.root.click();
    expect(say(TROUBLE)).to.equal(true);
  });

  it('is the same trouble again after an hour', async () => {
    const say = await speaker();
    [FINE, TROUBLE, FINE].forEach(say);
    now += 59 * MINUTE_MS;
    expect([TROUBLE, FINE].map(say)).to.deep.equal([false, false]);
    now += MINUTE_MS;
    expect([TROUBLE, FINE].map(say)).to.deep.equal([true, true]);
  });
});
