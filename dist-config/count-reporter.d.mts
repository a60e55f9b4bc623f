interface Suite {
  readonly tests: readonly {readonly name: string; readonly passed: boolean; readonly skipped: boolean}[];
  readonly suites: readonly Suite[];
}
interface Session {
  readonly browser: {readonly name: string};
  readonly testResults?: Suite;
}
export function countReporter(): {stop(run: {sessions: readonly Session[]}): void};
export function recordsOf(sessions: readonly Session[]): string;
