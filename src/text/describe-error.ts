import type {ErrorCode} from '../domain/errors.js';
import type {LabelKey} from './messages.js';

/** What happened and what to do, as label keys; `action` where doing it again can help. */
export interface ErrorWords {
  readonly title: LabelKey;
  readonly hint: LabelKey;
  readonly action?: 'retry';
  /** The provider has to help; the hint says so. */
  readonly isProviders: boolean;
  /** `on`: nothing is broken, somebody has to sign in. */
  readonly tone: 'bad' | 'on';
}

/** What could not be loaded. */
export type Subject = 'devices' | 'device' | 'energy';

/** Codes with a title of their own; the rest say what could not be loaded. */
const TITLES: Partial<Record<ErrorCode, LabelKey>> = {
  'config': 'failed-config',
  'offline': 'offline',
  'unauthorized': 'signed-out',
  'forbidden': 'no-access',
  'not-found': 'failed-not-found',
  'rate-limited': 'failed-rate-limited',
};

const PROVIDERS: readonly ErrorCode[] = ['malformed', 'not-found', 'config', 'forbidden'];

/** The customer's words for an error: a code without a hint does not compile. Never anything the server wrote. */
export const describeError = (code: ErrorCode, subject: Subject): ErrorWords => ({
  title: TITLES[code] ?? `failed-${subject}`,
  hint: `hint-${code}`,
  tone: code === 'unauthorized' || code === 'forbidden' ? 'on' : 'bad',
  isProviders: PROVIDERS.includes(code),
  ...(code === 'config' ? {} : {action: 'retry'}),
});
