import {understand} from '../api/client.js';
import {readKey, routeOf} from '../api/endpoint.js';
import {usableLink} from '../api/links.js';
import {parseUrl} from '../api/parse-url.js';
import {request} from '../api/request.js';
import {judge} from '../api/retry-policy.js';
import {COLLECTION_OF} from '../api/routes.js';
import {send} from '../api/send.js';
import {asPoderoError, isRetryable, isSignedOut, PoderoError, worstError} from '../domain/errors.js';
import {inTurn} from '../internal/in-turn.js';
import {isOn} from '../internal/property.js';
import {warnOnce} from '../internal/warn-once.js';
import {PollController} from '../polling/poll-controller.js';
import {findPoller} from '../polling/shared-poller.js';
import {browserSurroundings} from '../polling/surroundings.js';
import {languageOf} from '../text/language.js';
import {mayLoadAgain, missingPart} from './chunk.js';
import {fire} from './events.js';
import {numberOr, oneOf, warnUnusable} from './settings.js';

/** What the chunks use of the entry: they share no code with it, so they are handed it (contract 2). */
export const WIRE = {
  asPoderoError, browserSurroundings, COLLECTION_OF, findPoller, fire, inTurn, isOn, isRetryable, isSignedOut, judge, languageOf,
  mayLoadAgain, missingPart, numberOr, oneOf, parseUrl, PoderoError, PollController, readKey, request, routeOf, send, understand, usableLink, warnOnce,
  warnUnusable, worstError,
};

export type Wire = typeof WIRE;
