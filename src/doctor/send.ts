import http from 'node:http';
import https from 'node:https';
import {jsonOf} from './json-of.js';

/** A request exactly as it goes out: no path is tidied, no redirect followed, no header added but `Host` and the length. */
export interface Message {
  readonly method: string;
  /** With the query, as it stands on the request line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** Parsed; undefined if it is not JSON. */
  readonly json: unknown;
}

const TIME_LIMIT_MS = 15_000;
/** What a widget reads at most. */
const LIMIT_BYTES = 5_000_000;

/** Starts a request; the answer's body is still to be read. A switch of protocols is an answer with 101. */
export function open(origin: URL, {method, path, headers, body}: Message, agent?: http.Agent): Promise<http.IncomingMessage> {
  const {request} = origin.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(origin, {method, path, headers: {...headers, ...lengthOf(body)}, agent: agent ?? false, timeout: TIME_LIMIT_MS}, resolve);
    asked.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer within 15 seconds')));
    asked.once('error', reject);
    asked.end(body);
  });
}

/** What carries a body gets a connection of its own: a server may hang up on whoever sends too much. */
export async function send(origin: URL, message: Message, agent: http.Agent): Promise<Answer> {
  const response = await open(origin, message, message.body === undefined ? agent : undefined);
  const text = response.statusCode === 101 ? '' : await textOf(response);
  return {status: response.statusCode ?? 0, headers: response.headers, text, json: jsonOf(text)};
}

const lengthOf = (body: string | undefined) => (body === undefined ? {} : {'content-length': String(Buffer.byteLength(body))});

async function textOf(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > LIMIT_BYTES) throw new Error('the answer is larger than 5 MB');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
