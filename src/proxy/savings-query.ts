const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** What a request for savings may say. Whatever else a page sends would reach the API unseen: it is refused, not dropped. */
const ALLOWED: ReadonlyMap<string, {readonly form: RegExp; readonly fault: string}> = new Map(Object.entries({
  from: {form: INSTANT, fault: 'from has to be one ISO 8601 date-time with a zone.'},
  to: {form: INSTANT, fault: 'to has to be one ISO 8601 date-time with a zone.'},
  resolution: {form: /^1(DAY|WEEK|MONTH|QUARTER|YEAR)$/, fault: 'resolution has to be one of 1DAY, 1WEEK, 1MONTH, 1QUARTER, 1YEAR.'},
}));

/** The query as it goes upstream, or a sentence that says what is wrong with it. */
export function savingsQuery(sent: URLSearchParams): {readonly query: string} | {readonly fault: string} {
  const wrong = [...sent].find(([name, value]) => !ALLOWED.get(name)?.form.test(value) || sent.getAll(name).length > 1);
  if (wrong) return {fault: ALLOWED.get(wrong[0])?.fault ?? 'Only from, to and resolution may be asked with.'};
  if (!sent.has('from') || !sent.has('to')) return {fault: 'from and to are missing.'};
  if (Date.parse(sent.get('from') ?? '') >= Date.parse(sent.get('to') ?? '')) return {fault: 'from has to be before to.'};
  return {query: sent.toString()};
}
