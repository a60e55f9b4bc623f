import type {ErrorCode} from '../domain/errors.js';
import {PoderoError} from '../domain/errors.js';

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  408: 'timeout',
  429: 'rate-limited',
  501: 'not-found',
};

/** A Retry-After beyond this is not honoured in full (faults H12). */
const RETRY_AFTER_CAP_MS = 3_600_000;

/** Any answer that is not a success, by its class. Its body is never read: nothing of it may reach the page. */
export function errorOfStatus(response: Response, now = Date.now()): PoderoError {
  const {status, url} = response;
  const retryAt = retryAtOf(response.headers.get('retry-after'), now, Date.parse(response.headers.get('date') ?? ''));
  return new PoderoError(CODE_OF_STATUS[status] ?? 'server', `${url.split('?')[0]} answered ${status}.`, {
    status,
    ...(retryAt === undefined ? {} : {retryAt}),
  });
}

/** Seconds or an HTTP date, which is of the server's clock, as the answer's own date; nonsense and the past are ignored. */
export function retryAtOf(header: string | null, now: number, sentAt = now): number | undefined {
  if (!header?.trim()) return undefined;
  const instant = /^\d+$/.test(header.trim()) ? now + Number(header) * 1000 : now + Date.parse(header) - (sentAt || now);
  return instant > now ? Math.min(instant, now + RETRY_AFTER_CAP_MS) : undefined;
}
