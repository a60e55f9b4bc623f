import {
  announces, answers, drips, fine, floods, hangsUp, late, neverAnswers, redirects, resets, stalls, truncates, type Fault,
} from '../browser/faults/fault.js';
import type {FaultServer} from '../browser/faults/fault-server.js';
import type {Random} from './random.js';

const HTML = {'content-type': 'text/html'};

/** After these nobody is signed in, as far as the widgets know. */
const SIGNED_OUT: Readonly<Record<string, Fault>> = {
  '401': answers(401),
  '403': answers(403),
  'a login page': answers(200, HTML, '<!doctype html><title>Sign in</title>'),
};

/** What a collection may answer, but not one device: there it means that the device is gone. */
const OF_COLLECTIONS: Readonly<Record<string, Fault>> = {'404': answers(404), '405': answers(405), '501': answers(501)};

const badReadings: Fault = (response, healthy) => fine(response, healthy
  .replace(/"outdoor_temperature":[-\d.]+/g, '"outdoor_temperature":"NaN"')
  .replace(/"consumption_last_day_kwh":[-\d.]+/g, '"consumption_last_day_kwh":{"a":[1e999]}'));

const ofAll = (server: FaultServer, {between}: {between: (from: number, to: number) => number}): Readonly<Record<string, Fault>> => ({
  ...Object.fromEntries([204, 304, 400, 406, 408, 409, 410, 422, 425, 500, 502, 503, 504].map(status => [status, answers(status)])),
  '429 with Retry-After': answers(429, {'retry-after': '30'}),
  '500 with HTML': answers(500, HTML, '<h1>Oops</h1>'),
  'an error with 200': answers(200, {}, '{"detail": "Not found."}'),
  'no JSON': answers(200, {}, '[{"id": "fir'),
  'UTF-16': answers(200, {}, Buffer.from('[]', 'utf16le')),
  'no content type': answers(200, {'content-type': 'application/octet-stream'}),
  'bad readings': badReadings,
  'late': (response, healthy) => late(between(50, 600))(response, healthy),
  'never answers': neverAnswers,
  'stalls': stalls,
  'resets': resets,
  'truncates': truncates,
  'hangs up': hangsUp,
  'drips': drips(2),
  'floods': floods(6_000_000, {isAnnounced: false}),
  'announces a flood': announces(50_000_000),
  'redirects to a login page elsewhere': redirects(server.strangerUrl),
  'redirects in a circle': (response, healthy) => redirects(response.req.url!)(response, healthy),
});

/** Of three requests two are answered well; the others in any of the ways above, each of which is counted. */
export class Faults {
  /** For a while all is answered well. */
  isCalm = false;
  readonly counts = new Map<string, number>();
  readonly #random: Random;
  readonly #kinds: Readonly<Record<'all' | 'collections' | 'signedOut', Readonly<Record<string, Fault>>>>;

  constructor(server: FaultServer, random: Random) {
    this.#random = random;
    this.#kinds = {all: ofAll(server, {between: (from, to) => random.between(from, to)}), collections: OF_COLLECTIONS, signedOut: SIGNED_OUT};
  }

  readonly answer: Fault = (response, healthy) => {
    const kind = this.isCalm || this.#random.isLucky(2 / 3) ? undefined : this.#kindFor(response.req.url!);
    if (!kind) return fine(response, healthy);
    this.count(kind[0]);
    kind[1](response, healthy);
  };

  count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  #kindFor(url: string): readonly [kind: string, fault: Fault] {
    const isCollection = url.split('/').length === 2;
    const of = this.#random.isLucky(0.02) ? 'signedOut' : isCollection && this.#random.isLucky(0.1) ? 'collections' : 'all';
    return this.#random.pick(Object.entries(this.#kinds[of]));
  }
}
