#!/usr/bin/env node
/** The program `podero-widgets`. What a command needs is loaded when it is asked for. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {HELP} from './help.js';

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['proxy', async args => (await import('./serve.js')).runProxy(args)],
  ['doctor', async args => (await import('../doctor/cli.js')).runDoctor(args)],
  ['--help', async () => say(HELP)],
  ['-h', async () => say(HELP)],
  ['--version', async () => say(versionOfPackage())],
]);

function say(text: string): number {
  console.log(text);
  return 0;
}

/** Both the source and the built program lie two folders below it. */
function versionOfPackage(): string {
  return (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {version: string}).version;
}

async function refuse(name: string | undefined): Promise<number> {
  console.error(name === undefined
    ? 'podero-widgets: say what to do: "proxy" or "doctor"; --help tells more.'
    : `podero-widgets: there is no command ${JSON.stringify(name)}, only "proxy" and "doctor"; --help tells more.`);
  return 2;
}

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS.get(name ?? '') ?? (() => refuse(name));
process.exitCode = await command(args);
