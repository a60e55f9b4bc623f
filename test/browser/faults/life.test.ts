import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {eventually} from '../eventually.js';
import {everyEngine, leavePage, openPage, type OpenPage} from '../open-page.js';
import {FaultServer} from './fault-server.js';
import {isAt} from './shown.js';
import {becomes, EventStreams} from './streams.js';
import {chart, COLLECTIONS, countShown, giveSavings, list, loadBundle, showing, three} from './three.js';

const TAKEN = /^podero-widgets: <podero-device-\w+> is already defined on this page; the first definition stays\.$/;
const MINUTE = 60_000;

/** Of a page whose policy names one policy of trusted types, and does not allow it twice: the browser reports the second copy's. */
const isOfTwoCopies = (error: string): boolean => error.startsWith('trusted-types ');

for (const engine of everyEngine) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  before(async () => {
    server = await FaultServer.start();
  });

  beforeEach(async () => {
    await leavePage(engine);
    server.calm();
    giveSavings(server);
    Object.assign(server, {head: '', body: three(server), isBundleLate: false});
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  const open = async () => opened = await openPage(engine, server.url);
  const evaluate: OpenPage['page']['evaluate'] = (run, ...values) => opened.page.evaluate(run, ...values);
  const asked = () => server.log.map(({path}) => path).filter(path => COLLECTIONS.includes(path)).toSorted();

  describe('the script', () => {
    it('L04 may come twice: the first copy stays, says so in one line, and nothing is asked twice', async () => {
      server.head = '<script type="module" src="/widgets/podero-widgets.js"></script><script type="module" src="/widgets/podero-widgets.js?again"></script>';
      await open();
      assert.deepEqual(await showing(opened.page, 3, 1), {shown: 3, drawn: 1});
      const {lines, errors} = await opened.complaints();
      assert.deepEqual([lines.length, errors.filter(error => !isOfTwoCopies(error))], [1, []]);
      assert.match(lines[0]!, TAKEN);
      assert.deepEqual(asked(), COLLECTIONS.toSorted());
    });

    it('L05 may come in two versions with chunks of their own, and a tag may be taken: the rest works', async () => {
      server.isBundleLate = true;
      await open();
      await evaluate(async () => {
        customElements.define('podero-device-card', class extends HTMLElement {});
        await Promise.all(['/widgets/podero-widgets.js', '/widgets//podero-widgets.js'].map(path => import(path)));
      });
      const {shown, drawn} = await showing(opened.page, 2, 1);
      assert.deepEqual([shown, drawn], [2, 1]);
      const {lines, errors} = await opened.complaints();
      assert.deepEqual([lines.map(line => TAKEN.test(line)), errors.filter(error => !isOfTwoCopies(error))], [[true, true], []]);
    });

    it('L06 honours what elements were given before it came, whoever made them', async () => {
      Object.assign(server, {isBundleLate: true, body: ''});
      await open();
      await evaluate((proxyUrl: string, id: string) => {
        const made = document.createElement('podero-device-card');
        Object.assign(made, {deviceId: id, deviceType: 'heat-pump', proxyUrl, getHeaders: () => ({'x-mine': 'yes'})});
        document.body.append(made, Object.assign(document.createElement('podero-device-list'), {proxyUrl, types: 'inverter'}));
      }, server.proxyUrl, String(server.devices['heat-pumps'][0]!.id));
      await loadBundle(opened.page);
      assert.equal((await showing(opened.page, 2)).shown, 2);
      const get = server.log.filter(({method}) => method === 'GET').map(({path, headers}) => [path, headers['x-mine']]);
      assert.deepEqual(get.toSorted(), [[`/heat-pumps/${server.devices['heat-pumps'][0]!.id}`, 'yes'], ['/inverters', undefined]]);
    });
  });

  describe('a chart', () => {
    it('L11 draws as soon as it has a size', async () => {
      server.body = `<main hidden>${chart(server.proxyUrl)}</main>`;
      await open();
      await eventually(() => evaluate(() => !!document.querySelector('podero-consumption-chart')?.shadowRoot?.querySelector('canvas[width]')), Boolean);
      assert.equal((await countShown(opened.page)).drawn, 0);
      await evaluate(() => document.querySelector('main')!.removeAttribute('hidden'));
      const width = () => evaluate(() => document.querySelector('podero-consumption-chart')!.shadowRoot!.querySelector('canvas')!.getBoundingClientRect().width);
      assert.ok(await eventually(width, now => now > 200) > 200);
      assert.deepEqual(await showing(opened.page, 1, 1), {shown: 1, drawn: 1});
    });
  });

  describe('a page that is left, or frozen', () => {
    /** Follows a link to another site and comes back, after so many minutes by the wall clock. */
    async function leaveFor(minutes: number): Promise<void> {
      await evaluate((site: string, passedMs: number) => {
        addEventListener('pagehide', () => clock.jump(passedMs, 0), {once: true});
        addEventListener('pageshow', ({persisted}) => document.body.setAttribute('data-persisted', String(persisted)));
        document.body.removeAttribute('data-persisted');
        setTimeout(() => location.assign(site), 100);
      }, server.strangerUrl, minutes * MINUTE);
      await isAt(opened.page, server.strangerUrl);
      await evaluate(() => void setTimeout(() => history.back(), 100));
      await isAt(opened.page, server.url);
      await eventually(() => evaluate(() => document.body.dataset.persisted), Boolean);
    }

    it('L14 comes back out of the back/forward cache, and asks once where a poll is due', async () => {
      await open();
      await showing(opened.page, 3, 1);
      server.log.length = 0;
      await leaveFor(1);
      assert.equal(await evaluate(() => document.body.dataset.persisted), 'true');
      await new Promise(resolve => setTimeout(resolve, 200));
      assert.deepEqual(asked(), []);
      await leaveFor(6);
      assert.deepEqual(await eventually(() => Promise.resolve(asked()), paths => paths.length >= 3), COLLECTIONS.toSorted());
    });

    it('L14 with a stream, comes back out of the back/forward cache, and opens it again', async () => {
      const streams = new EventStreams();
      server.faults.set('/events', streams.answer);
      server.body = list(server.proxyUrl, `push-url="${server.proxyUrl}/events"`);
      await open();
      await becomes(() => streams.open.size, 1);
      await evaluate(site => {
        addEventListener('pageshow', ({persisted}) => document.body.setAttribute('data-persisted', String(persisted)));
        setTimeout(() => location.assign(site), 100);
      }, server.strangerUrl);
      await isAt(opened.page, server.strangerUrl);
      await becomes(() => streams.open.size, 0);
      await evaluate(() => void setTimeout(() => history.back(), 100));
      await isAt(opened.page, server.url);
      // Firefox keeps no page with a request under way, and tells it of its leaving only then.
      if (engine.name !== 'Firefox') assert.equal(await eventually(() => evaluate(() => document.body.dataset.persisted), Boolean), 'true');
      await becomes(() => streams.open.size, 1);
    });

    it('L15 asks for nothing while it is frozen, and once when it goes on', async () => {
      await open();
      await showing(opened.page, 3, 1);
      server.log.length = 0;
      await evaluate((ms: number) => {
        document.dispatchEvent(new Event('freeze'));
        clock.jump(ms);
      }, 11 * MINUTE);
      await new Promise(resolve => setTimeout(resolve, 200));
      assert.deepEqual(asked(), []);
      await evaluate(() => document.dispatchEvent(new Event('resume')));
      assert.deepEqual(await eventually(() => Promise.resolve(asked()), paths => paths.length >= 3), COLLECTIONS.toSorted());
    });
  });

  describe('an old browser', () => {
    it('L17 shows everything without what is younger than Chrome 94, Firefox 101 and Safari 16.4', async () => {
      server.isBundleLate = true;
      await open();
      await evaluate(removeWhatIsYoung);
      await loadBundle(opened.page);
      assert.deepEqual(await showing(opened.page, 3, 1), {shown: 3, drawn: 1});
      // What is called off, and asked again.
      await evaluate(async () => {
        const shown = document.querySelector<HTMLElement & {refresh(): Promise<void>}>('podero-device-list')!;
        void shown.refresh();
        shown.remove();
        document.body.append(shown);
        await shown.refresh();
      });
      assert.equal((await countShown(opened.page)).shown, 3);
      assert.deepEqual(await opened.complaints(), {lines: [], errors: []});
    });
  });
});

/** In the page, before the bundle. */
function removeWhatIsYoung(): void {
  const young: readonly (readonly [object: object | undefined, ...names: string[]])[] = [
    [AbortSignal, 'any', 'timeout'], [AbortSignal.prototype, 'throwIfAborted', 'reason'],
    [Array, 'fromAsync'], [Array.prototype, 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
    [Object, 'groupBy'], [Map, 'groupBy'], [Promise, 'withResolvers', 'try'], [URL, 'parse', 'canParse'],
    [Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf'], [URLSearchParams.prototype, 'size'],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, 'map', 'filter', 'take', 'drop', 'flatMap', 'toArray', 'some', 'every', 'find', 'forEach', 'reduce'],
    [String.prototype, 'isWellFormed', 'toWellFormed'], [Response, 'json'], [Headers.prototype, 'getSetCookie'],
    [Intl, 'Segmenter', 'DurationFormat', 'supportedValuesOf'], [Intl.Locale.prototype, 'getWeekInfo', 'weekInfo'],
    [Element.prototype, 'checkVisibility'], [window, 'structuredClone', 'requestIdleCallback', 'scheduler', 'navigation', 'TextDecoderStream'],
  ];
  for (const [object, ...names] of young) for (const name of names) Reflect.deleteProperty(object!, name);
}
