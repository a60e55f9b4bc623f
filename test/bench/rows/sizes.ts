/** B1 and B2: bytes, compressed as a server does it. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import type {Lab} from '../lab.js';
import type {Row} from '../row.js';

const CDN = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

const gzipped = (path: string): number => gzipSync(readFileSync(path), {level: 9}).length / 1000;

/** All scripts below a folder whose names are meant. */
const sumOf = (folder: string, isMeant: (name: string) => boolean): number => readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.js') && isMeant(name))
  .reduce((sum, name) => sum + gzipped(join(folder, name)), 0);

const LANGUAGE = /^chunks\/[a-z]{2}-/;
const CLASSIC = 'podero-widgets.classic.js';

export const sizes: Row = {
  id: 'B1, B2',
  title: 'Sizes, gzip',
  measure: ({host}: Lab) => Promise.resolve([
    {
      row: 'B1', what: 'whole bundle in English, chart included', unit: 'kB',
      product: sumOf(CDN, name => name !== CLASSIC && !LANGUAGE.test(name)),
      vanilla: sumOf(host.peers, name => /^vanilla[-.]/.test(name)),
      react: sumOf(host.peers, name => /^react[-.]/.test(name)),
      limits: [{of: 'react', reach: 0.6}],
    },
    {row: 'B2', what: 'the entry and what it imports', unit: 'kB', product: gzipped(`${CDN}podero-widgets.js`), limits: [{reach: 27, aim: 24}]},
    {row: 'B2', what: 'a first load in German beside it', unit: 'kB', product: sumOf(CDN, name => /^chunks\/de-/.test(name)), limits: [{reach: 6}]},
  ]),
};
