import type * as z from 'zod/mini';
import {deviceSchemas} from '../../src/api/schemas.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {allowFields} from '../../src/proxy/allow-fields.js';
import {PORTAL, type Holes} from './holes.js';

/** A device with what may pass, and what the holes let out beside it. */
export function pickDevice(kind: DeviceKind, sent: Record<string, unknown>, holes: Holes): Record<string, unknown> {
  const leaked = Object.keys(sent).filter(field => holes.has(`out: ${field}`));
  return {
    ...pick(deviceSchemas()[kind], sent) as object,
    ...Object.fromEntries(leaked.map(field => [field, sent[field]])),
    ...(holes.has('text for a number') && kind === 'heat-pump' ? {current_power_consumption_w: 'warm'} : {}),
  };
}

export const pick = (schema: z.core.$ZodType, sent: unknown): unknown => allowFields(schema)(sent);

/** Headers that every answer has; the later ones are the mistakes. */
export function headersOf(holes: Holes): Record<string, string> {
  return {
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Authorization, Origin',
    'x-content-type-options': 'nosniff',
    ...(holes.has('public cache') ? {'cache-control': 'public, max-age=60'} : {}),
    ...(holes.has('no Cache-Control') ? {'cache-control': ''} : {}),
    ...(holes.has('no Vary') ? {vary: 'Accept-Encoding'} : {}),
    ...(holes.has('cookie passed on') ? {'set-cookie': 'sessionid=of-the-api'} : {}),
    ...(holes.has('wrong clock') ? {date: new Date(Date.now() - 600_000).toUTCString()} : {}),
  };
}

/** What a page of `origin` may do, given the proxy's own. */
export function corsOf(origin: string, own: string, holes: Holes): Record<string, string> {
  if (holes.has('wildcard CORS with credentials')) return {...allow('*')};
  return isAllowed(origin, own, holes) ? {
    ...allow(origin),
    ...(holes.has('no exposed headers') ? {} : {'access-control-expose-headers': 'Date, Age, Retry-After, ETag, Podero-Stale'}),
  } : {};
}

const allow = (origin: string) => ({'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true'});

function isAllowed(origin: string, own: string, holes: Holes): boolean {
  return [own, PORTAL].includes(origin)
    || holes.has('reflected origin')
    || (holes.has('origin null') && origin === 'null')
    || (holes.has('origin by its beginning') && origin.startsWith(own))
    || (holes.has('origin by its end') && origin.endsWith(new URL(own).host));
}

export const PREFLIGHT = {'access-control-allow-methods': 'GET, PUT, POST, DELETE', 'access-control-allow-headers': 'content-type, fill-missing, authorization'};

export const html = (status: number): Response => new Response('<!doctype html><title>Sign in</title>', {status, headers: {'content-type': 'text/html'}});

export const refuse = (status: number, detail: string): Response => Response.json({detail}, {status});
