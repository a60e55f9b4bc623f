/** How large is what leaves the repository: gzip, bytes. */
import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {gzipSync} from 'node:zlib';
import {parseAst} from 'vite';

const DIST = new URL('../../dist/', import.meta.url);

export const read = (name: string): string => readFileSync(new URL(name, DIST), 'utf8');

/** What a script imports as soon as it is loaded. */
export const staticImports = (name: string): string[] => parseAst(read(name)).body.flatMap(node =>
  (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') && node.source
    ? [node.source.value]
    : []);

/** A script and all of ours that it imports. */
export function closureOf(name: string, found: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (found.has(name)) return found;
  const own = staticImports(name).filter(from => from.startsWith('.')).map(from => posix.join(posix.dirname(name), from));
  return own.reduce<ReadonlySet<string>>((all, next) => closureOf(next, all), new Set([...found, name]));
}

const gzipped = (name: string): number => gzipSync(read(name), {level: 9}).length;

export const sizeOf = (...names: readonly string[]): number => names.reduce((sum, name) => sum + gzipped(name), 0);

/** `chunks/view-a1b2c3.js` of `view`. */
export const chunkOf = (name: string): string =>
  `cdn/chunks/${readdirSync(new URL('cdn/chunks/', DIST)).find(file => file.startsWith(`${name}-`) && file.endsWith('.js'))}`;
