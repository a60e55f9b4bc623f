import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';

/** What a page asked with, as the portal's `user` takes it; undefined where address or headers cannot be read. */
export function requestOf({headers, method = 'GET', url = '', socket}: IncomingMessage): Request | undefined {
  try {
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    const sent = Object.entries(headers).flatMap(([name, value = '']) => [value].flat().map((one): [string, string] => [name, one]));
    return new Request(`${scheme}://${headers.host ?? ''}${url}`, {method, headers: sent});
  } catch {
    return undefined;
  }
}

/** An answer in place of a WebSocket, after which the connection ends. */
export async function answerRaw(socket: Duplex, response: Response): Promise<void> {
  const body = await response.text();
  const headers = {...Object.fromEntries(response.headers), 'content-length': String(new TextEncoder().encode(body).length), connection: 'close'};
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${response.status} \r\n${lines.join('')}\r\n${body}`);
}
