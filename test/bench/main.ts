/**
 * `npm run bench`: the built bundle beside a hand-written page and one in React, in headless Chromium. All three have to say the same
 * before anything is measured. Fails where a goal is missed.
 */
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir, totalmem} from 'node:os';
import {join} from 'node:path';
import type {Figure} from './figures.js';
import {Host} from './host.js';
import {openLab, type Lab} from './lab.js';
import type {Options} from './options.js';
import {readOptions} from './options.js';
import {buildPeers} from './peers/build.js';
import {assertSame} from './sameness.js';
import {asMarkdown, intoPage, missed} from './table.js';
import {versions} from './versions.js';

const options = read();
const peers = mkdtempSync(join(tmpdir(), 'podero-bench-'));
process.once('exit', () => rmSync(peers, {recursive: true, force: true}));
await buildPeers(peers);
const host = new Host(peers);
await host.start();
const lab = await openLab(host);
try {
  process.exitCode = report(await measure(lab, options), options, lab);
} finally {
  await lab.close();
  await host.stop();
}

function read(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

async function measure(lab: Lab, {rows, effort}: Options): Promise<readonly Figure[]> {
  await assertSame(lab);
  console.log('All three say the same with 1, 10 and 100 devices, before and after a poll, and of a chart.');
  const figures: Figure[] = [];
  for (const {id, title, measure} of rows) {
    const from = performance.now();
    figures.push(...await measure(lab, effort));
    console.log(`${id} ${title}: ${Math.round((performance.now() - from) / 1000)} s`);
  }
  return figures;
}

/** What the process exits with. */
function report(figures: readonly Figure[], {effort, markdown, json}: Options, lab: Lab): number {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB`;
  const about = {date: new Date().toISOString().slice(0, 10), machine, versions: {Chromium: lab.version, ...versions()}, effort};
  const table = `${asMarkdown(figures)}\n\n${aboutInWords(about)}`;
  console.log(`\n${table}\n`);
  if (markdown !== undefined) writeFileSync(markdown, intoPage(existsSync(markdown) ? readFileSync(markdown, 'utf8') : '', table));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({about, figures}, null, 2)}\n`);
  if (!figures.length) throw new Error('Nothing was measured: do the rows go with the sizes?');
  const failed = missed(figures);
  console.log(failed.length ? `${failed.length} of ${figures.length} goals are missed: ${failed.map(({row, what}) => `${row} ${what}`).join('; ')}.` : 'All goals are reached.');
  return failed.length ? 1 : 0;
}

interface About {
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly effort: Options['effort'];
}

function aboutInWords({date, machine, versions: used, effort}: About): string {
  const libraries = Object.entries(used).map(([name, version]) => `${name} ${version}`).join(', ');
  return `${date}, ${machine}; ${libraries}; medians of ${effort.repeats} (what shows 1000 devices ${effort.slowRepeats}, polls and portal ${Math.ceil(effort.repeats / 2)}), interleaved; memory, requests and shifts once.`;
}
