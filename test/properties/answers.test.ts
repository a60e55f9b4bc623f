import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import {COLLECTION_OF} from '../../src/api/routes.js';
import '../../src/elements/podero-device-list.js';
import type {PoderoDeviceCard} from '../../src/elements/podero-device-card.js';
import type {PoderoDeviceList} from '../../src/elements/podero-device-list.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {FakeProxy, fresh} from '../elements/fake-proxy.js';
import {shown, until} from '../elements/shown.js';
import {anyCollection, anyJson, asText, spoiltDevice, spoiltOf} from './arbitraries.js';
import {expectHarmless, looksOf, watchErrors} from './invariants.js';
import {goodLooks} from './situations.js';

let proxy: FakeProxy;
let watching: ReturnType<typeof watchErrors>;
/** Everything that was asked for elsewhere. */
let elsewhere: string[];
const {warn} = console;
const {fetch: realFetch} = window;

beforeEach(() => {
  elsewhere = [];
  window.fetch = async input => {
    elsewhere.push(String(input instanceof Request ? input.url : input));
    return new Response(null, {status: 404});
  };
  proxy = new FakeProxy();
  watching = watchErrors();
  console.warn = () => {};
});

afterEach(() => {
  proxy.restore();
  window.fetch = realFetch;
  watching.stop();
  console.warn = warn;
  expect([watching.errors, elsewhere]).to.deep.equal([[], []]);
});

const good = (kind: DeviceKind, id = 'good') => fresh(kind, {id, current_state_last_updated_at: '2100-01-01T00:00:00Z'});
const cardsOf = (list: PoderoDeviceList) => [...list.shadowRoot!.querySelectorAll('podero-device-card')];
const keysOf = (list: PoderoDeviceList) => cardsOf(list).map(({deviceType, deviceId}) => `${deviceType} ${deviceId}`);
/** What can be read, without how long ago it was checked. */
const wordsOf = (list: PoderoDeviceList) => cardsOf(list).map(card => card.shadowRoot!.textContent);

function serveGood(): void {
  for (const kind of DEVICE_KINDS) proxy.serve(kind, [good(kind)]);
}

const openList = () => fixture<PoderoDeviceList>(html`<podero-device-list lang="en" proxy-url=${proxy.url} page-size="1000" support-url="https://help.example/"></podero-device-list>`);

async function refresh(list: PoderoDeviceList): Promise<void> {
  await list.refresh();
  await Promise.all(cardsOf(list).map(card => card.updateComplete));
}

let known: Promise<ReadonlySet<string>> | undefined;
const allLooks = () => known ??= looksOfLists();

/** The looks of every good card, and of a list when all is well, with some missing, with none and with nothing to show. */
async function looksOfLists(): Promise<ReadonlySet<string>> {
  serveGood();
  const list = await openList();
  const looks = [...goodLooks()];
  const look = async () => {
    await refresh(list);
    looks.push(...looksOf(list.shadowRoot!));
  };
  await shown(list);
  await look();
  for (const kind of DEVICE_KINDS) proxy.serve(kind, [good(kind), null]);
  await look();
  proxy.answer('/inverters', () => Response.json('nothing'));
  await look();
  proxy.answerAll(() => Response.json([]));
  await look();
  list.session = 'another';
  proxy.answerAll(() => Response.json('nothing'));
  await look();
  list.remove();
  return new Set(looks);
}

describe('a list whose proxy answers anything', () => {
  it('draws what it can, keeps what it had and is whole again with the next good answer', async () => {
    const allowed = await allLooks();
    serveGood();
    const list = await openList();
    await shown(list);
    await refresh(list);
    const [healthy, keys] = [wordsOf(list), keysOf(list)];
    await fc.assert(fc.asyncProperty(asText(anyCollection('heat-pump')), asText(anyCollection('electric-vehicle')), async (pumps, cars) => {
      proxy.answer('/heat-pumps', () => new Response(pumps));
      proxy.answer('/electric-vehicles', () => new Response(cars));
      await refresh(list);
      expectHarmless(list.shadowRoot!, allowed);
      expect(keysOf(list), 'the kind that is well stays').to.include('inverter good');
      serveGood();
      await refresh(list);
      expect([keysOf(list).toSorted(), wordsOf(list)]).to.deep.equal([keys.toSorted(), healthy]);
    }), {numRuns: 30});
  });

  it('shows every device beside those that are spoilt, and at least 70 of 100 of these', async () => {
    const allowed = await allLooks();
    const list = await openList();
    let [cases, cards] = [0, 0];
    await fc.assert(fc.asyncProperty(fc.array(spoiltDevice, {minLength: 1, maxLength: 8}), async spoilt => {
      // Another one each time: the one before would be kept where nothing can be read.
      const id = `good-${cases}`;
      for (const kind of DEVICE_KINDS) {
        // One of them with what became of its id, the others with their own.
        const own = spoilt.filter(whole => whole.kind === kind).map(({json}, index) => index ? {...json as object, id: `${index}`} : json);
        proxy.answer(`/${COLLECTION_OF[kind]}`, () => Response.json([good(kind, id), ...own]));
      }
      await shown(list);
      await refresh(list);
      expectHarmless(list.shadowRoot!, allowed);
      expect(keysOf(list)).to.include.members(DEVICE_KINDS.map(kind => `${kind} ${id}`));
      cases += spoilt.length;
      cards += keysOf(list).length - DEVICE_KINDS.length;
    }), {numRuns: 25});
    expect(cards / cases, `${cards} cards of ${cases} devices`).to.be.within(0.7, 1);
  });
});

describe('a card whose proxy answers anything', () => {
  it('draws what it can or says what is wrong, and is whole again with the next good answer', async () => {
    const allowed = await allLooks();
    const path = '/heat-pumps/good';
    const card = await fixture<PoderoDeviceCard>(html`
      <podero-device-card lang="en" proxy-url=${proxy.url} device-type="heat-pump" device-id="good" support-url="https://help.example/"></podero-device-card>`);
    serveGood();
    await card.refresh();
    const healthy = card.shadowRoot!.textContent;
    await fc.assert(fc.asyncProperty(asText(fc.oneof(spoiltOf('heat-pump'), anyJson)), async sent => {
      proxy.answer(path, () => new Response(sent));
      await card.refresh();
      expectHarmless(card.shadowRoot!, new Set([...allowed, '::notice-partial', '::notice-upstream']));
      proxy.answer(path, () => Response.json(good('heat-pump')));
      await card.refresh();
      await until(() => card.shadowRoot!.textContent === healthy);
    }), {numRuns: 40});
  });
});
