import {Buffer} from 'node:buffer';
import type {Cue} from './cue.js';

export type Outcome = 'ok' | 'cancelled';

/** All that has to be known when a customer comes back from signing in: it travels in the address, since no process may remember it. */
export interface Ticket {
  /** Whose: the customer's place in the API. */
  readonly userPath: string;
  /** `heat-pumps/{id}`. */
  readonly device: string;
  readonly cue: Cue;
  readonly returnUrl: string;
  readonly outcome: Outcome;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** The same in both tickets of a sign-in: only one of them counts, and once. */
  readonly nonce: string;
}

export interface Tickets {
  seal(ticket: Ticket): Promise<string>;
  /** Undefined where it was not sealed with this secret, or is damaged. It may have expired. */
  open(sealed: string): Promise<Ticket | undefined>;
}

/** Twice what the longest returnUrl needs; an address of the API's may have no more. */
const MOST_CHARACTERS = 8000;
const VECTOR_BYTES = 12;

/** Encrypted, since the cue's secret must not be read in an address bar, and good in every process that has the same client secret. */
export function createTickets(clientSecret: string): Tickets {
  let deriving: Promise<CryptoKey> | undefined;
  const key = () => deriving ??= deriveKey(clientSecret);
  return {
    async seal(ticket) {
      const iv = crypto.getRandomValues(new Uint8Array(VECTOR_BYTES));
      const text = new TextEncoder().encode(JSON.stringify(ticket));
      const sealed = await crypto.subtle.encrypt({name: 'AES-GCM', iv}, await key(), text);
      return Buffer.concat([iv, new Uint8Array(sealed)]).toString('base64url');
    },
    async open(sealed) {
      const bytes = new Uint8Array(Buffer.from(sealed.slice(0, MOST_CHARACTERS), 'base64url'));
      // One way to write it: what a decoder leaves out is damage, too.
      if (Buffer.from(bytes).toString('base64url') !== sealed) return undefined;
      const [iv, rest] = [bytes.subarray(0, VECTOR_BYTES), bytes.subarray(VECTOR_BYTES)];
      const text = await crypto.subtle.decrypt({name: 'AES-GCM', iv}, await key(), rest).catch(() => undefined);
      return text && JSON.parse(new TextDecoder().decode(text)) as Ticket;
    },
  };
}

/** For this purpose and this form alone: another label is another key. */
const LABEL = 'podero-widgets reconnect ticket 1';

async function deriveKey(clientSecret: string): Promise<CryptoKey> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const secret = await crypto.subtle.importKey('raw', encode(clientSecret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey({name: 'HKDF', hash: 'SHA-256', salt: encode(''), info: encode(LABEL)},
    secret, {name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
}
