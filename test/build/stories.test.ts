import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {CARDS, CARD_SITUATIONS} from '../../stories/situations.js';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const files = readdirSync(new URL('../../stories', import.meta.url)).filter(name => name.endsWith('.stories.ts'));

describe('the stories', () => {
  it('are all shown and read by axe in test/stories', () => {
    const imported = [...read('test/stories/all-stories.ts').matchAll(/stories\/([\w-]+\.stories)\.js/g)].map(([, name]) => `${name}.ts`);
    assert.deepEqual(imported.sort(), files.filter(name => read(`stories/${name}`).includes('title: \'Situations/')).sort());
  });

  it('have one for each situation of each kind of device', () => {
    for (const kind of Object.keys(CARDS)) {
      const told = [...read(`stories/${kind}.stories.ts`).matchAll(/card\('([\w-]+)', '([\w ]+)'\)/g)].map(([, of, situation]) => [of, situation]);
      assert.deepEqual(told, CARD_SITUATIONS.map(situation => [kind, situation]));
    }
  });
});
