import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {USERS} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {World} from './world.js';

const HEAT_PUMP = USERS.anna.devices!['heat-pump'];

let world: World;

const textOf = ({page}: OpenPage, tag: string) => page.evaluate(name => {
  const root = document.querySelector(name)!.shadowRoot!;
  const cards = [...root.querySelectorAll('podero-device-card')].map(card => card.shadowRoot!.textContent);
  return [root.textContent, ...cards].join(' ').replace(/\s+/g, ' ').trim();
}, tag);

/** What it then has written to the console. */
async function says(engine: Engine, body: string, words: RegExp, tag = 'podero-device-list'): Promise<readonly string[]> {
  world.body = body;
  const opened = await openPage(engine, world.url);
  assert.match(await eventually(() => textOf(opened, tag), text => words.test(text)), words);
  const {errors, lines} = await opened.complaints();
  assert.deepEqual(errors, []);
  return lines;
}

const list = (attributes: string) => `<podero-device-list ${attributes}></podero-device-list>`;
const card = (attributes: string) => `<podero-device-card ${attributes}></podero-device-card>`;

/** What is wrong, what the customer reads, the one line for the developer. */
const UNUSABLE = [
  ['no proxy-url', list(''), /not set up yet/, /proxy-url is missing/],
  ['an impossible proxy-url', list('proxy-url="javascript:alert(1)"'), /not set up yet/, /proxy-url="javascript:alert\(1\)" cannot be used/],
  ['no device', card('proxy-url="/podero"'), /not set up yet/, /device-type is missing/],
  ['an unknown kind', card('proxy-url="/podero" device-type="boiler" device-id="1"'), /not set up yet/, /device-type="boiler" cannot be used/],
  ['a device that is not there', card('proxy-url="/podero" device-type="inverter" device-id="1"'), /Nothing was found here/, /not-found/],
  ['an impossible interval', list('proxy-url="/podero" poll-interval="often"'), /Nibe S-Series/, /poll-interval="often"> cannot be used/],
  ['an impossible zone', list('proxy-url="/podero" time-zone="Moon/Base"'), /Nibe S-Series/, /time-zone="Moon\/Base"> cannot be used/],
  ['an unknown type', list('proxy-url="/podero" types="boiler"'), /Nibe S-Series/, /types="boiler"> cannot be used/],
] as const;

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
  });

  afterEach(() => {
    world.replaced.clear();
    world.sandbox.control({clearPatches: true});
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('an embedding that cannot work as it is', () => {
    for (const [fault, body, words, line] of UNUSABLE) {
      it(`says so to the customer, and once to the developer: ${fault}`, async () => {
        const lines = await says(engine, body, words, body.startsWith('<podero-device-card') ? 'podero-device-card' : 'podero-device-list');
        assert.equal(lines.length, 1, lines.join('\n'));
        assert.match(lines[0]!, line);
      });
    }
  });

  describe('an answer that cannot be used', () => {
    it('is a login page: the customer is signed out', async () => {
      world.replaced.set('/inverters', () => new Response('<!doctype html>Please sign in', {headers: {'content-type': 'text/html'}}));
      const lines = await says(engine, list('proxy-url="/podero" types="inverter"'), /You are signed out/);
      assert.match(lines.join(), /web page instead of JSON/);
      assert.equal(lines.length, 1);
    });

    it('is no JSON: says that the answer could not be read', async () => {
      world.replaced.set('/inverters', () => new Response('<b>oops</b>', {headers: {'content-type': 'application/json'}}));
      const lines = await says(engine, list('proxy-url="/podero" types="inverter"'), /answer could not be read/);
      assert.match(lines.join(), /not JSON/);
      assert.equal(lines.length, 1);
    });

    it('is a device with broken fields: shows the rest of it, and says so', async () => {
      world.sandbox.control({patch: {device: HEAT_PUMP, fields: {indoor_actual_temperature: {a: 1}, dhw_temperature: 'warm', device_model: 7}}});
      const lines = await says(engine, list('proxy-url="/podero" types="heat-pump"'), /Some values could not be read/);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0]!, new RegExp(`${HEAT_PUMP}.*dhw_temperature`));
    });

    it('is a list with one device that is none: shows the others', async () => {
      const good = world.sandbox.list('anna', 'heat-pumps');
      world.replaced.set('/heat-pumps', () => Response.json([null, 'x', {}, ...good]));
      const lines = await says(engine, list('proxy-url="/podero" types="heat-pump"'), /3 devices could not be read.*Nibe S-Series/);
      assert.equal(lines.length, 1, lines.join('\n'));
    });
  });
});
