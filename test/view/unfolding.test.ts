import {expect, fixture, html as page} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {LitElement} from 'lit';
import {html, repeat} from '../../src/view/lit.js';
import {unfold, Unfolding} from '../../src/view/unfolding.js';
import {until} from '../elements/shown.js';
import './devices.js';
import {useScheduler} from './scheduler.js';

/** Numbers, each drawn when its turn comes. */
class Numbers extends LitElement {
  numbers: readonly number[] = [];
  sign = '';
  drawings = 0;
  /** How long each takes. */
  busyMs = 0;
  /** The one that cannot be drawn. */
  broken: number | undefined;
  readonly unfolding = new Unfolding(this);

  constructor() {
    super();
    this.addController(this.unfolding);
  }

  override render(): unknown {
    this.unfolding.restart();
    return repeat(this.numbers, number => number, (number, index) => html`<p>${unfold(this.unfolding, index, [number, this.sign], () => this.#draw(number), '-')}</p>`);
  }

  #draw(number: number): TemplateResult {
    this.drawings += 1;
    for (const until = performance.now() + this.busyMs; performance.now() < until;);
    if (number === this.broken) throw new Error('broken');
    return html`${number}${this.sign}`;
  }
}
customElements.define('test-numbers', Numbers);

const upTo = (count: number) => Array.from({length: count}, (_, index) => index);
const textsOf = (numbers: Numbers) => [...numbers.renderRoot.querySelectorAll('p')].map(({textContent}) => textContent);

async function show(numbers: readonly number[]): Promise<Numbers> {
  const element = await fixture<Numbers>(page`<test-numbers></test-numbers>`);
  await change(element, {numbers});
  return element;
}

async function change(element: Numbers, values: Partial<Numbers>): Promise<void> {
  Object.assign(element, values).requestUpdate();
  await element.updateComplete;
}

describe('many cards', () => {
  it('are drawn at once where a phone shows them, the others later, each once', async () => {
    const element = await show(upTo(200));
    expect(textsOf(element)).to.deep.equal(upTo(200).map(number => number < 3 ? `${number}` : '-'));
    await element.unfolding.drawn;
    expect([textsOf(element), element.drawings]).to.deep.equal([upTo(200).map(String), 200]);
  });

  it('that cannot be drawn keep none of the others', async () => {
    const element = await show([]);
    const told: unknown[] = [];
    const listener = (event: ErrorEvent) => {
      event.preventDefault();
      told.push(event.message);
    };
    const {onerror} = globalThis;
    globalThis.onerror = null;
    addEventListener('error', listener);
    element.broken = 7;
    await change(element, {numbers: upTo(20)});
    await element.unfolding.drawn;
    removeEventListener('error', listener);
    globalThis.onerror = onerror;
    expect([element.drawings, textsOf(element)[19], told.length]).to.deep.equal([20, '19', 1]);
  });

  it('let the page do something between two slices, also where a browser has no way of its own to go on later', async () => {
    const restore = useScheduler(undefined);
    const element = await show(upTo(2000));
    const seen = new Set<number>();
    const look = () => {
      seen.add(element.drawings);
      if (element.drawings < 2000) setTimeout(look);
    };
    look();
    await element.unfolding.drawn;
    restore();
    expect(seen.size).to.be.greaterThan(3);
  });

  it('let the browser draw frames meanwhile, also where it goes on at once when it is asked to go on later', async () => {
    const restore = useScheduler({yield: () => Promise.resolve()});
    const element = await show([]);
    element.busyMs = 1;
    await change(element, {numbers: upTo(300)});
    let [frames, isDone] = [0, false];
    const count = () => {
      frames += 1;
      if (!isDone) requestAnimationFrame(count);
    };
    count();
    await element.unfolding.drawn;
    restore();
    isDone = true;
    // The first is counted before anything is drawn.
    expect(frames).to.be.greaterThan(2);
  });

  it('are drawn again only where they are drawn from something else', async () => {
    const element = await show(upTo(20));
    await element.unfolding.drawn;
    await change(element, {});
    expect(element.drawings).to.equal(20);
    await change(element, {sign: '!'});
    expect([textsOf(element)[19], element.drawings]).to.deep.equal(['19!', 40]);
  });

  it('keep what is drawn when they change places, and what comes in takes its turn', async () => {
    const element = await show(upTo(20));
    await element.unfolding.drawn;
    const [last] = [...element.renderRoot.querySelectorAll('p')].slice(-1);
    await change(element, {numbers: [...upTo(20).toReversed(), 99]});
    expect([textsOf(element)[0], textsOf(element)[20], element.renderRoot.querySelector('p') === last]).to.deep.equal(['19', '-', true]);
    await element.unfolding.drawn;
    expect(textsOf(element)[20]).to.equal('99');
  });

  it('that are fewer before all are drawn are those that are left', async () => {
    const element = await show(upTo(500));
    await change(element, {numbers: upTo(8)});
    await element.unfolding.drawn;
    expect([textsOf(element), element.drawings]).to.deep.equal([upTo(8).map(String), 8]);
  });

  it('are not drawn while they are out of the page, and go on when they are back', async () => {
    const element = await show(upTo(500));
    const {parentElement} = element;
    element.remove();
    await element.unfolding.drawn;
    expect(element.drawings).to.be.lessThan(500);
    parentElement!.append(element);
    await change(element, {});
    await until(() => element.drawings === 500);
  });
});
