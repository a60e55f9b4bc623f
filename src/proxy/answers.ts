/** On every answer: a customer's devices must not be kept for, or given to, anybody else. */
const HEADERS = {
  'cache-control': 'private, no-cache',
  vary: 'Cookie, Authorization',
  'x-content-type-options': 'nosniff',
};

export const answer = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, {status, headers: {...HEADERS, ...headers}});

/** An answer without data; the sentence is for whoever reads the browser's network panel. */
export const refuse = (status: number, detail: string, headers?: Readonly<Record<string, string>>): Response =>
  answer({detail}, status, headers);
