import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Reading} from '../../../src/proxy/cache.js';
import {createWatch} from '../../../src/proxy/watch.js';

it('a list that was asked for before a change, and came after it, is told to nobody', async () => {
  const reading = (level: number, source: Reading['source']): Reading =>
    ({status: 200, body: JSON.stringify([{id: 'a', battery_level: level}]), etag: `"${level}"`, at: 0, isPassing: false, isStale: false, source});
  const answers = [reading(50, 'api'), reading(40, 'overtaken'), reading(60, 'api')];
  const heard: string[] = [];
  await new Promise<void>(resolve => {
    const next = (_: string, {path}: {path: string}) => Promise.resolve(path === 'inverters' ? answers.shift() ?? reading(60, 'api') : {retryAfterS: undefined});
    const watch = createWatch({reads: {read: next, refresh: next}, userPath: 'u', everySeconds: 0.01, onFailure: () => {}, onEnd: resolve});
    const leave = watch.listen(({text}) => {
      heard.push(text);
      if (text.includes('60')) leave();
    });
    // The watch's own timer does not keep a process alive.
    const alive = setInterval(() => { if (!watch.listeners) clearInterval(alive); }, 10);
  });
  assert.deepEqual(heard.map(text => (JSON.parse(text) as {device: {battery_level: number}}).device.battery_level), [50, 60]);
});
