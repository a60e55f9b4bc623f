import {COLLECTION_OF} from '../../src/api/routes.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {Overrides, Payload} from '../fixtures/payloads.js';
import {payload} from '../fixtures/payloads.js';

/** Called for each request; may throw as `fetch` does when nobody answers. */
type Answer = (query: URLSearchParams) => Response | Promise<Response>;

let count = 0;

/** A device whose state has just been reported. */
export const fresh = (kind: DeviceKind, overrides: Overrides = {}, generation: 'G1' | 'G2' = 'G1'): Payload =>
  payload(kind, generation, {current_state_last_updated_at: new Date().toISOString(), ...overrides});

/** A status without a body. */
export const status = (code: number) => () => new Response(null, {status: code});

/** What a dead line looks like to a script. */
export const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};

/** A proxy inside the page: answers by path instead of the network, and remembers what it was asked. One device of each kind at first. */
export class FakeProxy {
  /** Each has an address of its own: what elements of another test have read is not shared. */
  readonly url = `/proxy-${++count}`;
  /** Paths below the address, in their order. */
  readonly asked: string[] = [];
  /** The same with all that was sent. */
  readonly requests: Request[] = [];
  /** What was asked with, of those paths that were asked with anything. */
  readonly queries: (readonly [path: string, query: URLSearchParams])[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #fetch = window.fetch;

  constructor() {
    for (const kind of DEVICE_KINDS) this.serve(kind, [fresh(kind)]);
    window.fetch = (input, init) => {
      const {pathname: path, searchParams} = new URL(input instanceof Request ? input.url : input, location.href);
      if (!path.startsWith(`${this.url}/`)) return this.#fetch.call(window, input, init);
      if (searchParams.size) this.queries.push([path.slice(this.url.length), searchParams]);
      this.requests.push(new Request(input, init));
      return this.#answer(path.slice(this.url.length), searchParams);
    };
  }

  /** The devices of a kind; each is there by its id too. */
  serve(kind: DeviceKind, payloads: readonly unknown[]): void {
    const path = `/${COLLECTION_OF[kind]}`;
    this.answer(path, () => Response.json(payloads));
    for (const device of payloads as readonly (Payload | null)[]) if (device?.id) this.answer(`${path}/${device.id}`, () => Response.json(device));
  }

  answer(path: string, answer: Answer): void {
    this.#answers.set(path, answer);
  }

  answerAll(answer: Answer): void {
    for (const path of this.#answers.keys()) this.answer(path, answer);
  }

  restore(): void {
    window.fetch = this.#fetch;
  }

  async #answer(path: string, query: URLSearchParams): Promise<Response> {
    this.asked.push(path);
    return this.#answers.get(path)?.(query) ?? new Response(null, {status: 404});
  }
}
