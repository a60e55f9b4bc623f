import {runDoctor} from '../../src/doctor/cli.js';
import type {Verdict} from '../../src/doctor/examine.js';

export interface Examined {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

/** The doctor as on a command line where nobody sits, unless `confirm` answers. */
export async function runAsProgram(args: readonly string[], confirm?: (question: string) => Promise<boolean>): Promise<Examined> {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const code = await runDoctor(args, {
    isColoured: false, confirm, print: text => printed.push(text), complain: text => complaints.push(text),
  });
  return {code, output: printed.join('\n'), complaints: complaints.join('\n')};
}

export interface Result {
  readonly verdicts: readonly Verdict[];
  /** Ids of the checks that found a problem. */
  readonly problems: readonly string[];
  readonly output: string;
  readonly code: number;
}

export async function examined(url: string, ...args: readonly string[]): Promise<Result> {
  const {code, output, complaints} = await runAsProgram([url, '--json', '--heartbeat-seconds', '1', ...args]);
  if (!output) throw new Error(complaints);
  const verdicts = (JSON.parse(output) as {checks: Verdict[]}).checks;
  return {verdicts, problems: verdicts.filter(({is}) => is === 'problem').map(({id}) => id), output, code};
}
