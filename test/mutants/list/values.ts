import type {Mutant} from '../mutant.js';

const SCHEMAS = {file: 'src/api/schemas.ts', test: 'test/api/read.test.ts'};
const NORMALISE = {file: 'src/api/normalise.ts', test: 'test/api/normalise.test.ts'};
const LINKS = {file: 'src/api/links.ts', test: 'test/elements/values.test.ts'};

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
];
