import {createParser} from 'eventsource-parser';
import type {Endpoint} from '../api/endpoint.js';
import type {Wire} from '../elements/wire.js';
import {LARGEST, tooLarge} from './largest.js';

/** Server-sent events, read with `fetch`: with the token, headers and credentials of every request. */
export async function readEvents(
  url: URL, endpoint: Endpoint, signal: AbortSignal, hear: (text: string) => void, {send, PoderoError}: Pick<Wire, 'PoderoError' | 'send'>,
): Promise<void> {
  const response = await send(url, endpoint, signal, {accept: 'text/event-stream'}).catch(asUnreachable);
  const type = response.headers.get('content-type') ?? '';
  if (/\bhtml\b/i.test(type)) throw new PoderoError('unauthorized', `${url.origin}${url.pathname} answered with a web page, probably a login page.`);
  if (!/^text\/event-stream\b/i.test(type)) throw new PoderoError('malformed', `${url.origin}${url.pathname} is no stream of server-sent events.`);
  const parser = createParser({
    maxBufferSize: LARGEST,
    onEvent: ({data}) => {
      // One that comes all at once is never in the buffer.
      if (data.length > LARGEST) throw tooLarge(url, PoderoError);
      hear(data);
    },
    onError: ({type: kind}) => {
      if (kind === 'max-buffer-size-exceeded') throw tooLarge(url, PoderoError);
    },
  });
  await feed(response, text => parser.feed(text)).catch(asUnreachable);

  /** A browser does not say why it could not read. */
  function asUnreachable(thrown: unknown): never {
    if (typeof (thrown as {code?: unknown}).code === 'string') throw thrown;
    throw new PoderoError('network', `${url.origin}${url.pathname} could not be reached, or broke off.`, {cause: thrown});
  }
}

async function feed({body}: Response, take: (text: string) => void): Promise<void> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) take(decoder.decode(part.value, {stream: true}));
}
