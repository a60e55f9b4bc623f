import {Hono, type Context} from 'hono';
import {setTimeout as wait} from 'node:timers/promises';
import {COLLECTION_OF, type Collection} from '../../src/api/routes.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {refuse} from './answers.js';
import {failureFor, patched, type Controls, type Failure} from './control.js';
import {householdAt} from './household.js';
import {renderDetail, toListItem, type Payload} from './render.js';
import {findUser, ORG_ID, type SandboxUser} from './users.js';

/** `org/{org}/users/{user}/{collection}` and one device of it, for whoever brings a valid token. */
export function partnerRoutes(controls: Controls): Hono {
  const app = new Hono();
  app.use(async ({req}, next) =>
    controls.tokens.isValid(req.header('authorization')) ? next() : refuse(401, 'Unauthorized'));
  app.get('/org/:org/users/:user/:collection', c => answer(controls, c));
  app.get('/org/:org/users/:user/:collection/:id', c => answer(controls, c));
  return app;
}

async function answer(controls: Controls, {req}: Context): Promise<Response> {
  const {org, user: userId = '', collection, id} = req.param();
  const user = org === ORG_ID ? findUser(userId) : undefined;
  if (!user || !isCollection(collection)) return refuse(404, 'Not Found');
  const failure = failureFor(controls.failures, collection, user.id);
  if (failure?.delayMs) await wait(failure.delayMs, undefined, {ref: false});
  if (failure && (failure.status !== undefined || failure.body !== undefined)) return fail(failure);
  const found = id === undefined ? readList(controls, user, collection) : readDevice(controls, user, collection, id);
  return found ? Response.json(found) : refuse(404, 'Not Found');
}

export function readList(controls: Controls, user: SandboxUser, collection: Collection): readonly Payload[] {
  const device = render(controls, user, collection);
  return device ? [patched(toListItem(device), controls.patches, 'list')] : [];
}

export function readDevice(controls: Controls, user: SandboxUser, collection: Collection, id: string): Payload | undefined {
  const device = render(controls, user, collection);
  return device?.id === id ? patched(device, controls.patches, 'detail') : undefined;
}

function render({clock}: Controls, user: SandboxUser, collection: Collection): Payload | undefined {
  const kind = DEVICE_KINDS.find(kind => COLLECTION_OF[kind] === collection);
  return kind && renderDetail(kind, householdAt(clock.now()), user);
}

function fail({status, body, contentType, headers}: Failure): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {detail: 'This failure was asked for.'});
  return new Response(text, {status: status ?? 200, headers: {'content-type': contentType ?? 'application/json', ...headers}});
}

const isCollection = (word: string | undefined): word is Collection =>
  (Object.values(COLLECTION_OF) as (string | undefined)[]).includes(word);
