/**
 * One thing that happened, for the operator's log: what, where and how long, but never whose: no ids, names, tokens, addresses or
 * texts that others sent; of a page to which the API sends customers, the host.
 */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened, in a word that can be searched and counted: `request`, `upstream-failed`, `user-failed` … */
  readonly event: string;
  /** What it means and what to do, where somebody has to do something. */
  readonly message?: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export type Log = (entry: LogEntry) => void;

/** A log that fails must not take the proxy along. */
export const withoutFailing = (log: Log): Log => entry => {
  try {
    log(entry);
  } catch {
    // There is nowhere left to say it.
  }
};

/** As one line of JSON each, and of what is only information nothing: whoever wants it hands over a `log` of its own. */
export const logToConsole: Log = entry => {
  if (entry.level !== 'info') console[entry.level](JSON.stringify({source: 'podero-widgets/proxy', ...entry}));
};

/** Where in the code it happened. The message stays out of the log: whatever was put into it may be about a customer. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const {message, name, stack = ''} = error;
  const frame = stack.slice(stack.indexOf(message) + message.length).split('\n').find(line => /^\s+at /.test(line))?.trim();
  return [/^\w{1,40}$/.test(name) ? name : 'Error', frame].filter(Boolean).join(' ');
}
