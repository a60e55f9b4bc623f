import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ACTIONS, isAction} from '../../demo/portal/actions.js';
import {WORDS} from '../../demo/portal/words.js';
import {DORAS_BUILDINGS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {EXPECTED, type Shown} from './portal-expected.js';
import {wait} from './faults/shown.js';
import {arrives, brightness, changeCustomer, press, pressHere, readFocus, readPanel, startDemonstration, tabUntil, type Demonstration} from './portal-page.js';
import {readPage} from './read-page.js';

const BUTTONS = Object.keys(EXPECTED).filter(isAction);

let demonstration: Demonstration;
let opened: OpenPage;

async function shown(): Promise<Shown> {
  const {page} = opened;
  const read = await readPage(page);
  const hasCards = Object.keys(read).some(name => name.endsWith(' title') && !name.startsWith('alone'));
  return {
    read,
    brightness: hasCards ? await brightness(page) : NaN,
    isSystemDark: await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
  };
}

async function becomes(isRight: (now: Shown) => boolean, what: string): Promise<void> {
  // The break of `limit` alone takes six seconds, and twice that where it began anew.
  const now = await eventually(shown, isRight, 40_000);
  assert.ok(isRight(now), `${what}: ${JSON.stringify(now)}`);
}

const listSays = (words: RegExp) => becomes(({read}) => words.test(read['list head'] ?? '') || words.test(read.unread ?? ''), String(words));

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    demonstration = await startDemonstration();
    opened = await openPage(engine, demonstration.url, {width: 1200, height: 900});
    await listSays(/3 devices/);
  });

  after(async () => {
    await leavePage(engine);
    await demonstration.stop();
  });

  describe('the panel', () => {
    it('is opened by keyboard, and has no button of which nobody knows what it does', async () => {
      await tabUntil(opened.page, ({tag}) => tag === 'summary');
      await opened.page.press('Enter');
      assert.deepEqual((await readPanel(opened.page)).buttons, BUTTONS);
    });

    for (const name of BUTTONS) {
      it(`${name}: does what it says, and takes it back`, async () => {
        const {page} = opened;
        // What the network does to the widgets is seen where nothing else changes, and what has changed is told within a second.
        if (name === 'cut') {
          demonstration.sandbox.control({clock: {speed: 1}});
          await wait(2_000);
        }
        await tabUntil(page, ({action}) => action === name, {steps: 3});
        const before = await shown();
        const words: Readonly<Record<string, string>> = WORDS[await page.evaluate(() => document.documentElement.lang) as 'en' | 'de'];
        await pressHere(page, name === 'german' ? WORDS.de['did-german'] : words[`did-${name}`]!);
        await becomes(now => EXPECTED[name].after(now, before), `after ${name}`);
        assert.equal((await readFocus(page)).action, name, 'the focus stays');
        const isPressed = async () => (await readPanel(page)).pressed.includes(name);
        assert.equal(await isPressed(), ACTIONS[name].isOn !== undefined);
        if (!ACTIONS[name].undoes) return;
        const done = await shown();
        await pressHere(page, words[`undid-${name}`]!);
        await becomes(now => EXPECTED[name].undone!(now, done), `after ${name}, taken back`);
        assert.equal(await isPressed(), false);
      });
    }

    it('is closed by Escape, with the focus on what opens it', async () => {
      await opened.page.press('Escape');
      assert.equal((await readFocus(opened.page)).tag, 'summary');
      assert.deepEqual((await opened.complaints()).errors, []);
    });
  });

  describe('the simulated clock', () => {
    it('runs as fast as it was told, and stands when it was stopped', async () => {
      const {page} = opened;
      const clock = async () => Date.parse((await readPanel(page)).clock);
      await press(page, 'speed-60');
      const from = await eventually(clock, Boolean);
      await eventually(clock, now => now - from > 60_000);
      assert.ok(await clock() - from > 60_000);
      await press(page, 'stop');
      await eventually(() => readPanel(page), ({pressed, isBusy}) => pressed.includes('stop') && !isBusy);
      assert.ok(Math.abs(await clock() - demonstration.sandbox.clock.now().getTime()) < 1_000);
      await press(page, 'start-over');
      await eventually(() => readPanel(page), ({pressed, isBusy}) => !pressed.includes('stop') && !isBusy);
    });
  });

  describe('a customer with sixty devices, in German', () => {
    before(async () => {
      await changeCustomer(opened.page, 'dora');
      await listSays(/von 60 Geräten/);
    });

    it('keeps language and colours of the visitor before', async () => {
      assert.equal(await opened.page.evaluate(() => document.querySelector('h1')!.textContent), WORDS.de.hero);
      await becomes(now => now.brightness < 0.3, 'dark');
    });

    it('turns the pages by keyboard, and goes on reading at the top of the new one', async () => {
      const {page} = opened;
      await page.evaluate(() => document.querySelector<HTMLElement>('.hint a')!.focus());
      await tabUntil(page, ({words}) => words === 'Weiter', {key: 'Shift+Tab'});
      await page.press('Enter');
      const focus = await eventually(() => readFocus(page), ({words}) => words.startsWith('25'));
      assert.deepEqual([focus.tag, focus.part, focus.words], ['ul', 'list', '25–48 von 60']);
      await press(page, 'english');
      assert.ok(await eventually(async () => (await readPage(page)).unread?.includes('25–48 of 60'), Boolean));
    });

    it('shows one building when that is chosen, and all again', async () => {
      const choose = (building: string) => opened.page.evaluate(value => {
        const select = document.querySelector<HTMLSelectElement>('#building')!;
        select.value = value;
        select.dispatchEvent(new Event('change', {bubbles: true}));
      }, building);
      await choose(DORAS_BUILDINGS[1].building);
      await listSays(/(of )?21 devices/);
      await choose('');
      await listSays(/of 60 devices/);
    });
  });

  describe('the title of a card', () => {
    it('leads to the device\'s own page, which leads back', async () => {
      const {page} = opened;
      await changeCustomer(page, 'emil');
      await listSays(/of 3 devices/);
      await page.click(() => document.querySelector('podero-device-list')!.shadowRoot!.querySelector('podero-device-card')!.shadowRoot!.querySelector('.select')!);
      await arrives(page, pattern => new RegExp(pattern).test(location.pathname), '^/device/(heat-pump|inverter)/[\\w-]{36}$');
      await becomes(({read}) => Object.keys(read).some(name => name.endsWith(' activity')), 'the card');
      await page.click(() => document.querySelector('.back')!);
      await arrives(page, path => location.pathname === path, '/');
      await listSays(/of 3 devices/);
    });
  });
});
