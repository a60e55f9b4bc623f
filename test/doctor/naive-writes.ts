import type {Context} from 'hono';
import {PORTAL, type Holes} from './holes.js';
import {refuse} from './naive-answers.js';

const WRITABLE = 'is_smart_optimization_active';

/** The body of a write that may pass, or the answer that refuses it. */
export async function bodyOf({req}: Context, own: string, holes: Holes): Promise<Record<string, unknown> | Response> {
  const origin = req.header('origin');
  const isOwn = origin ? [own, PORTAL].includes(origin) : req.header('sec-fetch-site') === 'same-origin';
  if (!isOwn && !holes.has('write from another site')) return refuse(403, 'Only the portal\'s own pages may write.');
  if (!req.header('content-type')?.startsWith('application/json') && !holes.has('write from a form')) return refuse(415, 'Send JSON.');
  const text = await req.text();
  if (text.length > 4096 && !holes.has('oversized body')) return refuse(413, 'The body is too large.');
  const body = parse(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  return holes.has('stack in an error') ? refuse(400, new SyntaxError('Unexpected token').stack ?? '') : refuse(400, 'Send a JSON object.');
}

/** Is every field one that may be written? */
export function mayWrite(body: Record<string, unknown>, holes: Holes): boolean {
  const isLetIn = (field: string) => field === WRITABLE || holes.has(`in: ${field}`) || (field === 'user_id' && holes.has('another user by body'));
  return Object.keys(body).length > 0 && Object.keys(body).every(isLetIn);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
