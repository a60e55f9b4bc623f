import {Hono, type Context} from 'hono';
import {refuse} from './answers.js';
import {failInstead} from './failures.js';
import type {Controls} from './state.js';
import {userRecord} from './user-record.js';
import {findByExternalId, findUser, ORG_ID, type SandboxUser} from './users.js';

/**
 * `{org}/users/{id}` and `{org}/users/by-ext-id/{number}`, the partner's own number. Nobody has been deleted, so that
 * `include_deleted` changes nothing.
 */
export function userRoutes(controls: Controls): Hono {
  const app = new Hono();
  const serve = (find: (id: string) => SandboxUser | undefined) => async ({req}: Context) => {
    const user = req.param('org') === ORG_ID ? find(req.param('id') ?? '') : undefined;
    if (!user) return refuse(404, 'Not Found');
    return await failInstead(controls.failures, {userId: user.id, route: 'user'}) ?? Response.json(userRecord(user));
  };
  app.get('/:org/users/:id', serve(findUser));
  app.get('/:org/users/by-ext-id/:id', serve(findByExternalId));
  return app;
}
