import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import {USERS, type UserName} from '../../demo/sandbox/users.js';
import {expectedCard, expectedChart, expectedList} from './expected.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage, type OpenPage} from './open-page.js';
import {readPage, refreshAll, type Read} from './read-page.js';
import {World} from './world.js';

const COLLECTIONS = ['heat-pumps', 'electric-vehicles', 'inverters'] as const;

let world: World;

/** The list, a card that stands alone, and the chart. */
function open(engine: Engine, user: UserName): Promise<OpenPage> {
  world.user = user;
  world.body = `<podero-device-list proxy-url="/podero" poll-interval="15"></podero-device-list>
    <podero-device-card proxy-url="/podero" device-type="heat-pump" device-id="${USERS[user].devices!['heat-pump']}"></podero-device-card>
    <podero-consumption-chart proxy-url="/podero"></podero-consumption-chart>`;
  return openPage(engine, world.url);
}

/** From the sandbox's own JSON of this moment. */
function expected(user: UserName): Read {
  const sent = Object.fromEntries(COLLECTIONS.map(name => [name, world.sandbox.list(user, name)])) as Parameters<typeof expectedChart>[0];
  const cards = COLLECTIONS.flatMap(name => sent[name].map(payload => expectedCard(name, payload)));
  const alone = sent['heat-pumps'].map(payload => expectedCard('heat-pumps', payload, 'alone '));
  return Object.assign({unread: ''}, expectedList(sent), ...cards, ...alone, expectedChart(sent)) as Read;
}

const isSame = (a: Read, b: Read) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

async function shows(opened: OpenPage, user: UserName, deadlineMs?: number): Promise<void> {
  const wanted = expected(user);
  const read = await eventually(() => readPage(opened.page), value => isSame(value, wanted), deadlineMs);
  assert.deepEqual(read, wanted);
}

/** Known values of the fields below: whatever the simulated hour, each change makes a difference. */
const START = {
  'heat-pump': {
    indoor_actual_temperature: 21.5, dhw_temperature: 51.1, current_power_consumption_w: 2500, operational_mode: 'heating',
    consumption_last_week_kwh: 287.6,
  },
  'electric-vehicle': {battery_level: 62, is_plugged_in: true, is_charging: true, charge_rate_w: 11_050, charge_time_remaining: 6250},
  'inverter': {current_solar_production_w: 6250, battery_charge_level_percent: 85, solar_surplus_w: 5300},
} as const;

/** Twelve fields, the first read by the timer. */
const CHANGES = [
  ['heat-pump', {indoor_actual_temperature: 18.4}],
  ['heat-pump', {dhw_temperature: null}],
  ['heat-pump', {current_power_consumption_w: 999.6}],
  ['heat-pump', {operational_mode: 'Standby'}],
  ['heat-pump', {is_smart_optimization_active: false}],
  ['heat-pump', {consumption_last_week_kwh: 0}],
  ['electric-vehicle', {battery_level: 0}],
  ['electric-vehicle', {is_plugged_in: false, is_charging: false}],
  ['electric-vehicle', {device_model: {manufacturer: 'Renault', model: '<b>5</b>'}}],
  ['inverter', {current_solar_production_w: 12_345}],
  ['inverter', {battery_charge_level_percent: 100}],
  ['inverter', {solar_surplus_w: -49.5}],
] as const;

const patch = (kind: keyof typeof START, fields: object) =>
  world.sandbox.control({patch: {device: USERS.anna.devices![kind], fields: {...fields}}});

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
    world.sandbox.control({clock: 'stop'});
    // Of the chart the rolling sums; `week.test.ts` has its days.
    world.sandbox.control({fail: {on: 'savings', status: 404}});
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  for (const user of ['anna', 'ben'] as const) {
    describe(`the page of ${user}, whom the API answers in ${USERS[user].generation}`, () => {
      let opened: OpenPage;

      before(async () => {
        opened = await open(engine, user);
      });

      it('shows every number and word as the API sends it', async () => {
        await shows(opened, user);
        assert.deepEqual([(await opened.complaints()).errors, (await opened.complaints()).lines], [[], []]);
      });
    });
  }

  describe('a field that changes at the API', () => {
    let opened: OpenPage;

    before(async () => {
      for (const [kind, fields] of Object.entries(START) as [keyof typeof START, object][]) patch(kind, fields);
      opened = await open(engine, 'anna');
      await shows(opened, 'anna');
    });

    for (const [index, [kind, fields]] of CHANGES.entries()) {
      const way = index ? 'refresh()' : 'the timer';
      it(`is shown by ${way}, and nothing else changes: ${kind} ${JSON.stringify(fields)}`, async () => {
        const former = expected('anna');
        patch(kind, fields);
        assert.ok(!isSame(former, expected('anna')), 'the change makes a difference');
        if (index) await refreshAll(opened.page);
        await shows(opened, 'anna', index ? 1_000 : 20_000);
      });
    }
  });
});
