import type {Log} from './log.js';
import {faultOf, UpstreamError, type UpstreamFault} from './upstream-error.js';
import type {Upstream} from './upstream.js';

/**
 * Tells the operator that the Partner API has begun to fail, and that it works again: not every time, since all customers ask
 * at once. With what is wrong and where to look, never with a secret or an address.
 */
export function withWatch(upstream: Upstream, log: Log): Upstream {
  let failing: UpstreamFault | undefined;
  const watch = async <T>(asking: Promise<T>): Promise<T> => {
    try {
      const result = await asking;
      if (failing) log({level: 'info', event: 'upstream-recovered', fault: failing});
      failing = undefined;
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault && fault !== failing) log({level: fault === 'credentials' ? 'error' : 'warn', event: 'upstream-failed', fault, message: WHAT_TO_DO[fault] ?? new UpstreamError(fault).message});
      failing = fault ?? failing;
      throw error;
    }
  };
  return {
    read: (...asked) => watch(upstream.read(...asked)),
    write: (...asked) => watch(upstream.write(...asked)),
    report: (...asked) => watch(upstream.report(...asked)),
  };
}

const WHAT_TO_DO: Readonly<Partial<Record<UpstreamFault, string>>> = {
  credentials: 'The Podero API refuses the portal\'s credentials. Check clientId and clientSecret, and that they belong to the environment of apiUrl and tokenUrl.',
  unreachable: 'The Podero API cannot be reached. Customers see the last known data. Check apiUrl, tokenUrl and the way out of your network.',
  timeout: 'The Podero API does not answer in time. Customers see the last known data.',
  redirect: 'The Podero API answers with redirects, which are not followed. Check apiUrl and tokenUrl, down to the slash at the end.',
  failing: 'The Podero API fails. Customers see the last known data.',
  malformed: 'The Podero API sends what cannot be read. Check that apiUrl ends with the version, such as /api/partners/v2.0/.',
};
