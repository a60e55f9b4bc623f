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
const demanded = namesOf(enginesForOurs(engines));
const {lines, complaints} = tally(records, namesOf(engines), demanded);

console.log(lines.join('\n'));
if (demanded.length < engines.length) console.log(`\nDemanded in ${demanded.join()}; THOROUGH=yes demands all of them in each engine.`);
if (complaints.length) console.error(`\n${complaints.join('\n')}`);
process.exitCode = complaints.length ? 1 : 0;
