import {createInterface} from 'node:readline/promises';

/** Where the doctor speaks. */
export interface Terminal {
  readonly isColoured: boolean;
  print(text: string): void;
  complain(text: string): void;
  /** A question to be answered with yes; undefined where nobody sits. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

export function thisTerminal(): Terminal {
  const {stdin, stdout, stderr, env} = process;
  return {
    isColoured: stdout.isTTY === true && !env.NO_COLOR,
    print: text => void stdout.write(`${text}\n`),
    complain: text => void stderr.write(`${text}\n`),
    confirm: stdin.isTTY && stderr.isTTY ? confirm : undefined,
  };
}

/** On the error stream: the output may be going into a file. */
async function confirm(question: string): Promise<boolean> {
  const dialogue = createInterface({input: process.stdin, output: process.stderr});
  const answer = await dialogue.question(`${question} [y/N] `).finally(() => dialogue.close());
  return /^y(es)?$/i.test(answer.trim());
}
