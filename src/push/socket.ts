import type {Endpoint} from '../api/endpoint.js';
import type {Wire} from '../elements/wire.js';
import {LARGEST, tooLarge} from './largest.js';

/** The code with which a socket says that the session is over: 4000 and the status of HTTP. */
const SIGNED_OUT = 4401;

/** A WebSocket, which knows no headers: whose it is, only the cookie says. */
export function readSocket(
  url: URL, _: Endpoint, signal: AbortSignal, hear: (text: string) => void, {PoderoError}: Pick<Wire, 'PoderoError'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const close = () => socket.close();
    signal.addEventListener('abort', close, {once: true});
    if (signal.aborted) close();
    socket.onmessage = ({data}) => {
      if (typeof data !== 'string') return;
      if (data.length > LARGEST) reject(tooLarge(url, PoderoError));
      else hear(data);
    };
    socket.onclose = ({code, wasClean}) => {
      signal.removeEventListener('abort', close);
      if (code === SIGNED_OUT) reject(new PoderoError('unauthorized', `${url.origin}${url.pathname} says that nobody is signed in.`));
      else if (wasClean || signal.aborted) resolve();
      else reject(new PoderoError('network', `${url.origin}${url.pathname} could not be reached, or broke off.`));
    };
  });
}
