import type {Clock} from './clock.js';
import type {Failure, Patch} from './commands.js';
import type {Connection} from './connections.js';
import type {Tokens} from './oauth.js';
import type {Generation} from './users.js';

/** Everything that can be changed from outside, by commands or by the API's own writing routes. */
export interface Controls {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly requests: Map<string, number>;
  /** Where the API is reached: `http://…/api/partners/v2.0/`. */
  apiUrl: string;
  /** Origin of the page under which the manufacturer's login page is served. */
  portal: string;
  seed: number;
  patches: readonly Patch[];
  failures: readonly Failure[];
  /** By user id: described in another generation than usual. */
  readonly generations: Map<string, Generation>;
  /** By device id: how it stands with its manufacturer, where that is not as at the beginning. */
  readonly connections: Map<string, Connection>;
  /** By device id: when somebody has wanted the vehicle charged at once. */
  readonly boosts: Map<string, readonly number[]>;
  /** Ids of the notices that the customer has read. */
  readonly settledCues: Set<string>;
}

export type Beginning = Pick<Controls, 'clock' | 'tokens' | 'seed' | 'portal'>;

export const createControls = (beginning: Beginning): Controls => ({
  ...beginning,
  apiUrl: '',
  requests: new Map(),
  patches: [],
  failures: [],
  generations: new Map(),
  connections: new Map(),
  boosts: new Map(),
  settledCues: new Set(),
});

/** As at the beginning, but for the seed, the tokens and the portal. */
export function forgetChanges(controls: Controls): void {
  controls.clock.reset();
  Object.assign(controls, {patches: [], failures: []});
  for (const changes of [controls.requests, controls.generations, controls.connections, controls.boosts, controls.settledCues]) changes.clear();
}
