import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Engine} from '../../dist-config/browsers.mjs';
import type {DeviceKind} from '../../src/domain/device.js';
import {USERS, type UserName} from '../../demo/sandbox/users.js';
import {eventually} from './eventually.js';
import {engines, leavePage, openPage} from './open-page.js';
import {readPage, type Read} from './read-page.js';
import {World} from './world.js';

const NOT_SENT = undefined;
const KINDS = ['heat-pump', 'electric-vehicle', 'inverter'] as const;
const TOTALS = ['last-day', 'last-week', 'last-month'];

interface Difference {
  readonly kind: DeviceKind;
  readonly row: string;
  /** `undefined`: the row is not there. */
  readonly g1: RegExp | undefined;
  readonly g2: RegExp | undefined;
  readonly reason: string;
}

/** Where one home may look different in the two generations of the API. Everything else is equal, word for word. */
const ALLOWED: readonly Difference[] = [
  {kind: 'heat-pump', row: 'status', g1: /Optimisation active$/, g2: /Optimisation (Min|ECO|Comfort|Boost)$/, reason: 'only G2 says how hard it optimises'},
  {kind: 'heat-pump', row: 'activity', g1: /^(Heating|Hot water|Cooling|Standby)$/, g2: /^Using .* k?W$/, reason: 'only G1 says what the unit does'},
  {kind: 'heat-pump', row: 'reason', g1: /^(Your rooms are|Hot water is) being |^Ready, /, g2: /^The device does not say what for\.$/, reason: 'only G1 says what the unit does'},
  {kind: 'heat-pump', row: 'indoor-target', g1: NOT_SENT, g2: /^Target \| .* °C$/, reason: 'only G2 has the target'},
  {kind: 'heat-pump', row: 'flow', g1: NOT_SENT, g2: /^Flow \| .* °C$/, reason: 'only G2 has the outlet temperature'},
  {kind: 'heat-pump', row: 'return', g1: NOT_SENT, g2: /^Return \| .* °C$/, reason: 'only G2 has the inlet temperature'},
  {kind: 'electric-vehicle', row: 'time-to-target', g1: /^Time left \| /, g2: NOT_SENT, reason: 'only G1 has the time left'},
  {kind: 'electric-vehicle', row: 'ready-by', g1: NOT_SENT, g2: /^Ready by \| \d\d:\d\d$/, reason: 'only G2 has the deadline'},
  {kind: 'electric-vehicle', row: 'reason', g1: /^(?!.*ready by)/, g2: /^$|\.$/, reason: 'only G2 has the deadline, which is said while it is waited for'},
  {kind: 'electric-vehicle', row: 'target', g1: NOT_SENT, g2: /^Target \| \d+ %$/, reason: 'only G2 has the level wanted at the deadline'},
  {kind: 'inverter', row: 'grid', g1: /, calculated \| ≈ /, g2: /^(To grid|From grid|Grid) \| [\d.]+ k?W$/, reason: 'only G2 sends the grid; G1 follows from the balance'},
  ...KINDS.map(kind => ({kind, row: 'totals', g1: /^(Consumption|Production) as of /, g2: NOT_SENT, reason: 'only G1 sends rolling sums'})),
  ...KINDS.flatMap(kind => TOTALS.map(row =>
    ({kind, row, g1: /^(24 hours|7 days|30 days) \| .* [kM]Wh$/, g2: NOT_SENT, reason: 'only G1 sends rolling sums'}))),
];

let world: World;

/** `"<kind> <row>"` → text: ids differ between the two customers. */
async function pageOf(engine: Engine, user: UserName): Promise<Map<string, string>> {
  world.user = user;
  const {page} = await openPage(engine, world.url);
  const count = (read: Read) => Object.keys(read).filter(name => name.endsWith(' title')).length;
  const read = await eventually(() => readPage(page), value => count(value) === 3);
  const kinds = Object.entries(USERS[user].devices!).map(([kind, id]) => [id, kind] as const);
  return new Map(kinds.flatMap(([id, kind]) => Object.entries(read)
    .filter(([name]) => name.startsWith(id))
    .map(([name, text]) => [name.replace(id, kind), text] as const)));
}

for (const engine of engines) describe(engine.name, () => {
  before(async () => {
    world = await World.start();
    world.sandbox.control({clock: 'stop'});
    world.body = '<podero-device-list proxy-url="/podero"></podero-device-list>';
  });

  after(async () => {
    await leavePage(engine);
    await world.stop();
  });

  describe('one home in two generations of the API', () => {
    let g1: Map<string, string>;
    let g2: Map<string, string>;

    before(async () => {
      g1 = await pageOf(engine, 'anna');
      g2 = await pageOf(engine, 'ben');
    });

    for (const {kind, row, g1: one, g2: two, reason} of ALLOWED) {
      it(`differs in ${kind} ${row}: ${reason}`, () => {
        for (const [page, pattern] of [[g1, one], [g2, two]] as const) {
          const text = page.get(`${kind} ${row}`);
          if (pattern) assert.match(text ?? '(not there)', pattern);
          else assert.equal(text, undefined);
        }
      });
    }

    it('is the same in everything else', () => {
      const allowed = new Set(ALLOWED.map(({kind, row}) => `${kind} ${row}`));
      const rest = (page: Map<string, string>) => Object.fromEntries([...page].filter(([name]) => !allowed.has(name)).sort());
      assert.ok(Object.keys(rest(g1)).length >= 20);
      assert.deepEqual(rest(g1), rest(g2));
    });
  });
});
