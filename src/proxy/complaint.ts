import {UpstreamError} from './upstream-error.js';
import type {Upstream} from './upstream.js';

/**
 * Wrong credentials are the one fault that only the portal's operator can mend, so the server's log says it: once, and
 * again only after a read has worked in between. With what is wrong and where to look, never with the secret.
 */
export function withComplaint(read: Upstream): Upstream {
  let hasComplained = false;
  return async path => {
    try {
      const result = await read(path);
      hasComplained = false;
      return result;
    } catch (error) {
      if (isCredentialFault(error) && !hasComplained) {
        hasComplained = true;
        console.error(COMPLAINT);
      }
      throw error;
    }
  };
}

const isCredentialFault = (error: unknown): boolean => error instanceof UpstreamError && error.fault === 'credentials';

const COMPLAINT = 'podero-widgets/proxy: the Podero API refuses the portal\'s credentials, and customers see an error. '
  + 'Check clientId and clientSecret, and that they belong to the environment of apiUrl and tokenUrl.';
