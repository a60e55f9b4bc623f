/** What the benchmark counts is held in every run: requests, changes of the page, what is left behind, what moves. Never times. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {verdictOf} from '../bench/figures.js';
import {Host} from '../bench/host.js';
import {openLab, type Lab} from '../bench/lab.js';
import type {Effort} from '../bench/row.js';
import {kept} from '../bench/rows/kept.js';
import {oneChange, unchangedPoll} from '../bench/rows/poll.js';
import {portal} from '../bench/rows/portal.js';
import {requests} from '../bench/rows/requests.js';
import {shift} from '../bench/rows/shift.js';

/** The product alone, as often as a count needs it. */
const EFFORT: Effort = {who: ['product'], sizes: [], repeats: 1, slowRepeats: 1, cycles: 30};

describe('the counts of the benchmark', () => {
  let lab: Lab;
  const host = new Host('');

  before(async () => {
    await host.start();
    lab = await openLab(host);
  });

  after(async () => {
    await lab.close();
    await host.stop();
  });

  for (const row of [unchangedPoll, oneChange, kept, requests, shift, portal]) {
    it(`${row.id}: ${row.title}`, async () => {
      const counts = (await row.measure(lab, EFFORT)).filter(({unit}) => unit === '');
      assert.ok(counts.length > 0);
      const missed = counts.filter(figure => figure.limits.some(limit => verdictOf(figure, limit) === 'missed'));
      assert.deepEqual(missed.map(({what, product}) => `${what}: ${product}`), []);
    });
  }
});
