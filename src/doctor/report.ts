import {UNASKED} from './check.js';
import {NO_OTHER} from './checks/other-devices.js';
import type {Verdict} from './examine.js';
import type {Finding} from './finding.js';

/** Colours text where the terminal can. */
export type Paint = (colour: keyof typeof CODES, text: string) => string;

const CODES = {red: 31, green: 32, yellow: 33, dim: 2};

export const painter = (isColoured: boolean): Paint => (colour, text) => (isColoured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);

const reasonOf = ({findings}: Pick<Verdict, 'findings'>): string => findings.find(({is}) => is === 'skip')?.saw ?? '';

const COLOUR = {ok: 'green', problem: 'red', skipped: 'yellow'} as const;

/** One line for the check, and below it what was found and what to do. */
export function linesOf({id, holds, is, findings}: Verdict, paint: Paint): string[] {
  const reason = is === 'skipped' ? `: ${reasonOf({findings})}` : '';
  return [
    `${paint(COLOUR[is], is.padEnd(7))}  ${id.padEnd(13)}  ${holds}${reason}`,
    ...findings.filter(finding => finding.is !== 'skip').flatMap((finding, at, told) => tell(finding, told[at + 1], paint)),
  ];
}

const INDENT = ' '.repeat(24);

/** The same advice for several findings stands once, below the last of them. */
function tell({is, saw, advice}: Finding, next: Finding | undefined, paint: Paint): string[] {
  if (is === 'note') return [paint('dim', `${INDENT}note: ${saw}`)];
  return [`${INDENT}${saw}`, ...(advice && advice !== next?.advice ? [paint('dim', `${INDENT}→ ${advice}`)] : [])];
}

export function summaryOf(verdicts: readonly Verdict[]): string {
  const {ok, problem, skipped} = countOf(verdicts);
  const counts = `${ok} ok, ${problem} ${problem === 1 ? 'problem' : 'problems'}, ${skipped} skipped`;
  const left = Object.entries({'--yes': UNASKED, '--other-id': NO_OTHER}).filter(([, reason]) => verdicts.some(verdict => reasonOf(verdict) === reason));
  return left.length ? `${counts}. Not all was checked: run it with ${left.map(([option]) => option).join(' and ')}.` : counts;
}

const FEW = 3;

/** What was left out, at the end: many for one reason are one line. */
export function linesOfSkipped(skipped: readonly Verdict[], paint: Paint): string[] {
  const reasons = [...new Set(skipped.map(reasonOf))];
  return reasons.map(reason => [reason, skipped.filter(verdict => reasonOf(verdict) === reason)] as const).flatMap(([reason, verdicts]) => verdicts.length < FEW
    ? verdicts.flatMap(verdict => linesOf(verdict, paint))
    : [`${paint('yellow', 'skipped')}  ${verdicts.length} checks: ${reason}`, paint('dim', `         ${verdicts.map(({id}) => id).join(', ')}`)]);
}

/** For scripts: `problems` is the exit code's reason. */
export function jsonOf(verdicts: readonly Verdict[]): string {
  const {ok, problem, skipped} = countOf(verdicts);
  return JSON.stringify({ok, problems: problem, skipped, checks: verdicts}, null, 2);
}

const countOf = (verdicts: readonly Verdict[]): Record<Verdict['is'], number> => {
  const number = (is: Verdict['is']) => verdicts.filter(verdict => verdict.is === is).length;
  return {ok: number('ok'), problem: number('problem'), skipped: number('skipped')};
};
