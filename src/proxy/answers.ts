import type {NotNow, Reading} from './cache.js';

/** On every answer: a customer's devices must not be kept for, or given to, anybody else, and are never a page. */
export const HEADERS = {
  'cache-control': 'private, no-cache',
  'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  vary: 'Cookie, Authorization',
  'x-content-type-options': 'nosniff',
};

export const answer = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, {status, headers: {...HEADERS, ...headers}});

/** Done, and nothing to tell. */
export const answerNothing = (): Response => new Response(null, {status: 204, headers: HEADERS});

/** An answer without data; the sentence is for whoever reads the browser's network panel. */
export const refuse = (status: number, detail: string, headers?: Readonly<Record<string, string>>): Response =>
  answer({detail}, status, headers);

export const refuseForNow = ({retryAfterS}: NotNow): Response =>
  refuse(429, 'Too many requests.', retryAfterS ? {'retry-after': retryAfterS} : {});

/** On 304: a browser keeps what it was told with the text before, also that it was stale, until it is told otherwise. */
const OVER = {age: '0', 'podero-stale': '0'};

/** What was read, or 304 to whoever has it already. With its age, and the truth about an API that is silent. */
export function answerReading(reading: Reading | NotNow, request: Request): Response {
  if ('retryAfterS' in reading) return refuseForNow(reading);
  const {status, body, etag, at, isStale, source} = reading;
  const headers = {
    ...HEADERS,
    etag,
    // `Age` counts from `Date`: together they tell the widgets what time it is here.
    ...(source === 'cache' ? {date: new Date(at).toUTCString(), age: String(Math.max(0, Math.floor((Date.now() - at) / 1000)))} : {}),
    ...(isStale ? {'podero-stale': '1'} : {}),
  };
  if (status === 200 && hasAlready(request, etag)) return new Response(null, {status: 304, headers: {...OVER, ...headers}});
  return new Response(body, {status, headers: {...headers, 'content-type': 'application/json'}});
}

/** A cache on the way may have marked the tag as weak when it compressed the answer: it still is this text. */
function hasAlready({headers}: Request, etag: string): boolean {
  const known = headers.get('if-none-match') ?? '';
  return known === '*' || known.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);
}
