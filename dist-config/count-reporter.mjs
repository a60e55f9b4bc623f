/**
 * A reporter for web-test-runner whose last line is the plain count that `test/run.mjs` adds up. The rows that tests prove go
 * into the file that `PODERO_TEST_ROWS` names.
 */
import {appendFileSync} from 'node:fs';
import {recordOf} from './row-records.mjs';

export function countReporter() {
  return {
    stop({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0};
      for (const {errors, testResults} of sessions) {
        count.failed += errors?.length ?? 0;
        for (const test of testsIn(testResults)) count[resultOf(test)]++;
      }
      if (process.env.PODERO_TEST_ROWS) appendFileSync(process.env.PODERO_TEST_ROWS, recordsOf(sessions));
      process.once('exit', () => console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
    },
  };
}

const testsIn = suite => suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];

const resultOf = ({skipped, passed}) => skipped ? 'skipped' : passed ? 'passed' : 'failed';

export const recordsOf = sessions => sessions.flatMap(({browser, testResults}) =>
  testsIn(testResults).map(test => recordOf(test.name, browser.name, resultOf(test)))).join('');
