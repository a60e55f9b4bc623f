import {setTimeout as wait} from 'node:timers/promises';
import type {Collection} from '../../src/api/routes.js';
import type {Failure, FailureRoute} from './commands.js';
import {USERS} from './users.js';

type Place = Pick<Failure, 'collection' | 'user' | 'on'>;

/** What a request asks for. */
export interface Asked {
  /** None: the record of the user. */
  readonly collection?: Collection;
  readonly userId: string;
  readonly route: FailureRoute;
}

/** Waits if a failure says so, and gives the answer that it puts in the place of the right one. */
export async function failInstead(failures: readonly Failure[], asked: Asked): Promise<Response | undefined> {
  const failure = failureFor(failures, asked);
  if (failure?.delayMs) await wait(failure.delayMs, undefined, {ref: false});
  return failure && (failure.status !== undefined || failure.body !== undefined) ? answerOf(failure) : undefined;
}

/** The failure that holds: one that names the user before one for everybody, one that names more before one that names less. */
function failureFor(failures: readonly Failure[], {collection, userId, route}: Asked): Failure | undefined {
  const here = failures.filter(({collection: failing = collection, user, on = route}) =>
    failing === collection && on === route && (!user || USERS[user].id === userId));
  return here.sort((a, b) => precision(b) - precision(a))[0];
}

const precision = ({user, collection, on}: Place): number => (user ? 4 : 0) + (collection ? 2 : 0) + (on ? 1 : 0);

export const isSamePlace = (a: Place, b: Place): boolean => a.collection === b.collection && a.user === b.user && a.on === b.on;

function answerOf({status, body, contentType, headers}: Failure): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {detail: 'This failure was asked for.'});
  return new Response(text, {status: status ?? 200, headers: {'content-type': contentType ?? 'application/json', ...headers}});
}
