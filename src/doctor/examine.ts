import {lackOf, type Check} from './check.js';
import type {Exam} from './exam.js';
import {skip, type Finding} from './finding.js';

export interface Verdict {
  readonly id: string;
  readonly holds: string;
  readonly is: 'ok' | 'problem' | 'skipped';
  readonly findings: readonly Finding[];
}

/**
 * Makes all checks and gives their verdicts in the order of the table. Those that only read run at once; those that write
 * one after the other, as they write to the same device; the last ones when all others are done.
 */
export async function* examine(checks: readonly Check[], exam: Exam): AsyncIterable<Verdict> {
  const writes = (check: Check) => check.needs.includes('consent');
  const others = new Map<Check, Promise<Verdict>>();
  let written: Promise<unknown> = Promise.resolve();
  for (const check of checks.filter(({isLast}) => !isLast)) {
    const verdict = writes(check) ? written.then(() => verdictOn(check, exam)) : verdictOn(check, exam);
    if (writes(check)) written = verdict;
    others.set(check, verdict);
  }
  for (const check of checks) {
    if (check.isLast) await Promise.all(others.values());
    yield await (others.get(check) ?? verdictOn(check, exam));
  }
}

async function verdictOn(check: Check, exam: Exam): Promise<Verdict> {
  const lack = lackOf(check, exam);
  const findings = lack ? [skip(lack)] : await gather(check, exam);
  const has = (is: Finding['is']) => findings.some(finding => finding.is === is);
  return {id: check.id, holds: check.holds, is: has('problem') ? 'problem' : has('skip') ? 'skipped' : 'ok', findings};
}

/** A check that breaks off has not found that all is well. */
async function gather(check: Check, exam: Exam): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for await (const finding of check.run(exam)) findings.push(finding);
  } catch (error) {
    findings.push(skip((error as Error).message));
  }
  return findings;
}
