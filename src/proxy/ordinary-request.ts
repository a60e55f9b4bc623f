import type {IncomingMessage, Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {answerRaw} from './upgrade-request.js';
import {refuse} from './answers.js';

/**
 * A request with an `Upgrade` that nobody takes. As soon as somebody listens to `upgrade`, Node hands over all of them, also
 * those of clients that offer HTTP/2 with an ordinary request: without an answer they would hang for ever. Where others listen,
 * too, it is left to them.
 */
export async function answerOrdinarily(message: IncomingMessage, socket: Duplex): Promise<void> {
  const {server} = message.socket as {server?: Server};
  if (!server || server.listenerCount('upgrade') > 1) return;
  if (!['GET', 'HEAD'].includes(message.method ?? '')) return answerRaw(socket, refuse(426, 'Ask again without an upgrade.', {upgrade: 'websocket'}));
  const {ServerResponse} = await import('node:http');
  const response = new ServerResponse(message);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as IncomingMessage['socket']);
  response.once('finish', () => socket.end());
  server.emit('request', message, response);
}
