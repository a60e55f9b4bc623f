import {Hono, type HonoRequest} from 'hono';
import * as z from 'zod/mini';
import {COLLECTION_OF} from '../api/routes.js';
import {savingsSchema} from '../api/savings-schema.js';
import {deviceSchemas} from '../api/schemas.js';
import {seriesSchema} from '../api/series-schema.js';
import {DEVICE_KINDS, type DeviceKind} from '../domain/device.js';
import {allowFields} from './allow-fields.js';
import {answer, answerReading, refuse} from './answers.js';
import {seriesQuery, savingsQuery, type Query} from './history-query.js';
import {forUser, type Parts} from './parts.js';
import type {Read} from './reads.js';
import {ID} from './user.js';

/** A user's devices of one kind. */
export const listRead = (kind: DeviceKind): Read => LIST_READS[kind];

const LIST_READS = Object.fromEntries(DEVICE_KINDS.map(kind =>
  [kind, {path: COLLECTION_OF[kind], pick: allowFields(z.array(deviceSchemas()[kind]))}])) as Readonly<Record<DeviceKind, Read>>;

const HISTORY = {
  savings: {pick: allowFields(savingsSchema), query: savingsQuery},
  data: {pick: allowFields(seriesSchema), query: seriesQuery},
} as const;

/** The route says *what* is read, the session says *whose*; nothing else of a request goes upstream. */
export function readRoutes(parts: Parts): Hono {
  const app = new Hono();
  const {reads} = parts;
  for (const kind of DEVICE_KINDS) {
    const collection = COLLECTION_OF[kind];
    const pick = allowFields(deviceSchemas()[kind]);
    const deviceOf = ({req}: {req: HonoRequest}) => `${collection}/${req.param('id')}`;
    app.get(`/${collection}`, forUser(parts, async (userPath, {req}) => answerReading(await reads.read(userPath, listRead(kind)), req.raw), () => answer([])));
    app.get(`/${collection}/:id{${ID}}`, forUser(parts, async (userPath, c) =>
      answerReading(await reads.read(userPath, {path: deviceOf(c), pick}), c.req.raw)));
    for (const [route, {pick, query}] of Object.entries(HISTORY)) {
      app.get(`/${collection}/:id{${ID}}/${route}`, forUser(parts, async (userPath, c) => {
        const asked: Query = query(new URL(c.req.url).searchParams);
        if ('fault' in asked) return refuse(400, asked.fault);
        const isFilled = route === 'data' && c.req.header('fill-missing') === 'true';
        return answerReading(await reads.read(userPath, {path: `${deviceOf(c)}/${route}?${asked.query}`, pick, isFilled, isHistory: true}), c.req.raw);
      }));
    }
  }
  return app;
}
