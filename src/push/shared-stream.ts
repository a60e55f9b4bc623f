import type {Endpoint} from '../api/endpoint.js';
import type {Wire} from '../elements/wire.js';
import {readEvents} from './events.js';
import {InFrames} from './in-frames.js';
import {readMessage} from './message.js';
import {News} from './news.js';
import {PushStream} from './push-stream.js';
import {readSocket} from './socket.js';

/** A host's ear at the page's stream. */
export interface Listening {
  /** Since when (epoch ms) the stream has spoken without a pause; nothing while it is silent or down. */
  readonly livelySince: number | undefined;
  leave(): void;
}

interface Shared {
  readonly stream: PushStream;
  readonly frames: InFrames;
  readonly news: News;
  /** Told when the stream becomes lively, and when it is so no more. */
  readonly listeners: Map<object, {endpoint: Endpoint; onChange: () => void}>;
}

const streams = new Map<string, Shared>();

/** One stream for each address and customer, however many elements of the page hear it; it ends with the last of them. */
export function listenTo(url: URL, endpoint: Endpoint, onChange: () => void, wire: Wire): Listening {
  const key = `${url.href} ${endpoint.group}`;
  const ear = {};
  const shared = streams.get(key) ?? open(url, endpoint, wire);
  streams.set(key, shared);
  shared.listeners.set(ear, {endpoint, onChange});
  shared.stream.start();
  return {
    get livelySince() {
      return shared.stream.livelySince;
    },
    leave() {
      shared.listeners.delete(ear);
      if (shared.listeners.size) return;
      streams.delete(key);
      shared.stream.stop();
      shared.frames.drop();
      shared.news.drop();
    },
  };
}

/** Read with what the first listener was given: all of one group ask for the same customer. */
function open(url: URL, endpoint: Endpoint, wire: Wire): Shared {
  const listeners: Shared['listeners'] = new Map();
  const news = new News(wire, () => [...listeners.values()].map(listener => listener.endpoint));
  const frames = new InFrames(texts => news.tell(texts.flatMap(text => readMessage(text) ?? [])));
  const read = url.protocol.startsWith('ws') ? readSocket : readEvents;
  const stream = new PushStream({
    read: (signal, hear) => read(url, endpoint, signal, hear, wire),
    judge: wire.judge,
    surroundings: wire.browserSurroundings,
    onText: text => frames.put(text),
    onChange: () => listeners.forEach(({onChange}) => onChange()),
    onFailure: error => wire.warnOnce(`push-url: ${wire.asPoderoError(error).message} The refreshes go on as ever.`),
  });
  return {stream, frames, news, listeners};
}
