/**
 * `npm run soak`: ten minutes in which everything goes wrong, which are five hours of the page's own time.
 * `npm run soak -- --seconds 60 --seed 123` is shorter, and throws the dice as the run that printed this seed.
 */
import {parseArgs} from 'node:util';
import {ensureBuilt} from '../../dist-config/prepare.mjs';
import type {Held} from './page.js';
import {Random} from './random.js';
import {Soak, SPEED} from './soak.js';

/** What counts as leaked, by cycle: less than one of the eight elements that come and go in it, and thirty requests. L03 counts exactly. */
const LIMITS: Held = {heapBytes: 50_000, nodes: 200, listeners: 0.9};

const {values: {seconds, seed}} = parseArgs({options: {
  seconds: {type: 'string', default: '600'},
  seed: {type: 'string', default: String(Math.floor(Math.random() * 1e6))},
}});

ensureBuilt();
console.log(`seed ${seed}, ${seconds} s, the page's time runs ${SPEED} times as fast`);
const soak = await Soak.start(new Random(Number(seed)));
const {requests, messages, mounts, faults, watched, errors, held, cycles, differences} = await soak.run(Date.now() + Number(seconds) * 1000);

const growth = {heapBytes: growthOf('heapBytes'), nodes: growthOf('nodes'), listeners: growthOf('listeners')};
const leaked = (Object.keys(LIMITS) as (keyof Held)[]).filter(kind => growth[kind] > LIMITS[kind]).map(kind => `Every cycle leaks ${Math.round(growth[kind])} ${kind}.`);
const wrong = [...errors, ...watched.wrong, ...leaked, ...differences.map(difference => `In the end: ${difference}`)];

console.log(`requests ${requests}, messages ${messages}, mounts ${mounts}, looks ${watched.looks}, signed out ${watched.signedOut} times`);
console.log(`faults injected ${[...faults.values()].reduce((sum, count) => sum + count, 0)}: ${[...faults].sort().map(([kind, count]) => `${kind} ${count}`).join(' · ')}`);
console.log(`growth per cycle: heap ${Math.round(growth.heapBytes)} B, nodes ${growth.nodes.toFixed(1)}, listeners ${growth.listeners.toFixed(1)} (${cycles} cycles)`);
console.log(`errors ${wrong.length}${wrong.map(text => `\n  ${text}`).join('')}`);
process.exitCode = wrong.length ? 1 : 0;

function growthOf(kind: keyof Held): number {
  return (held.after[kind] - held.before[kind]) / cycles;
}
