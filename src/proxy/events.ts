import {HEADERS} from './answers.js';
import type {Stream} from './stream.js';

/** Neither kept nor, by whatever stands between, gathered or compressed until there is more of it. */
export const EVENT_HEADERS = {
  ...HEADERS,
  'cache-control': 'private, no-store, no-transform',
  'content-type': 'text/event-stream',
  'x-accel-buffering': 'no',
};

/** The stream as server-sent events. Each is made when the one before has been taken. */
export function answerEvents(stream: Stream, {signal}: Request): Response {
  const leave = () => stream.end('left');
  const encoder = new TextEncoder();
  signal.addEventListener('abort', leave, {once: true});
  if (signal.aborted) leave();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const text = await stream.take();
      if (text === undefined) controller.close();
      else controller.enqueue(encoder.encode(`data: ${text}\n\n`));
    },
    cancel: leave,
  }, {highWaterMark: 0});
  return new Response(body, {headers: EVENT_HEADERS});
}
