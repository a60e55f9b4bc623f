import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {listen, type Listening} from '../../demo/listen.js';
import {newestIn, ROOT} from '../../dist-config/prepare.mjs';
import {storiesIn, type IndexedStory} from './shot.js';

const FOLDER = 'storybook-static';

/** What it is made of; the stories' devices are the sandbox's. */
const SOURCES = ['.storybook', 'stories', 'src', 'docs', 'demo/sandbox', 'test/fixtures', 'dist-config', 'package.json', 'package-lock.json'];

/** Builds the Storybook where it is missing, or older than what it is made of. */
export function ensureStorybook(): void {
  if (newestIn(`${FOLDER}/index.json`) > Math.max(...SOURCES.map(newestIn))) return;
  console.log('Building the Storybook …');
  const {status} = spawnSync('npm', ['run', '--silent', 'build:storybook'], {cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32'});
  if (status !== 0) throw new Error('The Storybook could not be built; the reason is above.');
}

export function builtStories(): readonly IndexedStory[] {
  const stories = storiesIn(readFileSync(join(ROOT, FOLDER, 'index.json'), 'utf8'));
  if (!stories.length) throw new Error('The Storybook was built, but there is no story in it.');
  return stories;
}

/** On this machine only, at any free port. */
export const serveStorybook = (): Promise<Listening> =>
  listen(new Hono().use('/*', serveStatic({root: join(ROOT, FOLDER)})).fetch, {port: 0, host: '127.0.0.1'});
