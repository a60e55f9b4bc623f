import type {PoderoError} from '../domain/errors.js';

/** A message of more characters is refused, as an answer is (faults N16). */
export const LARGEST = 5_000_000;

export const tooLarge = (url: URL, Failure: typeof PoderoError): PoderoError =>
  new Failure('malformed', `A message of ${url.origin}${url.pathname} is larger than 5 MB.`);
