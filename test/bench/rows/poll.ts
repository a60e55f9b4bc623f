/** B10, B11 and B12: what a poll costs the page's main thread, and how much of the page it touches. */
import {setTimeout as pause} from 'node:timers/promises';
import type {Who} from '../contestants.js';
import {POLL_S} from '../contestants.js';
import {median} from '../figures.js';
import {homeOf, withOneChange, type Home} from '../home.js';
import type {Lab, Visit} from '../lab.js';
import {interleaved, type Row} from '../row.js';

const SIZE = 100;
const COLLECTIONS = 3;
/** The first of them warms up. */
const MINUTES = 3;
/** So many of them, and a rest. */
const A_MINUTE = 3;
/** The longest that a contestant waits for its next poll. */
const STEP_MS = 1150 * POLL_S;
const PATIENCE_MS = 30_000;

interface Poll {
  readonly busyMs: number;
  readonly changes: number;
}

/** Lets so much time pass that every contestant asks again, whatever its jitter, and waits until nothing is left to do. */
async function poll({host}: Lab, visit: Visit, home: Home): Promise<Poll> {
  host.home = home;
  const asked = host.asked.length;
  await visit.page.evaluate(() => meter.watch());
  const before = await visit.busyMs();
  await visit.page.evaluate(ms => clock.jump(ms), STEP_MS);
  // Not by frames: each would be work of its own.
  for (const until = performance.now() + PATIENCE_MS; host.asked.length < asked + COLLECTIONS; await pause(5)) {
    if (performance.now() > until) throw new Error('A page no longer polls.');
  }
  return {busyMs: await rest(visit) - before, changes: await visit.page.evaluate(() => meter.changes())};
}

/** How long the page's main thread has been busy when it is so no more. */
async function rest(visit: Visit): Promise<number> {
  let busyMs: number;
  let now = await visit.busyMs();
  do {
    busyMs = now;
    await pause(150);
    now = await visit.busyMs();
  } while (now - busyMs > 2);
  return now;
}

/** Ages tick once a minute after the page has begun, which is no part of a poll. */
async function endMinute(visit: Visit): Promise<void> {
  await visit.page.evaluate(ms => clock.jump(ms), 60_000 - A_MINUTE * STEP_MS);
  await rest(visit);
}

/** The first of each minute has something new all the same: when was read last, which is told in minutes. */
interface Polls {
  readonly firsts: readonly Poll[];
  readonly others: readonly Poll[];
}

/** Of one page, which begins with a minute. */
async function polls(lab: Lab, who: Who, homes: (round: number) => Home): Promise<Polls> {
  const visit = await lab.open(who, {size: SIZE, pageSize: 1000});
  await visit.page.evaluate(() => clock.jump(60_000 - Date.now() % 60_000));
  await visit.begin(who === 'bare' ? {is: 'nothing'} : {is: 'cards', count: SIZE});
  await visit.frames(10);
  const all: Poll[] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    for (let nth = 0; nth < A_MINUTE; nth++) all.push(await poll(lab, visit, homes(all.length + 1)));
    await endMinute(visit);
  }
  await visit.close();
  const kept = all.slice(A_MINUTE);
  return {firsts: kept.filter((_, index) => index % A_MINUTE === 0), others: kept.filter((_, index) => index % A_MINUTE > 0)};
}

const medianMs = (all: readonly Poll[]): number => median(all.map(({busyMs}) => busyMs));
const mostChanges = (all: readonly Poll[]): number => Math.max(...all.map(({changes}) => changes));
const fewestChanges = (all: readonly Poll[]): number => Math.min(...all.map(({changes}) => changes));

/** Times are medians; of changes it is the poll that made most. */
async function compare<T extends Who>(lab: Lab, who: readonly T[], repeats: number, homes: (round: number) => Home) {
  const firsts = new Map<T, Poll[]>(who.map(one => [one, []]));
  const others = new Map<T, Poll[]>(who.map(one => [one, []]));
  const busyMs = await interleaved(who, Math.ceil(repeats / 2), async one => {
    const found = await polls(lab, one, homes);
    firsts.get(one)!.push(...found.firsts);
    others.get(one)!.push(...found.others);
    return medianMs(found.others);
  });
  const each = (of: ReadonlyMap<T, readonly Poll[]>, figure: (all: readonly Poll[]) => number) =>
    Object.fromEntries([...of].map(([one, all]) => [one, figure(all)])) as Record<T, number>;
  return {
    busyMs, changes: each(others, mostChanges), fewest: each(others, fewestChanges),
    first: {busyMs: each(firsts, medianMs), changes: each(firsts, mostChanges)},
  };
}

/** Few changes are good, but each poll has brought one. */
async function compareChanged<T extends Who>(...of: Parameters<typeof compare<T>>) {
  const compared = await compare(...of);
  for (const [who, changes] of Object.entries(compared.fewest)) if (changes === 0) throw new Error(`What ${who} was sent never came to be seen.`);
  return compared;
}

export const unchangedPoll: Row = {
  id: 'B10',
  title: 'A poll that brings nothing new',
  async measure(lab, {who, repeats}) {
    const {busyMs, changes, first} = await compare<Who>(lab, [...who, 'bare'], repeats, () => homeOf(SIZE));
    const {bare} = busyMs;
    const over = (ms: Record<Who, number>) => Object.fromEntries(who.map(one => [one, ms[one] - bare])) as typeof ms;
    return [
      {row: 'B10', what: `mutations, ${SIZE} devices unchanged`, unit: '', ...changes, limits: [{reach: 0}]},
      {row: 'B10', what: `main thread over the bare fetch (${bare.toFixed(1)} ms)`, unit: 'ms', ...over(busyMs), limits: [{reach: 2}]},
      {row: 'B10', what: 'mutations, the first poll of a minute, which is told', unit: '', ...first.changes, limits: []},
      {row: 'B10', what: 'main thread over the bare fetch, the first poll of a minute', unit: 'ms', ...over(first.busyMs), limits: []},
    ];
  },
};

export const oneChange: Row = {
  id: 'B11',
  title: 'A poll that changes one field of 100 devices',
  async measure(lab, {who, repeats}) {
    const home = homeOf(SIZE);
    const {busyMs, changes} = await compareChanged(lab, who, repeats, round => withOneChange(home, round));
    return [
      {row: 'B11', what: `mutations, one field of ${SIZE} devices`, unit: '', ...changes, limits: [{reach: 4}]},
      {row: 'B11', what: `main thread, one field of ${SIZE} devices`, unit: 'ms', ...busyMs, limits: [{of: 'vanilla', reach: 1.5}]},
    ];
  },
};

export const allChange: Row = {
  id: 'B12',
  title: 'A poll that changes everything',
  async measure(lab, {who, repeats}) {
    const {busyMs, changes} = await compareChanged(lab, who, repeats, round => homeOf(SIZE, round));
    return [
      {row: 'B12', what: `mutations, all of ${SIZE} devices`, unit: '', ...changes, limits: []},
      {row: 'B12', what: `main thread, all of ${SIZE} devices`, unit: 'ms', ...busyMs, limits: [{of: 'vanilla', reach: 1.5}, {of: 'react', reach: 1}]},
    ];
  },
};
