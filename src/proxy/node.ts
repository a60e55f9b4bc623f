/**
 * The proxy as a listener of Node's own server, and of whatever stands on it (Express, Fastify, Koa, an old portal):
 *
 *     app.use('/podero', nodeHandler(podero));
 */
import {getRequestListener} from '@hono/node-server';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {refuse} from './answers.js';

/** What frameworks add to a request: the path before a mount has cut it, and what a body parser made of the body. */
interface Framed extends IncomingMessage {
  readonly originalUrl?: string;
  readonly body?: unknown;
  rawBody?: unknown;
}

/**
 * Answers every request that it is given, and never throws: an address or host that is none is 400. The answer streams;
 * when the browser goes, the stream is cancelled and the request's `signal` aborts.
 */
export function nodeHandler(proxy: (request: Request) => Promise<Response>): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const listener = getRequestListener(proxy, {overrideGlobalObjects: false, errorHandler});
  return (incoming, outgoing) => {
    restorePath(incoming);
    restoreBody(incoming);
    listener(incoming, outgoing).catch(() => outgoing.destroy());
  };
}

/** Express takes off the path under which something is mounted; the proxy knows its own. */
function restorePath(incoming: Framed): void {
  if (incoming.originalUrl !== undefined) incoming.url = incoming.originalUrl;
}

/** A parser that came first has drunk the stream. The proxy judges text: it gets what the parser understood, or nothing. */
function restoreBody(incoming: Framed): void {
  if (!incoming.readableDidRead || Buffer.isBuffer(incoming.rawBody)) return;
  const {body} = incoming;
  incoming.rawBody = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body) ?? '');
}

/** Told apart by name: the class may be another copy's. */
function errorHandler(error: unknown): Response {
  if (error instanceof Error && error.name === 'RequestError') return refuse(400, 'The address of the request cannot be read.');
  return refuse(500, 'The proxy has failed.');
}
