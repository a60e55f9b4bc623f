import {appendFileSync} from 'node:fs';
import type {LogEntry} from '../../src/proxy/index.js';

/** The same, for a test that looks at the entries. */
export const logInto = (entries: LogEntry[]) => (entry: LogEntry): void => {
  entries.push(entry);
  toFile(entry);
};

/** `log` of the proxies in tests: to a file that the last step of `npm test` searches, and what matters to the console, as without it. */
export function logToFile(entry: LogEntry): void {
  toFile(entry);
  if (entry.level !== 'info') console[entry.level](JSON.stringify(entry));
}

function toFile(entry: LogEntry): void {
  if (process.env.PODERO_TEST_LOG) appendFileSync(process.env.PODERO_TEST_LOG, `${JSON.stringify(entry)}\n`);
}
