import type {Answer} from './send.js';

/** One request to the proxy, as the portal's own page would make it unless it says otherwise. */
export interface Question {
  readonly method?: string;
  /** Below the proxy's base, beginning with a slash; goes out as it stands. */
  readonly path: string;
  /** Replaces what a page of the portal would send; undefined takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** A text goes out as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Without the cookie and headers that were given. */
  readonly isSignedOut?: boolean;
}

/** Rejects where no answer comes. */
export type Ask = (question: Question) => Promise<Answer>;
