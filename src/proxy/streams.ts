import {answerError} from './answering.js';
import {refuse} from './answers.js';
import {whose, type Parts} from './parts.js';
import {openStream, type Stream} from './stream.js';
import {createWatch, type Watch} from './watch.js';

export type Transport = 'events' | 'socket';

/** All streams of the proxy, and one watch for each user who has any. */
export interface Streams {
  /** A stream for the user whose request it is, or the refusal: there may not be more. */
  open(userPath: string, request: Request, transport: Transport): Stream | Response;
  close(): void;
}

const MOST = 2000;
const RETRY_S = '30';

export function createStreams(parts: Parts, most = MOST): Streams {
  const {reads, settings: {log, streamsPerUser, pushSeconds}} = parts;
  const watches = new Map<string, Watch>();
  const open = new Set<Stream>();
  let isClosed = false;

  const watchOf = (userPath: string) => {
    const watch = watches.get(userPath) ?? createWatch({
      reads, userPath, everySeconds: pushSeconds,
      onFailure: error => void answerError(error as Error, log),
      onEnd: () => watches.delete(userPath),
    });
    watches.set(userPath, watch);
    return watch;
  };
  const isOf = (userPath: string, request: Request) => async () => {
    try {
      const found = await whose(parts, request);
      return found.is === 'known' && found.path === userPath;
    } catch (error) {
      answerError(error as Error, log);
      return undefined;
    }
  };
  const refusal = (userPath: string) => {
    if (isClosed || open.size >= most) return refuse(503, 'The proxy cannot open a stream now.', {'retry-after': RETRY_S});
    if ((watches.get(userPath)?.listeners ?? 0) >= streamsPerUser) return refuse(429, 'Too many streams are open.', {'retry-after': RETRY_S});
    return undefined;
  };

  return {
    open(userPath, request, transport) {
      const refused = refusal(userPath);
      if (refused) return refused;
      const stream = openStream(watchOf(userPath), isOf(userPath, request));
      const start = performance.now();
      open.add(stream);
      log({level: 'info', event: 'stream-opened', transport});
      void stream.ended.then(why => {
        open.delete(stream);
        log({level: 'info', event: 'stream-closed', transport, why, seconds: Math.round((performance.now() - start) / 1000)});
      });
      return stream;
    },
    close() {
      isClosed = true;
      for (const stream of open) stream.end('closed');
    },
  };
}
