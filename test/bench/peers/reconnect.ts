/** Asks the proxy where the customer can sign in again at the manufacturer, and goes there. */
import type {Device} from './model.js';
import {COLLECTIONS} from './model.js';

export async function reconnect(proxy: string, {kind, id}: Device): Promise<void> {
  const response = await fetch(`${proxy}/${COLLECTIONS[kind]}/${encodeURIComponent(id)}/reconnect`, {
    method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({returnUrl: location.href, language: 'en'}),
  });
  const answer = await response.json() as {readonly redirect_url?: unknown};
  if (typeof answer.redirect_url === 'string' && answer.redirect_url.startsWith('https:')) location.assign(answer.redirect_url);
}
