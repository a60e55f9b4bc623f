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
  readonly listeners: Set<{readonly endpoint: Endpoint; onChange: () => void}>;
}

/** A DOM move detaches and attaches again: it must not cost a stream (faults L02). */
const GRACE_MS = 100;

const streams = new Map<string, Shared>();

/** One stream for each address and customer, however many elements of the page hear it; it ends with the last of them. */
export function listenTo(url: URL, endpoint: Endpoint, onChange: () => void, wire: Wire): Listening {
  const key = `${url.href} ${endpoint.group}`;
  const shared = streams.get(key) ?? open(url, wire);
  streams.set(key, shared);
  const listener = {endpoint, onChange};
  shared.listeners.add(listener);
  shared.stream.start();
  return {
    get livelySince() {
      return shared.stream.livelySince;
    },
    leave() {
      listener.onChange = () => {};
      // What comes meanwhile must not be missed: its pollers wait for as long.
      setTimeout(() => {
        if (!shared.listeners.delete(listener) || shared.listeners.size) return;
        streams.delete(key);
        shared.stream.stop();
        shared.frames.drop();
        shared.news.drop();
      }, GRACE_MS);
    },
  };
}

function open(url: URL, wire: Wire): Shared {
  const listeners: Shared['listeners'] = new Set();
  const endpoints = () => [...listeners].map(({endpoint}) => endpoint);
  const news = new News(wire, endpoints);
  const frames = new InFrames(texts => news.tell(texts.flatMap(text => readMessage(text) ?? [])));
  const read = url.protocol.startsWith('ws') ? readSocket : readEvents;
  const stream = new PushStream({
    // The latest listener's way of reading: an earlier one may have gone, with a token that is good no more.
    read: async (signal, hear) => {
      const endpoint = endpoints().at(-1);
      if (!navigator.onLine || !endpoint) throw new wire.PoderoError('offline', 'The browser is offline; no stream was asked for.');
      await read(url, endpoint, signal, hear, wire);
    },
    judge: wire.judge,
    surroundings: wire.browserSurroundings,
    onText: text => frames.put(text),
    onChange: () => listeners.forEach(({onChange}) => onChange()),
    onFailure: error => wire.warnOnce(`push-url: ${wire.asPoderoError(error).message} The refreshes go on as ever.`),
  });
  return {stream, frames, news, listeners};
}
