import {Hono, type Context} from 'hono';
import * as z from 'zod/mini';
import {refuse} from './answers.js';
import {connectionOf} from './connections.js';
import {cuesOf, isSecretOf, type Cue} from './cues.js';
import type {Controls} from './state.js';
import {loginPathOf, pathOf} from './tickets.js';
import {USERS} from './users.js';

const httpUrl = z.url({protocol: /^https?$/});
const resolution = z.object({successUrl: httpUrl, cancelUrl: httpUrl, language: z._default(z.string(), 'en')});
const outcome = z.object({state: z.enum(['success', 'fail'])});

type Answer = (controls: Controls, cue: Cue, c: Context) => Response | Promise<Response>;

/** Pending actions: begun and read with bearer and secret, their outcome reported with the secret alone. */
export function cueRoutes(controls: Controls): Hono {
  const app = new Hono();
  const serve = (answer: Answer, mayCome: (c: Context) => boolean = () => true) => (c: Context) => {
    if (!mayCome(c)) return refuse(401, 'Unauthorized');
    const cue = findCue(controls, c.req.param('cue') ?? '');
    if (!cue) return refuse(404, 'This action is no longer active.');
    const isGood = isSecretOf(cue.id, c.req.query('secret') ?? '', controls.clock.now().getTime());
    return isGood ? answer(controls, cue, c) : refuse(403, 'This secret is wrong, or older than an hour.');
  };
  const hasToken = ({req}: Context) => controls.tokens.isValid(req.header('authorization'));
  app.post('/:cue/resolve', serve(begin, hasToken));
  app.post('/:cue/information/resolve', serve(settle, hasToken));
  app.post('/:cue/state', serve(report));
  return app;
}

function findCue(controls: Controls, id: string): Cue | undefined {
  const now = controls.clock.now().getTime();
  const {connections, settledCues} = controls;
  return Object.values(USERS).flatMap(({fleet}) => fleet)
    .flatMap(device => cuesOf(device, connectionOf(device, connections, now), settledCues))
    .find(cue => cue.id === id);
}

/** The manufacturer's login page stands on the origin to which the customer is to come back. */
async function begin(_: Controls, {device}: Cue, {req}: Context): Promise<Response> {
  const body = resolution.safeParse(await req.json().catch(() => undefined));
  if (!body.success) return refuse(422, 'successUrl and cancelUrl have to be http(s) URLs.');
  const [success, cancel] = [new URL(body.data.successUrl), new URL(body.data.cancelUrl)];
  if (success.origin !== cancel.origin) return refuse(422, 'successUrl and cancelUrl have to be of one origin.');
  const ticket = {device: device.id, awaitsOutcome: true, success: pathOf(success), cancel: pathOf(cancel), language: body.data.language};
  return Response.json({redirect_url: success.origin + loginPathOf(ticket)});
}

/** Success takes the action away, if the customer has indeed signed in; a failure leaves it for another try. */
async function report({connections, clock, settledCues}: Controls, {id, code, device}: Cue, {req}: Context): Promise<Response> {
  const body = outcome.safeParse(await req.json().catch(() => undefined));
  if (!body.success) return refuse(422, 'state has to be "success" or "fail".');
  const now = clock.now().getTime();
  if (body.data.state === 'success') {
    if (code !== 'reauthenticate') settledCues.add(id);
    else if (connectionOf(device, connections, now).is === 'signed-in') connections.set(device.id, {is: 'connected', since: now});
  }
  return Response.json({action_id: id});
}

function settle({settledCues}: Controls, {id, code}: Cue): Response {
  if (code !== 'information') return refuse(404, 'This action is no information.');
  settledCues.add(id);
  return Response.json({action_id: id});
}
