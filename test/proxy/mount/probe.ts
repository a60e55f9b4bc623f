/** In the place of the proxy, to see what a mount makes of a request: it sends back what came, or streams `/podero/stream` until nobody listens. */
import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';

const streams: {push(text: string): void; readonly ended: Promise<void>}[] = [];

async function answer(request: Request): Promise<Response> {
  const {pathname} = new URL(request.url);
  return pathname === '/podero/stream' ? stream() : Response.json({method: request.method, path: pathname, body: await request.text()});
}

function stream(): Response {
  let end = () => {};
  const ended = new Promise<void>(resolve => { end = resolve; });
  const body = new ReadableStream<Uint8Array>({
    start: controller => { streams.push({push: text => controller.enqueue(new TextEncoder().encode(text)), ended}); },
    cancel: () => end(),
  });
  return new Response(body, {headers: {'content-type': 'text/event-stream'}});
}

export const podero = Object.assign(answer, {
  upgrade: ({url}: IncomingMessage, socket: Duplex) => { socket.end(`HTTP/1.1 426 Upgrade Required\r\nx-path: ${url}\r\nconnection: close\r\n\r\n`); },
  latestStream: () => streams.at(-1)!,
});
