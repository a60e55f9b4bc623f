/** What a page complains about. */
export interface Complaints {
  /** What the widgets wrote to the console. */
  readonly lines: string[];
  /** Errors that nobody caught, and reports of the content security policy. */
  readonly errors: string[];
}

declare global {
  /** There as soon as a page is watched. */
  var complaints: Complaints | undefined;
}

/** Runs in the page, before anything else. */
function gather(): void {
  if (globalThis.complaints) return;
  const {lines, errors}: Complaints = globalThis.complaints = {lines: [], errors: []};
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const write = console[level];
    console[level] = (...values: unknown[]) => {
      const text = values.map(String).join(' ');
      if (text.startsWith('podero-widgets')) lines.push(text);
      write.apply(console, values);
    };
  }
  addEventListener('error', ({message}) => errors.push(message));
  addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)));
  addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
    // The browser itself asks for it.
    if (!blockedURI.endsWith('/favicon.ico')) errors.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
}

/** The loader of these tests wraps named functions in a helper that a page does not have. */
export const NAMES = 'globalThis.__name ??= named => named;';

/** A script that watches its page; first in the page, since WebKit's driver cannot bring it. */
export const WATCH = `${NAMES}(${gather})();`;
