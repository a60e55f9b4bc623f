import {getConnInfo} from '@hono/node-server/conninfo';
import {Hono} from 'hono';
import {refuse} from './answers.js';
import {applyCommand} from './control.js';
import type {Controls} from './state.js';

/**
 * `POST /control` (a command of `control.ts`), `GET /control` (clock, patches, failures), `GET /control/requests`.
 * Only for whoever sits at this machine, and only as JSON: that type another site's page cannot send without being asked first.
 */
export function controlRoutes(controls: Controls): Hono {
  const app = new Hono();
  app.use(async (c, next) => (isLoopback(getConnInfo(c).remote.address) && isOwnName(c.req.url) ? next() : refuse(404, 'Not Found')));
  app.get('/requests', () => Response.json(Object.fromEntries(controls.requests)));
  app.get('/', () => Response.json(stateOf(controls)));
  app.post('/', async ({req}) => {
    if (!req.header('content-type')?.startsWith('application/json')) return refuse(415, 'Send a command as application/json.');
    try {
      applyCommand(controls, await req.json());
    } catch (error) {
      return refuse(400, (error as Error).message);
    }
    return Response.json(stateOf(controls));
  });
  return app;
}

export const isLoopback = (address = ''): boolean => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);

/** A name of another site that leads to this machine is not believed. */
const isOwnName = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

const stateOf = ({clock, patches, failures, seed, generations, connections}: Controls) => ({
  now: clock.now(),
  isStopped: clock.isStopped(),
  speed: clock.speed(),
  runs: clock.runs(),
  seed,
  patches,
  failures,
  generations: Object.fromEntries(generations),
  connections: Object.fromEntries(connections),
});
