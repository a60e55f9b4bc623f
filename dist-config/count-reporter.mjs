/** A reporter for web-test-runner whose last line is the plain count that `test/run.mjs` adds up. */
export function countReporter() {
  return {
    stop({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0};
      for (const {errors, testResults} of sessions) {
        count.failed += errors?.length ?? 0;
        for (const test of testsIn(testResults)) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      }
      process.once('exit', () => console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
    },
  };
}

const testsIn = suite => suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
