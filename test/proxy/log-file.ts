import {appendFileSync} from 'node:fs';

interface Entry {
  readonly level?: string;
}

/** `log` of the proxies in tests: to a file that the last step of `npm test` searches, and what matters to the console, as without it. */
export function logToFile(entry: Entry): void {
  const line = JSON.stringify(entry);
  if (process.env.PODERO_TEST_LOG) appendFileSync(process.env.PODERO_TEST_LOG, `${line}\n`);
  if (entry.level === 'warn' || entry.level === 'error') console[entry.level](line);
}
