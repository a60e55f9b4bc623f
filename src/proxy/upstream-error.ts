/** Why nothing came from the Partner API; `credentials` is the partner's to mend, never the customer's. */
export type UpstreamFault = 'credentials' | 'unreachable' | 'timeout' | 'redirect' | 'refused' | 'malformed';

/** A read that failed. `message` is safe to send to a browser: it is ours, never the API's own text. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';

  constructor(readonly fault: UpstreamFault, options?: ErrorOptions) {
    super(DETAILS[fault], options);
  }
}

const DETAILS: Readonly<Record<UpstreamFault, string>> = {
  credentials: 'The portal cannot sign in to the Podero API.',
  unreachable: 'The Podero API cannot be reached.',
  timeout: 'The Podero API did not answer in time.',
  redirect: 'The Podero API answered with a redirect.',
  refused: 'The Podero API could not answer the request.',
  malformed: 'The Podero API sent an answer that cannot be read.',
};
