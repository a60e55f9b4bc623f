import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../../dist-config/browsers.mjs';
import {eventually} from '../eventually.js';
import {engines, leavePage, type OpenPage} from '../open-page.js';
import {jump, setSpeed} from '../page-clock.js';
import {answers} from './fault.js';
import {FaultServer} from './fault-server.js';
import {look, openStage, put, refreshAll, settle, toldOf} from './stage.js';

/** One poll each two minutes, more or less. */
const INTERVAL = '120';
const REFUSED = {H05: [400, 409, 422], H09: [406, 410, 415]};
const TROUBLED = [408, 425, 500, 502, 503, 504];
const STATUSES = [...Object.values(REFUSED).flat(), ...TROUBLED];

/** Header of a 429 → whether it is obeyed. */
const RETRY_AFTER: Readonly<Record<string, (now: number) => string>> = {
  date: now => new Date(now + 600_000).toUTCString(),
  past: now => new Date(now - 600_000).toUTCString(),
  negative: () => '-5',
  word: () => 'abc',
  power: () => '1e9',
  huge: () => '1000000000',
};
const OBEYED = ['date', 'huge'];

for (const engine of engines) describe(engine.name, () => testIn(engine));

function testIn(engine: Engine): void {
  let server: FaultServer;
  let opened: OpenPage;

  const pathOf = (name: string | number) => `/${name}/heat-pumps`;
  const askedOf = (...names: readonly (string | number)[]) => names.map(name => server.seen(pathOf(name)).length);
  const all = (names: readonly unknown[], count: number) => names.map(() => count);
  /** Lets time pass in the page; nothing is under way meanwhile. */
  const pass = async (seconds: number) => {
    await settle(500);
    await jump(opened.page, seconds);
    await settle();
  };
  const becomes = async (names: readonly (string | number)[], count: number) =>
    assert.deepEqual(await eventually(async () => askedOf(...names), asked => asked.every(n => n >= count)), all(names, count));

  async function showLists(names: readonly (string | number)[]): Promise<void> {
    const healthy = JSON.stringify(server.devices['heat-pumps']);
    for (const name of names) server.faults.set(pathOf(name), answers(200, {}, healthy));
    await put(opened.page, ...names.map(name => ['podero-device-list', {
      id: `list-${name}`, types: 'heat-pump', 'proxy-url': `${server.proxyUrl}/${name}`, 'poll-interval': INTERVAL,
    }] as const));
    await eventually(() => look(opened.page), shown => names.every(name => shown[`list-${name}`]!.cards === 1));
    server.log.length = 0;
  }

  before(async () => {
    server = await FaultServer.start();
    opened = await openStage(engine, server);
    // What a slow machine takes of real time is little of the page's: pauses of a second or two end when a test says so.
    await setSpeed(opened.page, 0.05);
  });

  after(async () => {
    await leavePage(engine);
    await server.stop();
  });

  describe('a refusal that asking again soon cannot mend, beside a server in trouble', () => {
    before(async () => {
      await showLists(STATUSES);
      for (const status of STATUSES) server.faults.set(pathOf(status), answers(status));
      await refreshAll(opened.page);
    });

    it('H05, H09, H10 says its status and leaves what is shown', async () => {
      const told = await toldOf(opened.page, 'podero-error');
      assert.deepEqual(Object.fromEntries(told.map(({id, status}) => [id, status])), Object.fromEntries(STATUSES.map(status => [`list-${status}`, status])));
      const shown = await look(opened.page);
      assert.deepEqual(Object.values(shown).map(({cards, parts}) => [cards, /^footer notice notice-/.test(String(parts))]), STATUSES.map(() => [1, true]));
    });

    it('H10 is asked again by and by, three times', async () => {
      let asked = 1;
      for (const seconds of [2, 8, 30]) {
        await becomes(TROUBLED, asked++);
        // The next pause begins with the page's end of the read.
        await eventually(() => look(opened.page), shown => TROUBLED.every(status => !shown[`list-${status}`]!.isBusy));
        await pass(seconds);
      }
      await becomes(TROUBLED, 4);
      await pass(60);
      assert.deepEqual(askedOf(...TROUBLED), all(TROUBLED, 4));
    });

    for (const [row, statuses] of Object.entries(REFUSED)) {
      it(`${row} is not asked again meanwhile`, () => {
        assert.deepEqual(askedOf(...statuses), all(statuses, 1));
      });
    }

    it('H05, H09, H10 is asked again when the next poll is due, and well when the answer is', async () => {
      const healthy = JSON.stringify(server.devices['heat-pumps']);
      for (const status of STATUSES) server.faults.set(pathOf(status), answers(200, {}, healthy));
      await pass(133);
      const shown = await eventually(() => look(opened.page), now => Object.values(now).every(({parts}) => parts.length === 0));
      assert.deepEqual(Object.values(shown).flatMap(({parts}) => parts), []);
      const refused = Object.values(REFUSED).flat();
      assert.deepEqual([askedOf(...refused), askedOf(...TROUBLED)], [all(refused, 2), all(TROUBLED, 5)]);
    });
  });

  describe('an answer that names an instant', () => {
    const NAMES = Object.keys(RETRY_AFTER);

    before(async () => {
      await opened.page.evaluate(() => document.body.replaceChildren());
      await showLists(NAMES);
      const now = await opened.page.evaluate(() => Date.now());
      for (const name of NAMES) server.faults.set(pathOf(name), answers(429, {'retry-after': RETRY_AFTER[name]!(now)}));
      await refreshAll(opened.page);
      await becomes(NAMES, 1);
    });

    it('H12 is obeyed where it is a date or seconds, and not where it is nonsense', async () => {
      await refreshAll(opened.page);
      assert.deepEqual(NAMES.filter(name => askedOf(name)[0] === 1), OBEYED);
      const shown = await look(opened.page);
      assert.deepEqual(NAMES.filter(name => /Again at/.test(shown[`list-${name}`]!.text)), OBEYED);
    });

    it('H12 binds until the date, and for an hour at the most', async () => {
      await pass(590);
      await refreshAll(opened.page);
      assert.deepEqual(askedOf(...OBEYED), [1, 1]);
      await pass(15);
      await becomes(['date'], 2);
      await pass(3_600 - 640);
      await refreshAll(opened.page, '#list-huge');
      assert.deepEqual(askedOf('huge'), [1]);
      await pass(40);
      await becomes(['huge'], 2);
    });
  });
}
