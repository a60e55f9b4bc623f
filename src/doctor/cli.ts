import {CHECKS} from './checks.js';
import {examine, type Verdict} from './examine.js';
import {beginExam, type Exam} from './exam.js';
import {jsonOf, linesOf, linesOfSkipped, painter, summaryOf} from './report.js';
import {readArguments} from './settings.js';
import {thisTerminal, type Terminal} from './terminal.js';
import {USAGE} from './usage.js';

/** Checks a proxy and prints what it found. The exit code: 0 all is well, 1 there are problems, 2 it could not be done. */
export async function runDoctor(args: readonly string[], terminal: Terminal = thisTerminal()): Promise<number> {
  const reading = readArguments(args);
  if ('isHelp' in reading) return finish(0, () => terminal.print(USAGE));
  if ('fault' in reading) return finish(2, () => terminal.complain(`${reading.fault} "doctor --help" tells more.`));
  const {settings} = reading;
  let exam: Exam;
  try {
    exam = await beginExam(settings);
  } catch (error) {
    return finish(2, () => terminal.complain(`The proxy cannot be reached: ${reasonOf(error)}. ${adviceFor(error)}`));
  }
  const verdicts = await askConsent(exam, terminal).then(asked => report(asked, terminal)).finally(() => exam.agent.destroy());
  return verdicts.some(({is}) => is === 'problem') ? 1 : 0;
}

/** Where there is something to write to. */
async function askConsent(exam: Exam, {confirm}: Terminal): Promise<Exam> {
  const {settings, samples} = exam;
  if (settings.mayWrite || !confirm || settings.isJson || !samples.length) return exam;
  const mayWrite = await confirm('Some checks write to a device of this customer: use a test customer. Make them, too?');
  return {...exam, settings: {...settings, mayWrite}};
}

async function report(exam: Exam, {print, isColoured}: Terminal): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const {isJson} = exam.settings;
  for await (const verdict of examine(CHECKS, exam)) {
    verdicts.push(verdict);
    if (!isJson && verdict.is !== 'skipped') print(linesOf(verdict, painter(isColoured)).join('\n'));
  }
  const skipped = linesOfSkipped(verdicts.filter(({is}) => is === 'skipped'), painter(isColoured));
  if (!isJson && skipped.length) print(skipped.join('\n'));
  print(isJson ? jsonOf(verdicts) : `\n${summaryOf(verdicts)}`);
  return verdicts;
}

/** The system's own code, and no address: it may carry a secret. */
function reasonOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  return code ?? message;
}

function adviceFor(error: unknown): string {
  const {code = ''} = error as NodeJS.ErrnoException;
  return ADVICE.find(([codes]) => codes.test(code))?.[1] ?? 'Check the address, and whether a browser on this machine reaches it.';
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/REFUSED/, 'Nothing listens there: is the proxy running, and on this port?'],
  [/NOTFOUND|EAI_AGAIN/, 'There is no such host: check the name.'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/, 'This machine does not trust the certificate: add its issuer with NODE_EXTRA_CA_CERTS.'],
  [/RESET|EPIPE|EPROTO|HPE_/, 'What answers there does not speak HTTP as expected: is it http or https?'],
];

function finish(code: number, say: () => void): number {
  say();
  return code;
}
