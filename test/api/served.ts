import type {Endpoint} from '../../src/api/endpoint.js';

/** What a fake proxy answers to the n-th request: a response, or a rejection to throw. */
type Answering = (request: Request, n: number) => Response | Promise<Response>;

const original = window.fetch;

/** Answers every request by itself; the requests made are in the result. */
export function serve(answering: Answering): Request[] {
  const asked: Request[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input as RequestInfo, init);
    asked.push(request);
    return answering(request, asked.length);
  };
  return asked;
}

export const restoreFetch = (): void => {
  window.fetch = original;
};

export const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);

/** An endpoint at this page's origin, and what it said to the developer. */
export function endpointWith(differences: Partial<Endpoint> = {}): Endpoint & {said: string[]} {
  const said: string[] = [];
  return {
    base: new URL('/podero', location.href),
    credentials: 'same-origin',
    batterySign: 'auto',
    group: 'group',
    key: 'key',
    getToken: () => undefined,
    getHeaders: () => undefined,
    warn: message => said.push(message),
    said,
    ...differences,
  };
}

export const never = (): AbortSignal => new AbortController().signal;
