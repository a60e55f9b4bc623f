import {Hono, type Context} from 'hono';
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
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('referrer-policy', 'no-referrer');
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-store');
  });
  app.get('/style.css', async c => c.body(await readFile(new URL('style.css', import.meta.url)), 200, {'content-type': 'text/css; charset=utf-8'}));
  app.get('/sign-in', async c => {
    const [text, ticket] = ticketOf(c);
    return ticket ? c.html(await renderLogin(ticket, text)) : refuse(404, 'This link is not one of ours.');
  });
  app.post('/sign-in', async c => {
    const [, ticket] = ticketOf(c);
    return ticket ? decide(controls, ticket, c) : refuse(404, 'This link is not one of ours.');
  });
  return app;
}

function ticketOf({req}: Context): [text: string, ticket: Ticket | undefined] {
  const text = req.query('ticket') ?? '';
  return [text, readTicket(text)];
}

async function decide({connections, clock}: Controls, {device, awaitsOutcome, success, cancel}: Ticket, c: Context): Promise<Response> {
  const {choice} = await c.req.parseBody();
  if (choice !== 'sign-in') return c.redirect(cancel, 303);
  connections.set(device, {is: awaitsOutcome ? 'signed-in' : 'connected', since: clock.now().getTime()});
  return c.redirect(success, 303);
}
