import type {Check} from '../check.js';
import {note, problem, type Finding} from '../finding.js';
import type {HeardStream} from '../push-stream.js';

export const push: Check = {
  id: 'push',
  holds: 'the push stream is alive',
  needs: ['answers'],
  async *run({pushed, settings}) {
    const heard = await pushed();
    if (heard.is === 'not-offered') yield note(`No push stream is offered (${heard.status}); the widgets poll.`);
    else if (heard.is === 'failed') yield problem(`The push stream broke off (${heard.why}).`, 'Keep it open until the browser leaves.');
    else yield* judge(heard, settings.heartbeatSeconds);
  },
};

function* judge({isEventStream, messages, hasHeartbeat}: HeardStream, seconds: number): Iterable<Finding> {
  if (!isEventStream) yield problem('The push stream is not sent as text/event-stream.', 'Send Content-Type: text/event-stream, uncompressed.');
  const unknown = messages.filter(message => !isKnown(message)).length;
  if (unknown) yield problem(`${unknown} of ${messages.length} push messages cannot be understood.`, 'Send one of the contract\'s JSON messages in each event.');
  if (!hasHeartbeat && isEventStream) {
    yield problem(`No heartbeat came within ${seconds} s.`,
      'Send {"type": "heartbeat"} as a message at least every 30 s, and let nothing before the proxy buffer the stream.');
  }
}

function isKnown(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const {type, collection, device, id} = message as Record<string, unknown>;
  return type === 'heartbeat' || (typeof collection === 'string' && (typeof id === 'string' || typeof device === 'object'));
}
