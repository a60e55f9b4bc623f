import type {Row} from './expected.js';
import {LATER, MISSING, ROWS} from './expected.js';

/** What one test said about rows in one engine; a line of `row-records.mjs`. */
export interface RowRecord {
  readonly rows: readonly string[];
  readonly engine: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** The reason where it was skipped, else its name. */
  readonly why: string;
}

export interface Tally {
  /** One for each row. */
  readonly lines: readonly string[];
  /** What is missing, or red. */
  readonly complaints: readonly string[];
}

export const recordsIn = (text: string): readonly RowRecord[] => text.split('\n').filter(Boolean).map(line => JSON.parse(line) as RowRecord);

/** A row needs a test in each of the engines that are demanded; what others say counts as well. */
export function tally(records: readonly RowRecord[], engines: readonly string[], demanded = engines): Tally {
  const rows = Object.keys(ROWS) as Row[];
  const of = (row: string, engine: string) => records.filter(record => record.engine === engine && record.rows.includes(row));
  const unknown = new Set(records.flatMap(({rows: named}) => named).filter(row => !(row in ROWS)));
  return {
    lines: rows.map(row => [row, ...engines.map(engine => `${engine} ${inWords(of(row, engine))}`), `· ${ROWS[row]}${laterOf(row)}`].join(' ')),
    complaints: [
      ...rows.flatMap(row => complaintsOf(row, engines, demanded, engine => of(row, engine))),
      ...[...unknown].map(row => `A test bears the number ${row}, which no row has.`),
    ],
  };
}

const laterOf = (row: Row): string => LATER[row] ? ` (${LATER[row]})` : '';

/** How many passed, and what else there is. */
function inWords(records: readonly RowRecord[]): string {
  const [passed, failed] = (['passed', 'failed'] as const).map(wanted => records.filter(({result}) => result === wanted).length);
  const skipped = records.filter(({result}) => result === 'skipped').map(({why}) => ` skipped (${why})`);
  return `${passed || (skipped.length ? '' : '–')}${failed ? ` FAILED ${failed}` : ''}${skipped.join('')}`.trim();
}

/** A test that was skipped says why, and stands for its engine; one of the engines has to have passed. */
function complaintsOf(row: Row, engines: readonly string[], demanded: readonly string[], recordsOf: (engine: string) => readonly RowRecord[]): string[] {
  const red = engines.filter(engine => recordsOf(engine).some(({result}) => result === 'failed'));
  if (red.length) return [`${row} is red in ${red.join(', ')}.`];
  if (MISSING.includes(row)) return [];
  const absent = demanded.filter(engine => !recordsOf(engine).length);
  if (absent.length) return [`${row} has no test in ${absent.join(', ')}.`];
  return engines.some(engine => recordsOf(engine).some(({result}) => result === 'passed')) ? [] : [`${row} was skipped everywhere.`];
}
