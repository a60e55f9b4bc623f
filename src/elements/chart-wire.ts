import {request} from '../api/request.js';
import {judge} from '../api/retry-policy.js';
import {COLLECTION_OF} from '../api/routes.js';
import {routeOf} from '../api/endpoint.js';
import {asPoderoError, PoderoError, worstError} from '../domain/errors.js';
import {inTurn} from '../internal/in-turn.js';
import {PollController} from '../polling/poll-controller.js';
import {warnUnusable} from './settings.js';

/** What the chart's chunk reads its series with: it shares no code with the entry, so it is handed the entry's (contract 2). */
export const WIRE = {asPoderoError, COLLECTION_OF, inTurn, judge, PoderoError, PollController, request, routeOf, warnUnusable, worstError};

export type Wire = typeof WIRE;
