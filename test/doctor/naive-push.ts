import type {IncomingMessage, Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import type {Holes} from './holes.js';

/** One device, then heartbeats, on a server-sent event stream. */
export function events(device: Record<string, unknown>, holes: Holes): Response {
  const pushed = holes.has('out: pushed device') ? {...device, owner: {email: 'emil.gruber@example.com'}} : device;
  const say = (message: unknown) => (holes.has('messages that are not JSON') ? 'data: device changed\n\n' : '') + `data: ${JSON.stringify(message)}\n\n`;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stream = new ReadableStream<string>({
    start: controller => {
      const beat = () => controller.enqueue(holes.has('no heartbeat') ? ': still here\n\n' : say({type: 'heartbeat'}));
      controller.enqueue(say({collection: 'heat-pumps', device: pushed}));
      beat();
      timer = setInterval(beat, 50);
    },
    cancel: () => clearInterval(timer),
  });
  const type = holes.has('events under another type') ? 'application/json' : 'text/event-stream';
  return new Response(stream.pipeThrough(new TextEncoderStream()), {headers: {'content-type': type}});
}

/** The WebSocket, for pages of the portal; `isSignedIn` reads the request's cookie. */
export function serveSocket(server: Server, own: () => string, isSignedIn: (cookie: string | undefined) => boolean, holes: Holes): void {
  const sockets = new WebSocketServer({noServer: true});
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const {origin, cookie} = request.headers;
    const isOwn = origin === own() || holes.has('WebSocket from another site');
    if (!isOwn || !isSignedIn(cookie) || !request.url?.endsWith('/socket')) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, connection => connection.send('{"type":"heartbeat"}'));
  });
}
