import type {Mutant} from '../mutant.js';

const SCHEMAS = {file: 'src/api/schemas.ts', test: 'test/api/read.test.ts'};
const NORMALISE = {file: 'src/api/normalise.ts', test: 'test/api/normalise.test.ts'};
const LINKS = {file: 'src/api/links.ts', test: 'test/elements/values.test.ts'};
const STATUS = {file: 'src/view/device-status-view.ts', test: 'test/elements/long-texts.test.ts'};
const CLEAN = {file: 'src/text/clean.ts', test: 'test/elements/long-texts.test.ts'};
const PAGES = {file: 'src/api/pages.ts', test: 'test/api/pages.test.ts'};

/** What may stand in an answer. */
export const VALUE_MUTANTS: readonly Mutant[] = [
  {row: 'V01', ...SCHEMAS, from: 'custom<number>(isDecimal).check(toNumber)', to: 'custom<number>(Number.isFinite)'},
  {row: 'V02', ...SCHEMAS, from: '&& Number(value) <= 100', to: ''},
  {row: 'V02', ...SCHEMAS, from: ' && Math.abs(Number(value)) < 1e9', to: ''},
  {row: 'V03', ...NORMALISE, file: 'src/api/schemas.ts', from: 'Number(value) || 0', to: 'Number(value)'},
  {row: 'V04', ...NORMALISE, from: '? iso : `${iso}Z`', to: '? iso : iso'},
  {row: 'V05', ...NORMALISE, from: ' || stamp.startsWith(\'0001-\')', to: ''},
  {row: 'V06', ...NORMALISE, from: 'const FUTURE_TOLERANCE_MS = 5 * 60_000;', to: 'const FUTURE_TOLERANCE_MS = Infinity;'},
  {row: 'V10', file: 'src/api/read.ts', test: 'test/api/read.test.ts', from: 'schema.safeParse(dropAll(json, paths))', to: 'schema.safeParse(json)'},
  {row: 'V11', file: 'src/api/client.ts', test: 'test/api/client.test.ts', from: 'id === undefined) dropped += 1;', to: 'id === undefined) dropped += 0;'},
  {row: 'V12', file: 'src/api/client.ts', test: 'test/api/client.test.ts', from: 'else if (!devices.has(id)) {', to: 'else {'},
  {row: 'V15', ...LINKS, from: 'url.protocol === \'https:\' ||', to: 'true ||'},
  {row: 'V15', ...LINKS, from: 'url.username || url.password', to: 'false'},
  {row: 'V08', ...STATUS, test: 'test/elements/values.test.ts', from: 'return cleanText(activity.word);', to: 'return say(\'activity-not-known\');'},
  {row: 'V11', ...SCHEMAS, test: 'test/elements/values.test.ts', from: '(?!\\.\\.?$)', to: ''},
  {row: 'V13', ...CLEAN, from: 'const LONGEST = 200;', to: 'const LONGEST = 2000;'},
  {row: 'V14', ...CLEAN, from: '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069', to: ''},
  {row: 'V14', ...STATUS, from: '<bdi>${name}</bdi>', to: '${name}'},
  {row: 'T16', file: 'src/text/format.ts', test: 'test/elements/time.test.ts', from: '< 2 * DAY_MS', to: '< DAY_MS'},
  {row: 'pages', ...PAGES, from: 'url?.origin !== first.origin || ', to: '!url || '},
  {row: 'pages', ...PAGES, from: ' || url.pathname !== first.pathname', to: ''},
  {row: 'pages', ...PAGES, from: 'const MAX_PAGES = 50;', to: 'const MAX_PAGES = 51;'},
  {row: 'pages', ...PAGES, from: '> LIMIT_BYTES) throw tooLarge();', to: '> Infinity) throw tooLarge();'},
];
