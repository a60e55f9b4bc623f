import {readFileSync} from 'node:fs';

const LIBRARIES = ['lit', 'chart.js', 'zod', 'react', 'react-dom', '@tanstack/react-query', 'react-chartjs-2'];

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {version: string}).version;

/** What was measured, as it is installed. */
export const versions = (): Readonly<Record<string, string>> =>
  ({Node: process.version.slice(1), ...Object.fromEntries(LIBRARIES.map(name => [name, versionOf(name)]))});
