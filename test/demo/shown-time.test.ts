import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inRealTime, realTimeOf} from '../../demo/portal/shown-time.js';
import {createClock} from '../../demo/sandbox/clock.js';

/** A clock over a real time that the test moves. */
function world() {
  const real = {ms: 1_000_000};
  const clock = createClock(() => real.ms);
  return {real, clock, shown: (at: number) => realTimeOf(at, clock.runs())};
}

describe('the real time of a simulated instant', () => {
  it('is the same while nobody has moved the clock', () => {
    const {shown} = world();
    assert.deepEqual([0, 999_999, 1_000_000, 1_000_001].map(shown), [0, 999_999, 1_000_000, 1_000_001]);
  });

  it('is the moment of the jump for all that was left out, and goes on from there', () => {
    const {clock, real, shown} = world();
    clock.advance(60_000);
    real.ms += 10;
    assert.deepEqual([999_000, 1_000_500, 1_059_999, 1_060_000, 1_060_010].map(shown), [999_000, 1_000_000, 1_000_000, 1_000_000, 1_000_010]);
  });

  it('never goes back while the clock runs faster, slower, stands or jumps on', () => {
    const {clock, real, shown} = world();
    const instants: number[] = [];
    for (const change of [() => clock.setSpeed(600), () => clock.stop(), () => clock.resume(), () => clock.advance(3_600_000), () => clock.setSpeed(1)]) {
      change();
      real.ms += 777;
      instants.push(clock.now().getTime());
    }
    const times = instants.map(shown);
    assert.deepEqual(times, times.toSorted((a, b) => a - b));
    assert.equal(shown(clock.now().getTime()), real.ms);
  });

  it('forgets what was before a jump back', () => {
    const {clock, shown} = world();
    clock.advance(60_000);
    clock.set(new Date(500_000));
    assert.deepEqual([400_000, 500_000].map(shown), [900_000, 1_000_000]);
  });
});

describe('an answer in real time', () => {
  it('has the simulation\'s stamps moved, and everything else as it was', async () => {
    const {clock} = world();
    clock.advance(60_000);
    const sent = {at: new Date(1_060_000).toISOString(), made: '2024-01-10T08:00:00Z', said: '1970-01-01T00:17:40.000+00:00', n: 1};
    const answer = await inRealTime(Response.json(sent, {status: 203, headers: {vary: 'Cookie'}}), clock.runs());
    assert.deepEqual([answer.status, answer.headers.get('vary')], [203, 'Cookie']);
    assert.deepEqual(await answer.json(), {...sent, at: new Date(1_000_000).toISOString()});
  });
});
