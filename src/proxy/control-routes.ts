import {Hono} from 'hono';
import * as z from 'zod/mini';
import {COLLECTION_OF} from '../api/routes.js';
import {deviceSchemas} from '../api/schemas.js';
import {DEVICE_KINDS} from '../domain/device.js';
import {allowFields} from './allow-fields.js';
import {refuseLate, type Env} from './answering.js';
import {answer, answerNothing, refuse, refuseForNow} from './answers.js';
import {readBody} from './json-body.js';
import {forUser, type Parts} from './parts.js';
import {touchedBy} from './reads.js';
import {UpstreamError} from './upstream-error.js';
import type {UpstreamResult} from './upstream.js';
import {ID} from './user.js';

/** All that a customer's page may change of a device. The API would take a dozen more fields, and delete a device by one of them. */
const change = z.strictObject({is_smart_optimization_active: z.boolean()});

/** Why a device cannot do it now (podero-api.md 3): words from a list of the API's, never a text. */
const word = z.optional(z.string().check(z.regex(/^[a-z_]{1,40}$/)));
const conflict = z.catch(z.object({state: z.catch(word, undefined), reason: z.catch(word, undefined)}), {});

/** `PUT {collection}/{id}`, `POST` and `DELETE electric-vehicles/{id}/boost`. */
export function controlRoutes(parts: Parts): Hono {
  const {upstream, cache} = parts;
  const app = new Hono();
  /** However it ended: nobody is given any more what was read before, or while it was under way. */
  const write = async (userPath: string, device: string, ask: () => Promise<UpstreamResult>) => {
    const keys = touchedBy(userPath, device);
    try {
      return await ask();
    } finally {
      await cache.touch(keys);
    }
  };

  for (const kind of DEVICE_KINDS) {
    const pick = allowFields(deviceSchemas()[kind]);
    app.put(`/${COLLECTION_OF[kind]}/:id{${ID}}`, forUser(parts, async (userPath, {req, env}) => {
      const read = await readBody(req.raw, change, 'The body has to be {"is_smart_optimization_active": true} or false, and nothing else.');
      if ('refusal' in read) return read.refusal;
      if ((env as Env).isLate) return refuseLate();
      const device = `${COLLECTION_OF[kind]}/${req.param('id')}`;
      const result = await write(userPath, device, () => upstream.write('PUT', `${userPath}/${device}`, read.body));
      return answerWrite(result, json => {
        const allowed = pick(json);
        if (allowed === undefined) throw new UpstreamError('malformed');
        return answer(allowed);
      });
    }));
  }
  for (const method of ['POST', 'DELETE'] as const) {
    app.on(method, `/electric-vehicles/:id{${ID}}/boost`, forUser(parts, async (userPath, {req}) => {
      const device = `electric-vehicles/${req.param('id')}`;
      return answerWrite(await write(userPath, device, () => upstream.write(method, `${userPath}/${device}/boost`)), answerNothing);
    }));
  }
  return app;
}

function answerWrite(result: UpstreamResult, answerFound: (json: unknown) => Response): Response {
  switch (result.is) {
    case 'found': return answerFound(result.json);
    case 'done': return answerNothing();
    case 'conflict': return answer(z.parse(conflict, result.json), 409);
    case 'not-found': return refuse(404, 'The Podero API does not know this.');
    case 'too-many': return refuseForNow(result);
    case 'invalid': throw new UpstreamError('refused');
  }
}
