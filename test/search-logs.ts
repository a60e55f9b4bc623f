/**
 * The last step of `npm test`: what the other steps printed (`<step>.txt`) and what their proxies logged (`proxies.log`) is
 * searched for canaries. `node --import tsx test/search-logs.ts <folder>`
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {PERSONAL, SECRETS, type Canary} from './canaries.js';

const LOG = 'proxies.log';
const folder = process.argv[2] ?? '.';
const files = readdirSync(folder);
const read = (file: string): string => files.includes(file) ? readFileSync(join(folder, file), 'utf8') : '';

const printed = files.filter(file => file.endsWith('.txt'));
const complaints = [...complainOfSilence(), ...printed.flatMap(file => search(file, SECRETS)), ...search(LOG, [...SECRETS, ...PERSONAL])];

for (const complaint of complaints) console.error(complaint);
if (!complaints.length) console.log(`Nothing that should not be there in what ${printed.length} steps printed and in ${read(LOG).split('\n').length - 1} lines of logs.`);
process.exitCode = complaints.length ? 1 : 0;

/** Where nothing was written, finding nothing means nothing. */
function complainOfSilence(): string[] {
  if (!printed.length) return ['No step has run before this one: "npm test -- node logs".'];
  if (!printed.includes('node.txt') || read(LOG)) return [];
  return ['The proxies of the step "node" have logged nothing: they get `log: logToFile` of test/proxy/log-file.ts.'];
}

/** Where each canary stands for the first time, never the canary itself. */
function search(file: string, canaries: readonly Canary[]): string[] {
  const lines = read(file).split('\n').map(plain);
  return canaries
    .map(({kind, text}) => ({kind, line: lines.findIndex(line => line.includes(plain(text))) + 1}))
    .filter(({line}) => line)
    .map(({kind, line}) => `${file === LOG ? 'The proxies logged' : `The step "${file.replace('.txt', '')}" printed`} ${kind} (line ${line}).`);
}

/** However it is written: in an address, or by somebody who shouts. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('%40', '@');
}
