import type {Check} from './check.js';
import {cache} from './checks/cache.js';
import {clock} from './checks/clock.js';
import {control} from './checks/control.js';
import {corsHeaders} from './checks/cors-headers.js';
import {cors} from './checks/cors.js';
import {errors} from './checks/errors.js';
import {fields} from './checks/fields.js';
import {hints} from './checks/hints.js';
import {json} from './checks/json.js';
import {oddPaths} from './checks/odd-paths.js';
import {otherDevices} from './checks/other-devices.js';
import {otherMethods} from './checks/other-methods.js';
import {otherRoutes} from './checks/other-routes.js';
import {pushFields} from './checks/push-fields.js';
import {pushOrigin} from './checks/push-origin.js';
import {push} from './checks/push.js';
import {reconnect} from './checks/reconnect.js';
import {redirects} from './checks/redirects.js';
import {returnUrl} from './checks/return-url.js';
import {routes} from './checks/routes.js';
import {setCookie} from './checks/set-cookie.js';
import {shapes} from './checks/shapes.js';
import {signedIn} from './checks/signed-in.js';
import {signedOut} from './checks/signed-out.js';
import {urlToken} from './checks/url-token.js';
import {userBody} from './checks/user-body.js';
import {userHeader} from './checks/user-header.js';
import {userPath} from './checks/user-path.js';
import {userQuery} from './checks/user-query.js';
import {vary} from './checks/vary.js';
import {writeFields} from './checks/write-fields.js';
import {writeForm} from './checks/write-form.js';
import {writeOrigin} from './checks/write-origin.js';
import {writeSize} from './checks/write-size.js';

/** All checks, in the order in which their lines are printed: does it work, whose data, what of it, who else, what may be written. */
export const CHECKS: readonly Check[] = [
  signedIn, signedOut, json, redirects, routes, shapes, clock,
  userPath, userQuery, userHeader, userBody, otherDevices,
  fields, setCookie, cache, vary,
  cors, corsHeaders, urlToken,
  otherRoutes, otherMethods, oddPaths,
  control, writeFields, writeOrigin, writeForm, writeSize, reconnect, returnUrl,
  push, pushFields, pushOrigin,
  hints, errors,
];
