import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import '../../src/elements/podero-device-card.js';
import '../../src/elements/podero-device-list.js';
import '../../src/elements/podero-consumption-chart.js';
import {FakeProxy, fresh, unreachable} from './fake-proxy.js';
import {has, until} from './shown.js';

let proxy: FakeProxy;
let release: () => void;

beforeEach(() => {
  proxy = new FakeProxy();
  proxy.serve('inverter', [fresh('inverter', {id: '1'})]);
  const waiting = new Promise<void>(resolve => { release = resolve; });
  // Nobody answers before the test says so.
  proxy.answerAll(async () => {
    await waiting;
    return Response.json([]);
  });
});

afterEach(() => {
  release();
  proxy.restore();
});

const ELEMENTS: readonly (readonly [tag: string, (content: unknown) => TemplateResult])[] = [
  ['podero-device-list', content => html`<podero-device-list proxy-url=${proxy.url}>${content}</podero-device-list>`],
  ['podero-device-card', content => html`<podero-device-card proxy-url=${proxy.url} device-type="inverter" device-id="1">${content}</podero-device-card>`],
  ['podero-consumption-chart', content => html`<podero-consumption-chart proxy-url=${proxy.url}>${content}</podero-consumption-chart>`],
];
const isSeen = (element: Element | null) => !!element && (element as HTMLElement).getClientRects().length > 0;
const skeleton = async (element: Element) => until(() => has(element, 'skeleton'), 'no skeleton');

for (const [tag, render] of ELEMENTS) describe(`${tag} before its first data`, () => {
  it('shows its children instead of a skeleton, also after a wait that is felt', async () => {
    const element = await fixture(render(html`<p>Your devices are on <a href="/devices">this page</a>.</p>`));
    const other = await fixture(render(''));
    await skeleton(other);
    expect([isSeen(element.querySelector('p')), has(element, 'skeleton')]).to.deep.equal([true, false]);
  });

  it('shows them in the room that it will need', async () => {
    const [element, empty] = await Promise.all([fixture(render(html`<p>A note</p>`)), fixture(render(''))]);
    const heightOf = ({offsetHeight, offsetWidth}: Element & Partial<HTMLElement>) => `${offsetWidth} × ${offsetHeight}`;
    await until(() => element.shadowRoot!.querySelector('slot:not([name])'));
    expect(heightOf(element)).to.equal(heightOf(empty));
    await skeleton(empty);
    expect(heightOf(element)).to.equal(heightOf(empty));
  });

  it('takes line breaks, and what goes into another slot, for no children', async () => {
    const element = await fixture(render(html`
      <h2 slot="heading">Mine</h2>
    `));
    await skeleton(element);
  });

  it('takes what nobody sees for no children either', async () => {
    const element = await fixture(render(html`<noscript>No script</noscript><template>A</template><p hidden>B</p>`));
    await skeleton(element);
  });

  it('shows them no more once it has shown something', async () => {
    const element = await fixture<HTMLElement & {session: string}>(render(html`<p>A note</p>`));
    release();
    await until(() => !isSeen(element.querySelector('p')));
    proxy.answerAll(() => new Promise<Response>(() => {}));
    element.session = 'another customer';
    await skeleton(element);
    expect(isSeen(element.querySelector('p'))).to.equal(false);
  });

  it('follows when children come, and hides them when the wait is over', async () => {
    const element = await fixture(render(''));
    await skeleton(element);
    const note = element.appendChild(document.createElement('p'));
    note.textContent = 'A note';
    await until(() => !has(element, 'skeleton') && isSeen(note));
    release();
    await until(() => !isSeen(note));
  });

  it('hides them when nothing can be read, too', async () => {
    proxy.answerAll(unreachable);
    const element = await fixture(render(html`<p>A note</p>`));
    await until(() => has(element, 'error'));
    expect(isSeen(element.querySelector('p'))).to.equal(false);
  });
});
