import {Hono} from 'hono';
import type {Parts} from './parts.js';

export function reconnectRoutes(_parts: Parts): Hono {
  return new Hono();
}

export function returnRoute(_parts: Parts): Hono {
  return new Hono();
}
