import {parseArgs} from 'node:util';
import {CONTESTANTS} from './contestants.js';
import type {Effort, Row} from './row.js';
import {ROWS} from './rows/all.js';

export const USAGE = `npm run bench -- [options]
  --quick              10 and 1000 devices, fewer repeats and cycles: under four minutes
  --rows B4,B12        only these rows of the table: ${ROWS.map(({id}) => id).join(', ')}
  --sizes 1,10         only with so many devices: 1, 10, 100, 1000
  --repeats 7          how often each is measured
  --markdown FILE      writes the table there too, between <!-- bench --> and <!-- /bench --> where the file has them
  --json FILE          writes all figures there`;

export interface Options {
  readonly rows: readonly Row[];
  readonly effort: Effort;
  readonly markdown: string | undefined;
  readonly json: string | undefined;
}

const SIZES = [1, 10, 100, 1000];
const FULL: Effort = {who: CONTESTANTS, sizes: SIZES, repeats: 9, slowRepeats: 3, cycles: 1000};
const QUICK: Effort = {who: CONTESTANTS, sizes: [10, 1000], repeats: 2, slowRepeats: 1, cycles: 30};

/** Throws where an option cannot be used, and says which. */
export function readOptions(args: readonly string[]): Options {
  const {values} = parseArgs({args: [...args], options: {
    quick: {type: 'boolean'}, rows: {type: 'string'}, sizes: {type: 'string'}, repeats: {type: 'string'}, markdown: {type: 'string'}, json: {type: 'string'},
  }});
  const effort = values.quick ? QUICK : FULL;
  return {
    rows: values.rows === undefined ? ROWS : rowsNamed(values.rows.split(',')),
    effort: {
      ...effort,
      ...values.sizes === undefined ? {} : {sizes: values.sizes.split(',').map(size => known(Number(size), SIZES, 'size'))},
      ...values.repeats === undefined ? {} : {repeats: wholeNumber(values.repeats)},
    },
    markdown: values.markdown,
    json: values.json,
  };
}

function rowsNamed(names: readonly string[]): readonly Row[] {
  const wanted = names.map(name => ROWS.find(({id}) => id.split(', ').includes(name)) ?? refuse(`There is no row "${name}".`));
  return ROWS.filter(row => wanted.includes(row));
}

const known = (value: number, values: readonly number[], name: string): number => values.includes(value) ? value : refuse(`There is no ${name} ${value}.`);

function wholeNumber(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : refuse(`--repeats has to be a whole number from 1; it is "${text}".`);
}

function refuse(problem: string): never {
  throw new Error(`${problem}\n${USAGE}`);
}
