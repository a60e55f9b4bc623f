/** Which tests run in a page, and which of them share one: a page for each file costs three browsers a second each. */
import {readdirSync} from 'node:fs';
import {ROOT} from './prepare.mjs';

/** Their folders run in Node, or in pages that they open themselves. */
const IN_NODE = ['proxy', 'doctor', 'cli', 'demo', 'build', 'browser'];

/** Each page, `test/pages/<name>.test.ts`, with its folders: those that leave nothing behind in the page, nor in a module. */
const SHARED = {logic: ['domain', 'text', 'api', 'internal', 'polling', 'properties'], view: ['view', 'chart']};

export const files = ['test/**/*.test.ts', `!test/{${[...IN_NODE, ...Object.values(SHARED).flat()].join()}}/**`];

const filesIn = isMeant => readdirSync(`${ROOT}test`, {recursive: true})
  .filter(name => name.endsWith('.test.ts') && isMeant(name.split('/')[0]))
  .map(name => `test/${name}`)
  .sort();

export const allFiles = () => filesIn(folder => ![...IN_NODE, 'pages'].includes(folder));

export const sharedPages = () => Object.fromEntries(Object.entries(SHARED).map(([page, folders]) => [page, filesIn(folder => folders.includes(folder))]));

/** For the pages. */
export const serveNames = () => ({
  name: 'podero-test-names',
  serve: ({path}) => path === '/test-names.json' ? {body: JSON.stringify(sharedPages()), type: 'json'} : undefined,
});
