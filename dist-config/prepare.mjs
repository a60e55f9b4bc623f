/** Makes a clone ready: installs and builds what is missing or out of date. Imports only what Node has, so that it runs first. */
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a build is made of. */
const SOURCES = ['src', 'dist-config', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const BUILT = 'dist/cdn/podero-widgets.js';

/** Runs `npm ci` where the installed packages are missing or older than the lockfile. */
export function ensureInstalled() {
  const installed = timeOf('node_modules/.package-lock.json');
  if (installed && installed >= timeOf('package-lock.json')) return;
  console.log('Installing the packages (npm ci) …');
  run('npm', ['ci'], 'The packages could not be installed. Check the network and the npm registry, then try again.');
}

/** Builds `dist/` where it is missing or older than what it is made of. */
export function ensureBuilt() {
  if (timeOf(BUILT) > Math.max(...SOURCES.map(newestIn))) return;
  console.log('Building …');
  build();
}

export function build() {
  run(process.execPath, [join(ROOT, 'dist-config/build.mjs')], 'The build failed; the reason is above.');
}

function run(command, args, complaint) {
  const {status} = spawnSync(command, args, {cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm'});
  if (status === 0) return;
  console.error(complaint);
  process.exit(1);
}

/** 0 for what is not there. */
function timeOf(path) {
  return existsSync(join(ROOT, path)) ? statSync(join(ROOT, path)).mtimeMs : 0;
}

/** 0 for what is not there. */
export function newestIn(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return 0;
  if (!statSync(full).isDirectory()) return statSync(full).mtimeMs;
  return Math.max(0, ...readdirSync(full).map(name => newestIn(join(path, name))));
}
