import {seriesStepSchema} from '../api/series-schema.js';

/** A query as it goes upstream, or a sentence that says what is wrong with it. */
export type Query = {readonly query: string} | {readonly fault: string};

interface Parameter {
  readonly form: RegExp;
  readonly is: string;
}

const INSTANT: Parameter = {form: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, is: 'one ISO 8601 date-time with a zone'};

const oneOf = (...words: string[]): Parameter => ({form: new RegExp(`^(${words.join('|')})$`), is: `one of ${words.join(', ')}`});

/** Only what the answer may name. */
const SERIES_FIELDS = Object.keys(seriesStepSchema.def.shape).filter(name => name !== 'time').join('|');
const KEYWORDS: Parameter = {form: new RegExp(`^(${SERIES_FIELDS})(,(${SERIES_FIELDS}))*$`), is: `a list, without spaces, of ${SERIES_FIELDS.replaceAll('|', ', ')}`};

/** A month of quarters of an hour, or a year of hours: no chart shows more, and nobody is to fill the cache with what nobody sees. */
const MOST_STEPS = 9000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS: Readonly<Record<string, number>> = {
  '15MIN': HOUR_MS / 4, '1HOUR': HOUR_MS, '1DAY': DAY_MS, '1WEEK': 7 * DAY_MS, '1MONTH': 28 * DAY_MS, '1QUARTER': 90 * DAY_MS, '1YEAR': 365 * DAY_MS,
};

/** What a request for history may say. Whatever else a page sends would reach the API unseen: it is refused, not dropped. */
const queryOf = (from: string, to: string, usual: string, others: Readonly<Record<string, Parameter>>) => {
  const allowed: ReadonlyMap<string, Parameter> = new Map(Object.entries({[from]: INSTANT, [to]: INSTANT, ...others}));
  return (sent: URLSearchParams): Query => {
    const wrong = [...sent].find(([name, value]) => !allowed.get(name)?.form.test(value) || sent.getAll(name).length > 1)?.[0];
    const parameter = wrong === undefined ? undefined : allowed.get(wrong);
    if (parameter) return {fault: `${wrong} has to be ${parameter.is}.`};
    if (wrong !== undefined) return {fault: `Only ${[...allowed.keys()].join(', ')} may be asked with.`};
    if (!sent.has(from) || !sent.has(to)) return {fault: `${from} and ${to} are missing.`};
    const [begin, end] = [from, to].map(name => Date.parse(sent.get(name) ?? '')) as [number, number];
    if (!(begin < end)) return {fault: `${from} has to be before ${to}, and both have to be in the calendar.`};
    if ((end - begin) / (STEPS_MS[sent.get('resolution') ?? usual] ?? DAY_MS) > MOST_STEPS) return {fault: `That would be more than ${MOST_STEPS} steps: ask for less time, or for longer steps.`};
    return {query: sent.toString()};
  };
};

export const savingsQuery = queryOf('from', 'to', '1MONTH', {resolution: oneOf('1DAY', '1WEEK', '1MONTH', '1QUARTER', '1YEAR')});

export const seriesQuery = queryOf('from_datetime', 'to_datetime', '15MIN', {resolution: oneOf('15MIN', '1HOUR', '1DAY', '1WEEK', '1MONTH'), keywords: KEYWORDS});
