import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {drawIcons, ICONS_FILE} from '../../dist-config/draw-icons.mjs';
import {ROOT} from '../../dist-config/prepare.mjs';

describe('the icons', () => {
  it('are Lucide’s own, of the version that is installed: npm run icons', async () => {
    assert.equal(readFileSync(ROOT + ICONS_FILE, 'utf8'), await drawIcons());
  });
});
