/** Results of the tests whose names begin with the rows they prove (`N01 …`, `T11, T12 …`), a line of JSON each, for the step `rows`. */
const ROWS = /^[NHCTLMVE]\d\d(, [NHCTLMVE]\d\d)*\b/;

/** The rows that a test's name begins with. */
export const rowsOf = name => ROWS.exec(name)?.[0].split(', ') ?? [];

/** Nothing for a test that proves no row. @param result `passed`, `failed` or `skipped` */
export function recordOf(name, engine, result, why = name) {
  const rows = rowsOf(name);
  return rows.length ? `${JSON.stringify({rows, engine, result, why})}\n` : '';
}
