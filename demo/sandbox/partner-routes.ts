import {Hono, type Context} from 'hono';
import {COLLECTION_OF, type Collection} from '../../src/api/routes.js';
import {refuse} from './answers.js';
import {answerBoost, answerDisarm} from './boost.js';
import type {FailureRoute} from './commands.js';
import {cueRoutes} from './cue-routes.js';
import {failInstead} from './failures.js';
import {answerSavings, answerSeries} from './history-routes.js';
import {findDevice, readDevice, readList} from './read-devices.js';
import type {Controls} from './state.js';
import {answerUpdate} from './update.js';
import {userRoutes} from './user-routes.js';
import {findUser, ORG_ID, type SandboxUser} from './users.js';

/** What a request is about, once it is known whose and what it is. */
interface Request {
  readonly user: SandboxUser;
  readonly collection: Collection;
  readonly id: string;
}

type Answer = (controls: Controls, asked: Request, c: Context) => Response | Promise<Response>;

const USER = '/org/:org/users/:user/:collection';

/** Users, their `{collection}`, one device of it, and what hangs on that, for whoever brings a valid token. */
export function partnerRoutes(controls: Controls): Hono {
  const app = new Hono();
  const serve = (route: FailureRoute, answer: Answer) => (c: Context) => answerFor(controls, c, route, answer);
  app.route('/cues', cueRoutes(controls));
  app.use(async ({req}, next) =>
    controls.tokens.isValid(req.header('authorization')) ? next() : refuse(401, 'Unauthorized'));
  app.route('/org', userRoutes(controls));
  app.get(USER, serve('list', (_, {user, collection}) => Response.json(readList(controls, user, collection))));
  app.get(`${USER}/:id`, serve('detail', (_, {user, collection, id}) => found(readDevice(controls, user, collection, id))));
  app.put(`${USER}/:id`, serve('update', (_, {user, collection, id}, c) => answerUpdate(controls, user, collection, id, c)));
  app.get(`${USER}/:id/savings`, serve('savings', withHistory(answerSavings)));
  app.get(`${USER}/:id/data`, serve('data', withHistory(answerSeries)));
  app.post(`${USER}/:id/boost`, serve('boost', forVehicle(answerBoost)));
  app.delete(`${USER}/:id/boost`, serve('boost', forVehicle(answerDisarm)));
  return app;
}

async function answerFor(controls: Controls, c: Context, route: FailureRoute, answer: Answer): Promise<Response> {
  const {org, user: userId = '', collection, id = ''} = c.req.param() as Record<string, string | undefined>;
  const user = org === ORG_ID ? findUser(userId) : undefined;
  if (!user || !isCollection(collection)) return refuse(404, 'Not Found');
  return await failInstead(controls.failures, {collection, userId, route}) ?? answer(controls, {user, collection, id}, c);
}

/** For devices of users who have a history. */
const withHistory = (answer: typeof answerSavings): Answer => (controls, {user, collection, id}, c) => {
  const device = findDevice(user, collection, id);
  const {dayZone: zone} = user;
  return device && zone ? answer(controls, {user, device, zone}, c) : refuse(404, 'Not Found');
};

const forVehicle = (answer: typeof answerBoost): Answer => (controls, {user, collection, id}) => {
  const device = collection === 'electric-vehicles' ? findDevice(user, collection, id) : undefined;
  return device ? answer(controls, user, device) : refuse(404, 'Not Found');
};

const found = (value: unknown): Response => (value ? Response.json(value) : refuse(404, 'Not Found'));

const isCollection = (word: string | undefined): word is Collection =>
  (Object.values(COLLECTION_OF) as (string | undefined)[]).includes(word);
