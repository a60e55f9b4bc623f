/** The step `rows` of `npm test`: each row of the faults with its results, from what `unit` and `browser` wrote (`rows-*.jsonl`). `show.ts <folder>` */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {enginesForOurs, findEngines, type Engine} from '../../dist-config/browsers.mjs';
import {recordsIn, tally} from './tally.js';

const folder = process.argv[2] ?? '.';
const files = readdirSync(folder).filter(name => /^rows-.*\.jsonl$/.test(name));
const {engines} = await findEngines();
const namesOf = (found: readonly Engine[]) => found.map(({name}) => name);

const records = files.flatMap(name => recordsIn(readFileSync(join(folder, name), 'utf8')));
const {lines, complaints} = tally(records, namesOf(engines), namesOf(enginesForOurs(engines)));

console.log(lines.join('\n'));
if (complaints.length) console.error(`\n${complaints.join('\n')}`);
process.exitCode = complaints.length ? 1 : 0;
