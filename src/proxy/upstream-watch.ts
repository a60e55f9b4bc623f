import type {Log} from './log.js';
import {faultOf, UpstreamError, type UpstreamFault} from './upstream-error.js';
import type {Upstream} from './upstream.js';

/** One route that fails beside others that work would fill the log with going and coming. */
const SILENT_MS = 60_000;

/**
 * Tells the operator that the Partner API has begun to fail, and that it works again: not every time, since all customers ask
 * at once. With what is wrong and where to look, never with a secret or an address.
 */
export function withWatch(upstream: Upstream, log: Log): Upstream {
  const toldAt = new Map<UpstreamFault, number>();
  let told: UpstreamFault | undefined;
  const recover = () => {
    if (told) log({level: 'info', event: 'upstream-recovered', fault: told});
    told = undefined;
  };
  const complain = (fault: UpstreamFault) => {
    if (Date.now() - (toldAt.get(fault) ?? -Infinity) < SILENT_MS) return;
    toldAt.set(fault, Date.now());
    told = fault;
    log({level: fault === 'credentials' ? 'error' : 'warn', event: 'upstream-failed', fault, message: WHAT_TO_DO[fault] ?? new UpstreamError(fault).message});
  };
  const watch = async <T>(asking: Promise<T>): Promise<T> => {
    try {
      const result = await asking;
      recover();
      return result;
    } catch (error) {
      const fault = faultOf(error);
      if (fault) complain(fault);
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
