import {CHECKS} from './checks.js';
import {examine, type Verdict} from './examine.js';
import {beginExam, type Exam} from './exam.js';
import {jsonOf, linesOf, painter, summaryOf} from './report.js';
import {readArguments, type Settings} from './settings.js';
import {thisTerminal, type Terminal} from './terminal.js';
import {USAGE} from './usage.js';

/** Checks a proxy and prints what it found. The exit code: 0 all is well, 1 there are problems, 2 it could not be done. */
export async function runDoctor(args: readonly string[], terminal: Terminal = thisTerminal()): Promise<number> {
  const reading = readArguments(args);
  if ('isHelp' in reading) return finish(0, () => terminal.print(USAGE));
  if ('fault' in reading) return finish(2, () => terminal.complain(`${reading.fault}\n\n${USAGE}`));
  const settings = await withConsent(reading.settings, terminal);
  let exam: Exam;
  try {
    exam = await beginExam(settings);
  } catch (error) {
    return finish(2, () => terminal.complain(`The proxy cannot be reached: ${reasonOf(error)}.`));
  }
  const verdicts = await report(exam, terminal).finally(() => exam.agent.destroy());
  return verdicts.some(({is}) => is === 'problem') ? 1 : 0;
}

async function withConsent(settings: Settings, {confirm}: Terminal): Promise<Settings> {
  if (settings.mayWrite || !confirm || settings.isJson) return settings;
  const mayWrite = await confirm('Some checks write to a device of this customer: use a test customer. Make them, too?');
  return {...settings, mayWrite};
}

async function report(exam: Exam, {print, isColoured}: Terminal): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const {isJson} = exam.settings;
  for await (const verdict of examine(CHECKS, exam)) {
    verdicts.push(verdict);
    if (!isJson) print(linesOf(verdict, painter(isColoured)).join('\n'));
  }
  print(isJson ? jsonOf(verdicts) : `\n${summaryOf(verdicts)}`);
  return verdicts;
}

/** The system's own code, and no address: it may carry a secret. */
function reasonOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  return code ?? message;
}

function finish(code: number, say: () => void): number {
  say();
  return code;
}
