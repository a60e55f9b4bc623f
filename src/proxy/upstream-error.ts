/** Why nothing came from the Partner API; `credentials` is the partner's to mend, never the customer's. */
export type UpstreamFault = 'credentials' | 'unreachable' | 'timeout' | 'redirect' | 'failing' | 'refused' | 'malformed' | 'too-large' | 'foreign-link';

/** A request that failed. `message` is safe to send to a browser: it is ours, never the API's own text. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';

  constructor(readonly fault: UpstreamFault, options?: ErrorOptions) {
    super(DETAILS[fault], options);
  }
}

/** By another name or another bundle's class it is the same error. */
export const faultOf = (error: unknown): UpstreamFault | undefined => error instanceof UpstreamError ? error.fault : undefined;

/** What may be over by the next try. */
export const isPassing = (fault: UpstreamFault | undefined): boolean => fault === 'unreachable' || fault === 'timeout' || fault === 'failing';

const DETAILS: Readonly<Record<UpstreamFault, string>> = {
  credentials: 'The portal cannot sign in to the Podero API.',
  unreachable: 'The Podero API cannot be reached.',
  timeout: 'The Podero API did not answer in time.',
  redirect: 'The Podero API answered with a redirect, which is not followed.',
  failing: 'The Podero API has failed.',
  refused: 'The Podero API could not answer the request.',
  malformed: 'The Podero API sent an answer that cannot be read.',
  'too-large': 'The Podero API sent an answer that is too large.',
  'foreign-link': 'The Podero API named a page that this portal does not allow.',
};
