/** Ways for a proxy to answer wrongly. Each gets the body that a healthy one would send. */
import type {OutgoingHttpHeaders, ServerResponse} from 'node:http';

export type Fault = (response: ServerResponse, healthy: string) => void;

const JSON_TYPE: OutgoingHttpHeaders = {'content-type': 'application/json'};

/** Any answer; without a body it sends the healthy one. */
export const answers = (status: number, headers: OutgoingHttpHeaders = {}, body?: string | Buffer): Fault => (response, healthy) =>
  void response.writeHead(status, {...JSON_TYPE, ...headers}).end(body ?? healthy);

export const fine: Fault = answers(200);

/** What is done, `ms` later. */
export const late = (ms: number, fault = fine): Fault => (response, healthy) => void setTimeout(() => fault(response, healthy), ms);

/** The connection is accepted, and that is all. */
export const neverAnswers: Fault = () => {};

/** The headers and half of the body, then nothing more. */
export const stalls: Fault = (response, healthy) => void sendHalf(response, healthy);

/** Half of the body, then a reset. */
export const resets: Fault = (response, healthy) => sendHalf(response, healthy, () => response.socket?.resetAndDestroy());

/** Half of the body, then an ordinary end of the connection. */
export const truncates: Fault = (response, healthy) => sendHalf(response, healthy, () => response.socket?.end());

/** The connection is torn down before a byte of an answer. Firefox itself asks ten times before it says so: count with `resets`. */
export const hangsUp: Fault = response => void response.socket?.resetAndDestroy();

/** One byte every `ms`. */
export const drips = (ms: number): Fault => (response, healthy) => {
  const bytes = Buffer.from(healthy);
  response.writeHead(200, {...JSON_TYPE, 'content-length': bytes.length});
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, ++sent));
    if (sent === bytes.length) response.end();
  }, ms);
  response.once('close', () => clearInterval(timer));
};

/** Says how much is coming, begins, and stops: who reads on waits for ever. */
export const announces = (bytes: number): Fault => response =>
  void response.writeHead(200, {...JSON_TYPE, 'content-length': bytes}).write(Buffer.alloc(100_000, ' '));

/** Far too much, 25 MB a second, with or without saying so first. It does not wait for who reads: engines buffer without limit. */
export const floods = (bytes: number, {isAnnounced}: {readonly isAnnounced: boolean}): Fault => response => {
  response.writeHead(200, {...JSON_TYPE, ...(isAnnounced ? {'content-length': bytes} : {})});
  // Over 6 s: a page on a busy machine has to come to read the first tenth before the last is sent.
  const part = Buffer.alloc(250_000, ' ');
  let sent = 0;
  const timer = setInterval(() => {
    response.write(part);
    if ((sent += part.length) < bytes) return;
    clearInterval(timer);
    response.end();
  }, 30);
  response.once('close', () => clearInterval(timer));
};

export const redirects = (location: string, status = 302): Fault => answers(status, {location}, '');

/** Each request the next; the last one goes on. */
export function inTurn(...faults: readonly [Fault, ...Fault[]]): Fault {
  let asked = 0;
  return (response, healthy) => faults[Math.min(asked++, faults.length - 1)]!(response, healthy);
}

/** The headers have to be on their way before the connection is harmed. */
function sendHalf(response: ServerResponse, healthy: string, then?: () => void): void {
  const bytes = Buffer.from(healthy);
  response.writeHead(200, {...JSON_TYPE, 'content-length': bytes.length});
  response.write(bytes.subarray(0, bytes.length / 2), () => then && setTimeout(then, 20));
}
