/** What a check has seen, in a sentence, and what to do about it. Never a value of a customer's, nor a cookie or header given. */
export interface Finding {
  readonly is: 'problem' | 'note' | 'skip';
  readonly saw: string;
  readonly advice?: string;
}

/** Against the contract: the exit code is 1. */
export const problem = (saw: string, advice: string): Finding => ({is: 'problem', saw, advice});

/** Worth knowing, and allowed. */
export const note = (saw: string): Finding => ({is: 'note', saw});

/** The check could not be made, and why. */
export const skip = (saw: string): Finding => ({is: 'skip', saw});
