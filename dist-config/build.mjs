/** Builds everything that leaves the repository: `dist/cdn`, `dist/npm`, `dist/proxy`, `dist/cli`, `dist/types`, `dist/custom-elements.json`. */
import {spawnSync} from 'node:child_process';
import {copyFileSync, cpSync, rmSync} from 'node:fs';
import {ROOT} from './prepare.mjs';

const STEPS = [
  ['vite', 'build', '--logLevel', 'warn', '-c', 'dist-config/vite.cdn.config.ts'],
  ['vite', 'build', '--logLevel', 'warn', '-c', 'vite.config.ts'],
  ['vite', 'build', '--logLevel', 'warn', '-c', 'dist-config/vite.proxy.config.ts'],
  ['tsc', '-p', 'dist-config/tsconfig.types.json'],
  ['cem', 'analyze', '--quiet', '--config', 'dist-config/custom-elements-manifest.config.js'],
];

// Neither the type checker nor a build into several folders empties them: what was deleted would be published.
for (const folder of ['types', 'proxy', 'cli']) rmSync(`${ROOT}/dist/${folder}`, {recursive: true, force: true});
for (const [tool, ...args] of STEPS) {
  const {status} = spawnSync(`${ROOT}/node_modules/.bin/${tool}`, args, {cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32'});
  if (status !== 0) process.exit(status ?? 1);
}
copyFileSync(`${ROOT}/dist-config/podero-widgets.classic.js`, `${ROOT}/dist/cdn/podero-widgets.classic.js`);
cpSync(`${ROOT}/src/themes`, `${ROOT}/dist/cdn/themes`, {recursive: true});
