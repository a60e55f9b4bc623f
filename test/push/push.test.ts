import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import {FakeProxy, fresh} from '../elements/fake-proxy.js';
import {has, listen, show, textOf, until} from '../elements/shown.js';

let proxy: FakeProxy;
/** Lines that were opened and not closed, of which the last says what it is told to. */
let lines: ReadableStreamDefaultController<Uint8Array>[];
let opened: number;

beforeEach(() => {
  proxy = new FakeProxy();
  [lines, opened] = [[], 0];
  proxy.answer('/events', () => {
    opened += 1;
    const {signal} = proxy.requests.at(-1)!;
    return new Response(new ReadableStream<Uint8Array>({
      start(line) {
        lines.push(line);
        signal.addEventListener('abort', () => {
          lines = lines.filter(other => other !== line);
          line.error(signal.reason);
        });
      },
    }), {headers: {'content-type': 'text/event-stream'}});
  });
});

afterEach(() => proxy.restore());

const say = (...messages: unknown[]) => lines.at(-1)!.enqueue(new TextEncoder().encode(messages.map(message => `data: ${JSON.stringify(message)}\n\n`).join('')));
const pump = (id: string, fields = {}) => fresh('heat-pump', {id, indoor_actual_temperature: 20, ...fields});
const device = (id: string, fields = {}) => ({collection: 'heat-pumps', device: pump(id, fields)});

async function showPumps(...ids: string[]): Promise<PoderoDeviceList> {
  proxy.serve('heat-pump', ids.map(id => pump(id, {current_state_last_updated_at: new Date(Date.now() - 60_000).toISOString()})));
  const list = await show<PoderoDeviceList>(html`
    <podero-device-list proxy-url=${proxy.url} push-url="${proxy.url}/events" types="heat-pump"></podero-device-list>`);
  await until(() => lines.length, 'no stream');
  return list;
}

const idsOf = (list: PoderoDeviceList) => [...list.shadowRoot!.querySelectorAll('podero-device-card')].map(card => card.deviceId);
const asksFor = (path: string) => proxy.asked.filter(asked => asked === path).length;

describe('a list with a push-url', () => {
  it('shows a device as the stream sends it, without asking, and tells the page', async () => {
    const list = await showPumps('one', 'two');
    const listening = listen();
    say({type: 'heartbeat'}, device('two', {indoor_actual_temperature: 23.4}));
    await until(() => /23\.4/.test(textOf(list)));
    listening.stop();
    expect(asksFor('/heat-pumps')).to.equal(1);
    expect(listening.details('podero-update').map(({changed}) => changed)).to.deep.equal([['two']]);
  });

  it('adds a device that is new, and takes away one that is gone', async () => {
    const list = await showPumps('one');
    say(device('two'));
    await until(() => idsOf(list).length === 2);
    say({collection: 'heat-pumps', id: 'one', deleted: true});
    await until(() => idsOf(list).join() === 'two');
    say({collection: 'heat-pumps', id: 'nobody', deleted: true});
    await aTimeout(50);
    expect(idsOf(list)).to.deep.equal(['two']);
  });

  it('drops what is older than what is shown, and what cannot be read', async () => {
    const list = await showPumps('one');
    say(device('one', {indoor_actual_temperature: 30.1, current_state_last_updated_at: '2020-01-01T00:00:00Z'}));
    say({collection: 'heat-pumps', device: {id: null}}, {collection: 'heat-pumps', device: []}, 'nonsense');
    say(device('two', {indoor_actual_temperature: 25.5}));
    await until(() => /25\.5/.test(textOf(list)));
    expect(textOf(list)).not.to.contain('30.1');
    expect(idsOf(list)).to.deep.equal(['one', 'two']);
  });

  it('reads once for many hints', async () => {
    const list = await showPumps('one');
    proxy.serve('heat-pump', [pump('one', {indoor_actual_temperature: 22.2})]);
    say(...Array.from({length: 50}, (_, n) => ({collection: 'heat-pumps', id: String(n)})));
    await until(() => /22\.2/.test(textOf(list)));
    expect(asksFor('/heat-pumps')).to.equal(2);
  });

  it('reads the next answer anew although its text is that of the last one', async () => {
    const list = await showPumps('one');
    say(device('one', {indoor_actual_temperature: 23.4}), device('two'));
    await until(() => idsOf(list).length === 2);
    await list.refresh();
    expect(idsOf(list), 'the proxy knows one').to.deep.equal(['one']);
    expect(textOf(list), 'the state that was pushed is newer').to.contain('23.4');
  });

  it('lets no answer that was under way undo what was pushed', async () => {
    const list = await showPumps('one');
    let answer: (response: Response) => void = () => {};
    proxy.answer('/heat-pumps', () => new Promise<Response>(resolve => (answer = resolve)));
    const refreshed = list.refresh();
    await until(() => asksFor('/heat-pumps') === 2);
    say(device('one', {indoor_actual_temperature: 23.4}));
    await until(() => /23\.4/.test(textOf(list)));
    answer(Response.json([pump('one', {current_state_last_updated_at: new Date(Date.now() - 50_000).toISOString()})]));
    await refreshed;
    expect(textOf(list)).to.contain('23.4');
  });

  it('shares one stream with all elements of the page, which ends with the last of them', async () => {
    const list = await showPumps('one');
    const more = await fixture<HTMLElement>(html`<div>
      <podero-device-card proxy-url=${proxy.url} push-url="${proxy.url}/events" device-type="heat-pump" device-id="one"></podero-device-card>
      <podero-device-list proxy-url=${proxy.url} push-url="${proxy.url}/events#x" types="heat-pump"></podero-device-list></div>`);
    const card = more.querySelector('podero-device-card')!;
    await until(() => has(card, 'activity'));
    say(device('one', {indoor_actual_temperature: 23.4}));
    await until(() => [list, card].every(element => /23\.4/.test(textOf(element))));
    expect(opened).to.equal(1);
    list.remove();
    await aTimeout(20);
    expect(lines.length).to.equal(1);
    more.remove();
    await until(() => lines.length === 0);
  });

  it('keeps its stream when the list is moved, and hears what is said meanwhile', async () => {
    const list = await showPumps('one');
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    list.remove();
    say(device('one', {indoor_actual_temperature: 23.4}));
    await new Promise(requestAnimationFrame);
    elsewhere.append(list);
    await until(() => /23\.4/.test(textOf(list)));
    await aTimeout(150);
    expect([opened, lines.length, asksFor('/heat-pumps')]).to.deep.equal([1, 1, 1]);
  });

  it('reads its stream with the token of whoever still listens', async () => {
    const list = await showPumps('one');
    const tokens = ['first', 'second'].map(token => () => Promise.resolve(token));
    const props = html`<podero-device-list proxy-url=${proxy.url} push-url="${proxy.url}/events?2" types="heat-pump"></podero-device-list>`;
    list.remove();
    const [early, late] = [await fixture<PoderoDeviceList>(props), await fixture<PoderoDeviceList>(props)];
    early.getToken = late.getToken = tokens[0]!;
    await until(() => opened === 2);
    late.getToken = tokens[1]!;
    early.remove();
    await aTimeout(150);
    lines.at(-1)!.close();
    await until(() => opened === 3);
    expect(proxy.requests.filter(({url}) => url.includes('/events')).map(({headers}) => headers.get('authorization')).at(-1)).to.equal('Bearer second');
  });

  it('goes on as ever where the stream cannot be used', async () => {
    proxy.answer('/events', () => Response.json({}));
    proxy.serve('heat-pump', [pump('one')]);
    const list = await show<PoderoDeviceList>(html`<podero-device-list proxy-url=${proxy.url} push-url="${proxy.url}/events" types="heat-pump"></podero-device-list>`);
    await until(() => asksFor('/events') === 1);
    await list.refresh();
    expect([idsOf(list), has(list, 'notice'), asksFor('/events')]).to.deep.equal([['one'], false, 1]);
  });

  it('opens no stream for whoever is signed out', async () => {
    proxy.answerAll(() => new Response(null, {status: 401}));
    await show(html`<podero-device-list proxy-url=${proxy.url} push-url="${proxy.url}/events"></podero-device-list>`);
    await aTimeout(50);
    expect(asksFor('/events')).to.equal(0);
  });
});

describe('a card with a push-url', () => {
  it('shows its own device as the stream sends it', async () => {
    proxy.serve('heat-pump', [pump('one')]);
    const card = await show<PoderoDeviceCard>(html`
      <podero-device-card proxy-url=${proxy.url} push-url="${proxy.url}/events" device-type="heat-pump" device-id="one"></podero-device-card>`);
    await until(() => lines.length);
    say(device('two', {indoor_actual_temperature: 30.1}), device('one', {indoor_actual_temperature: 23.4}));
    await until(() => /23\.4/.test(textOf(card)));
  });

  it('asks what has become of a device that is said to be gone', async () => {
    proxy.serve('heat-pump', [pump('one')]);
    const card = await show<PoderoDeviceCard>(html`
      <podero-device-card proxy-url=${proxy.url} push-url="${proxy.url}/events" device-type="heat-pump" device-id="one"></podero-device-card>`);
    await until(() => lines.length);
    proxy.answer('/heat-pumps/one', () => new Response(null, {status: 404}));
    say({collection: 'heat-pumps', id: 'one', deleted: true});
    await until(() => has(card, 'error'));
  });
});
