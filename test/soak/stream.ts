import type {ServerResponse} from 'node:http';
import type {Fault} from '../browser/faults/fault.js';
import {answers, hangsUp, neverAnswers} from '../browser/faults/fault.js';
import type {Payload} from '../fixtures/payloads.js';
import type {Faults} from './faults.js';
import type {Random} from './random.js';

const REFUSALS: Readonly<Record<string, Fault>> = {
  'no stream: 503': answers(503), 'no stream: JSON': answers(200, {}, '{}'), 'no stream: hangs up': hangsUp, 'no stream: silence': neverAnswers,
};
const GARBAGE = ['data: {"collection": "heat-pumps", "dev\n\n', 'data: null\n\n', 'nonsense\n\n', 'data: {"collection": "trains", "id": "1"}\n\n', 'event\n'];

/** The stream of `push-url`: every other time it opens, and then it lives for some seconds of real time. */
export class Stream {
  readonly #random: Random;
  readonly #faults: Faults;
  readonly #open = new Set<ServerResponse>();
  isCalm = false;
  messages = 0;

  constructor(random: Random, faults: Faults) {
    this.#random = random;
    this.#faults = faults;
  }

  readonly answer: Fault = (response, healthy) => {
    if (!this.isCalm && this.#random.isLucky(0.5)) {
      const [kind, fault] = this.#random.pick(Object.entries(REFUSALS));
      this.#faults.count(kind);
      return fault(response, healthy);
    }
    response.writeHead(200, {'content-type': 'text/event-stream'});
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
    this.#send(response, {type: 'heartbeat'});
    if (!this.isCalm) setTimeout(() => this.#end(response), this.#random.between(500, 5_000));
  };

  /** One message to all who listen: the device, only that it has changed, or what nobody understands. */
  tell(device: Payload): void {
    const message = this.#random.isLucky(0.7) ? {device} : {id: device.id};
    for (const response of this.#open) {
      if (this.#random.isLucky(0.05)) response.write(this.#random.pick(GARBAGE));
      this.#send(response, {collection: 'heat-pumps', ...message});
    }
  }

  beat(): void {
    for (const response of this.#open) this.#send(response, {type: 'heartbeat'});
  }

  #send(response: ServerResponse, message: object): void {
    this.messages++;
    response.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  /** By its end, a reset, or silence that the other side has to notice. */
  #end(response: ServerResponse): void {
    const [kind, end] = this.#random.pick<readonly [string, () => void]>([
      ['the stream ends', () => response.end()],
      ['the stream is reset', () => response.socket?.resetAndDestroy()],
      ['the stream falls silent', () => {}],
    ]);
    this.#open.delete(response);
    this.#faults.count(kind);
    end();
  }
}
