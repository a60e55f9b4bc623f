import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {albumOf} from '../shots/album.js';
import {fileOf, storiesIn} from '../shots/shot.js';

const story = (id: string, title: string, name: string) => ({id, title, name});
const OLD = story('heat-pump--old', 'Heat pump', 'Old');
const FINE = story('heat-pump--fine', 'Heat pump', 'Fine');
const EMPTY = story('list--empty', 'List', '<Empty>');

describe('the pictures of the stories', () => {
  it('are of stories, not of pages of documentation', () => {
    const entries = {[OLD.id]: {...OLD, type: 'story', importPath: './a.ts'}, 'heat-pump--docs': {...story('heat-pump--docs', 'Heat pump', 'Docs'), type: 'docs'}};
    assert.deepEqual(storiesIn(JSON.stringify({v: 5, entries})), [OLD]);
  });

  it('stand by title, light beside dark, narrow before wide', () => {
    const album = albumOf([OLD, EMPTY, FINE]);
    assert.deepEqual([...album.matchAll(/<h2>(.*?)<\/h2>|<h3>(.*?)<\/h3>/g)].map(([, title, name]) => title ?? name), ['Heat pump', 'Old', 'Fine', 'List', '&lt;Empty&gt;']);
    const sources = [...album.matchAll(/src="(heat-pump--old.*?)"/g)].map(([, file]) => file);
    assert.deepEqual(sources, ['light-360', 'dark-360', 'light-900', 'dark-900'].map(name => `heat-pump--old-${name}.png`));
  });

  it('have a file each', () => {
    const files = [OLD, FINE].flatMap(each => [fileOf(each, 'light', 360), fileOf(each, 'dark', 360), fileOf(each, 'dark', 900)]);
    assert.equal(new Set(files).size, 6);
  });
});
