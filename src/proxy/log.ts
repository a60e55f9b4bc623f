/** One thing that happened, for the operator's log: what, where and how long, but never whose: no ids, names, tokens, addresses or texts that others sent. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** What happened, in a word that can be searched and counted: `request`, `upstream-failed`, `user-failed` … */
  readonly event: string;
  /** What it means and what to do, where somebody has to do something. */
  readonly message?: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export type Log = (entry: LogEntry) => void;

/** As one line of JSON each, and of what is only information nothing: whoever wants it hands over a `log` of its own. */
export const logToConsole: Log = entry => {
  if (entry.level !== 'info') console[entry.level](JSON.stringify({source: 'podero-widgets/proxy', ...entry}));
};

/** Where in the code it happened. The message stays out of the log: whatever was put into it may be about a customer. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find(line => /^\s+at /.test(line))?.trim();
  return frame ? `${error.name} ${frame}` : error.name;
}
