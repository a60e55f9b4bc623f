/** Which tests run in a page, and which of them share one: a page for each file costs three browsers a second each. */
import {readdirSync} from 'node:fs';
import {ROOT} from './prepare.mjs';

/** Their folders run in Node, or in pages that they open themselves. */
const IN_NODE = ['proxy', 'doctor', 'cli', 'demo', 'build', 'browser'];

/** Each page, `test/pages/<name>.test.ts`, with its folders and files: those that leave nothing behind in the page, nor in a module. */
const SHARED = {
  logic: ['domain', 'text', 'api', 'internal', 'polling', 'properties'],
  view: ['view', 'chart'],
  push: ['push'],
  looks: ['styles/contrast', 'styles/hostile-tokens', 'styles/older-engine', 'styles/styles', 'elements/colours', 'elements/media'],
  words: ['elements/aloud', 'elements/live', 'elements/long-texts', 'elements/readable', 'elements/targets'],
  charts: ['chart-compare', 'chart-csv', 'chart-day', 'chart-periods', 'chart-reading', 'chart-series', 'chart-week'].map(name => `elements/${name}`),
  cards: ['elements/podero-device-card', 'elements/values', 'elements/time', 'elements/given-devices', 'elements/one-device', 'elements/reconnect', 'elements/flagged-details', 'elements/focus'],
  lists: ['elements/podero-device-list', 'elements/podero-device-list-events', 'elements/podero-device-list-pages', 'elements/podero-device-list-settings', 'elements/settings'],
};

export const files = ['test/**/*.test.ts', `!test/{${IN_NODE.join()}}/**`, ...Object.values(SHARED).flat().flatMap(place => [`!test/${place}/**`, `!test/${place}.test.ts`])];

const filesIn = isMeant => readdirSync(`${ROOT}test`, {recursive: true})
  .filter(name => name.endsWith('.test.ts') && isMeant(name))
  .map(name => `test/${name}`)
  .sort();

export const allFiles = () => filesIn(name => ![...IN_NODE, 'pages'].includes(name.split('/')[0]));

export const sharedPages = () => Object.fromEntries(Object.entries(SHARED).map(([page, places]) =>
  [page, filesIn(name => places.some(place => name.startsWith(`${place}/`) || name === `${place}.test.ts`))]));

/** For the pages. */
export const serveNames = () => ({
  name: 'podero-test-names',
  serve: ({path}) => path === '/test-names.json' ? {body: JSON.stringify(sharedPages()), type: 'json'} : undefined,
});
