import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import type {WebSocket, WebSocketServer} from 'ws';
import {answerError, withinDeadline} from './answering.js';
import {refuse} from './answers.js';
import {admit, type Parts} from './parts.js';
import {answerOrdinarily} from './ordinary-request.js';
import {HEARTBEAT, MOST_MISSED, type Ending, type Stream} from './stream.js';
import type {Streams} from './streams.js';
import {answerRaw, requestOf} from './upgrade-request.js';

export interface Sockets {
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves when all sockets are gone. */
  close(): Promise<void>;
}

const CODES: Readonly<Record<Ending, number>> = {left: 1000, closed: 1001, unsure: 1011, 'signed-out': 4401, unread: 1008};
/** A peer that does not answer a goodbye for so long is gone. */
const GOODBYE_MS = 2000;

export function createSockets(parts: Parts, streams: Streams): Sockets {
  const {settings: {basePath, pushSeconds, log}, site} = parts;
  const path = `${basePath.replace(/\/$/, '')}/socket`;
  const sockets = new Set<WebSocket>();
  let loading: Promise<WebSocketServer> | undefined;

  /** A browser sends cookies with a WebSocket of any site's page, and asks nobody: `Origin` is all there is to tell them apart. */
  const check = async (request: Request): Promise<string | Response> => {
    if (pushSeconds === 0) return refuse(404, 'The proxy has no such route.');
    if (request.method !== 'GET') return refuse(405, 'Only GET.', {allow: 'GET'});
    if (!site.isPortals(request.headers.get('origin') ?? '', request)) return refuse(403, 'Only the portal\'s own pages may ask.');
    return admit(parts, request).catch((error: Error) => answerError(error, log));
  };
  const connect = async (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    const request = requestOf(message);
    if (!request) return answerRaw(socket, refuse(400, 'The request cannot be read.'));
    const userPath = await withinDeadline(() => check(request), log);
    if (typeof userPath !== 'string') return answerRaw(socket, userPath);
    const server = await (loading ??= loadServer());
    if (socket.destroyed) return;
    const stream = streams.open(userPath, request, 'socket');
    if ('status' in stream) return answerRaw(socket, stream);
    let isServed = false;
    server.handleUpgrade(message, socket, head, peer => {
      isServed = true;
      sockets.add(peer);
      peer.once('close', () => sockets.delete(peer));
      serve(stream, peer);
    });
    // What was no handshake has been refused by then, and nobody will read the stream.
    if (!isServed) stream.end('left');
  };

  return {
    upgrade(message, socket, head) {
      socket.on('error', () => socket.destroy());
      if (message.url?.split('?')[0] !== path) return void answerOrdinarily(message, socket);
      connect(message, socket, head).catch((error: Error) => answerRaw(socket, answerError(error, log)));
    },
    close: async () => {
      await Promise.all([...sockets].map(peer => new Promise(resolve => {
        peer.once('close', resolve);
        setTimeout(() => peer.terminate(), GOODBYE_MS).unref?.();
      })));
    },
  };
}

/** Loaded when it is first needed: the handler runs where there is no Node, too. */
async function loadServer(): Promise<WebSocketServer> {
  const {WebSocketServer} = await import('ws');
  return new WebSocketServer({noServer: true, clientTracking: false, maxPayload: 1024, perMessageDeflate: false});
}

function serve(stream: Stream, peer: WebSocket): void {
  peer.on('error', () => stream.end('left'));
  peer.on('close', () => stream.end('left'));
  peer.on('message', () => peer.close(1008, 'This stream takes no messages.'));
  void stream.ended.then(why => {
    peer.close(CODES[why]);
    setTimeout(() => peer.terminate(), GOODBYE_MS).unref?.();
  });
  void sendAll(stream, peer);
}

/** One after the other has left; with each heartbeat the peer is asked whether it is still there. */
async function sendAll(stream: Stream, peer: WebSocket): Promise<void> {
  let unanswered = 0;
  peer.on('pong', () => { unanswered = 0; });
  for (let text = await stream.take(); text !== undefined; text = await stream.take()) {
    if (text === HEARTBEAT && unanswered++ >= MOST_MISSED) return stream.end('unread');
    if (text === HEARTBEAT) peer.ping();
    const sent = text;
    await new Promise(resolve => peer.send(sent, resolve));
  }
}
