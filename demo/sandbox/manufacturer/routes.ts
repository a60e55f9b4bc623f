import {Hono, type Context, type Next} from 'hono';
import {readFile} from 'node:fs/promises';
import {refuse} from '../answers.js';
import type {Controls} from '../state.js';
import {readTicket, type Ticket} from '../tickets.js';
import {renderLogin} from './page.js';

/** Nothing inline, nothing from elsewhere, not a line of script. */
const CONTENT_SECURITY_POLICY = 'default-src \'none\'; style-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'';

/**
 * The cloud of the devices' invented manufacturer, with the page on which a customer signs in again. The portal serves it
 * under its own origin, and the page leads to nothing but paths there.
 */
export function manufacturerRoutes(controls: Controls): Hono {
  const app = new Hono().notFound(() => refuse(404, 'Not Found'));
  const forTicket = (answer: (ticket: Ticket, c: Context) => Promise<Response>) => (c: Context) => {
    const ticket = readTicket(c.req.query('ticket') ?? '');
    return ticket ? answer(ticket, c) : refuse(404, 'This link is not one of ours.');
  };
  app.use(guard);
  app.get('/style.css', async c => c.body(await readFile(new URL('style.css', import.meta.url)), 200, {'content-type': 'text/css; charset=utf-8'}));
  app.get('/sign-in', forTicket(async (ticket, c) => c.html(await renderLogin(ticket, c.req.query('ticket') ?? ''))));
  app.post('/sign-in', forTicket((ticket, c) => decide(controls, ticket, c)));
  return app;
}

async function guard(c: Context, next: Next): Promise<void> {
  await next();
  c.header('content-security-policy', CONTENT_SECURITY_POLICY);
  c.header('referrer-policy', 'no-referrer');
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'no-store');
}

async function decide({connections, clock}: Controls, {device, awaitsOutcome, success, cancel}: Ticket, c: Context): Promise<Response> {
  const {choice} = await c.req.parseBody();
  if (choice !== 'sign-in') return c.redirect(cancel, 303);
  connections.set(device, {is: awaitsOutcome ? 'signed-in' : 'connected', since: clock.now().getTime()});
  return c.redirect(success, 303);
}
