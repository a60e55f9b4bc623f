/** `npm run shots`: a picture of every story, light and dark, narrow and wide, and a page to look through them. */
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ensureInstalled, ROOT} from '../../dist-config/prepare.mjs';
import {albumOf} from './album.js';
import {photograph} from './camera.js';
import {builtStories, ensureStorybook, serveStorybook} from './storybook.js';

const folder = join(ROOT, 'shots');

try {
  ensureInstalled();
  ensureStorybook();
  const stories = builtStories();
  const storybook = await serveStorybook();
  console.log(`Taking ${stories.length} stories …`);
  // Pictures of stories that are gone would be taken for what is.
  rmSync(folder, {recursive: true, force: true});
  const {pictures, wrong} = await photograph(stories, storybook.url, folder).finally(() => storybook.close());
  writeFileSync(join(folder, 'index.html'), albumOf(stories));
  if (wrong.length) {
    console.error(wrong.join('\n'));
    process.exitCode = 1;
  }
  console.log(`${pictures} pictures of ${stories.length} stories: ${join(folder, 'index.html')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
