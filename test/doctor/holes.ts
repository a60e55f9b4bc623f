import {USERS} from '../../demo/sandbox/users.js';

export type Holes = ReadonlySet<string>;

/** Where the naive proxy's portal is when it is not on the proxy's own origin. */
export const PORTAL = 'https://portal.example';

interface Hole {
  /** The one check that has to find it. */
  readonly check: string;
  /** What the doctor needs to be told besides. */
  readonly args?: readonly string[];
}

const FROM_PORTAL = {check: 'cors-headers', args: ['--origin', PORTAL]};

/** Each a single mistake of a proxy that is otherwise right. */
export const HOLES: Readonly<Record<string, Hole>> = {
  'another user by path': {check: 'user-path'},
  'another user by query': {check: 'user-query'},
  'another user by header': {check: 'user-header'},
  'another user by body': {check: 'user-body'},
  'another customer\'s device': {check: 'other-devices', args: ['--other-id', USERS.ben.devices!['heat-pump']]},
  ...Object.fromEntries(['owner', 'comment', 'external_device_id', 'lifecycle_state', 'lifecycle_error', 'actions', 'monitoring_status', 'price_zone']
    .map(field => [`out: ${field}`, {check: 'fields'}])),
  'out: savings': {check: 'fields'},
  'out: data': {check: 'fields'},
  ...Object.fromEntries(['deleted_at', 'lifecycle_state', 'is_trading_enabled', 'comment', 'price_zone', 'actual_steering_state', 'optimization_level']
    .map(field => [`in: ${field}`, {check: 'write-fields'}])),
  'out: the updated device': {check: 'control'},
  'redirect followed': {check: 'json'},
  'redirect passed on': {check: 'redirects'},
  'HTML with 200': {check: 'json'},
  'HTML at 401': {check: 'signed-out'},
  'login page instead of 401': {check: 'signed-out'},
  'push without a session': {check: 'signed-out'},
  'detail missing': {check: 'routes'},
  'text for a number': {check: 'shapes'},
  'wrong clock': {check: 'clock'},
  'no clock': {check: 'clock'},
  'token in an error': {check: 'errors'},
  'stack in an error': {check: 'errors'},
  'cookie passed on': {check: 'set-cookie'},
  'public cache': {check: 'cache'},
  'no Cache-Control': {check: 'cache'},
  'no Vary': {check: 'vary'},
  'wildcard CORS with credentials': {check: 'cors'},
  'reflected origin': {check: 'cors'},
  'origin null': {check: 'cors'},
  'origin by its beginning': {check: 'cors'},
  'origin by its end': {check: 'cors'},
  'no exposed headers': FROM_PORTAL,
  'no preflight': FROM_PORTAL,
  'route /users': {check: 'other-routes'},
  'route /devices/savings': {check: 'other-routes'},
  'PATCH of a device': {check: 'other-methods'},
  'DELETE of a device': {check: 'other-methods'},
  'POST to a collection': {check: 'other-methods'},
  'encoded slashes decoded': {check: 'odd-paths'},
  'null byte': {check: 'odd-paths'},
  'write from another site': {check: 'write-origin'},
  'boost from another site': {check: 'write-origin'},
  'write from a form': {check: 'write-form'},
  'oversized body': {check: 'write-size'},
  'foreign returnUrl': {check: 'return-url'},
  'cue\'s secret': {check: 'reconnect'},
  'no heartbeat': {check: 'push'},
  'events under another type': {check: 'push'},
  'messages that are not JSON': {check: 'push'},
  'out: pushed device': {check: 'push-fields'},
  'WebSocket from another site': {check: 'push-origin'},
};
