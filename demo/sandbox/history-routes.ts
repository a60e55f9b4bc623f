import type {Context} from 'hono';
import * as z from 'zod/mini';
import {refuse} from './answers.js';
import {RESOLUTIONS, type Zone} from './calendar.js';
import type {SandboxDevice} from './devices.js';
import {historyOf} from './history.js';
import {DAY_MS} from './home-time.js';
import {savingsOf} from './savings.js';
import {columnsOf, seriesOf, STEP_LENGTHS} from './series.js';
import type {Controls} from './state.js';
import type {SandboxUser} from './users.js';

const instant = z.string().check(z.refine(text => !Number.isNaN(Date.parse(text)), 'Not an instant'));

const savingsQuery = z.object({from: instant, to: instant, resolution: z._default(z.enum(RESOLUTIONS), '1MONTH')});

const seriesQuery = z.object({
  from_datetime: z.optional(instant),
  to_datetime: z.optional(instant),
  resolution: z._default(z.enum(STEP_LENGTHS), '15MIN'),
  keywords: z.optional(z.string()),
});

const LONGEST_MS = 2 * 366 * DAY_MS;

/** Whose device, for users who have a history at all. */
export interface Asked {
  readonly user: SandboxUser;
  readonly device: SandboxDevice;
  readonly zone: Zone;
}

/** `GET …/{collection}/{id}/savings?from&to&resolution`. */
export function answerSavings(controls: Controls, {user, device, zone}: Asked, {req}: Context): Response {
  const query = savingsQuery.safeParse(req.query());
  if (!query.success) return unprocessable(query.error.issues);
  return Response.json(savingsOf(historyOf(controls, user, device), query.data, zone, controls.clock.now()));
}

/** `GET …/{collection}/{id}/data?from_datetime&to_datetime&resolution&keywords`, header `fill-missing`. */
export function answerSeries(controls: Controls, {user, device, zone}: Asked, {req}: Context): Response {
  const query = seriesQuery.safeParse(req.query());
  if (!query.success) return unprocessable(query.error.issues);
  const columns = query.data.keywords?.split(',') ?? columnsOf(device.kind);
  const unknown = columns.filter(name => !columnsOf(device.kind).includes(name));
  if (unknown.length) return refuse(422, `Unknown keywords: ${unknown.join(', ')}.`);
  const range = rangeOf(query.data, controls.clock.now());
  if (range.to - range.from > LONGEST_MS) return refuse(422, 'Ask for two years at most.');
  const fillMissing = req.header('fill-missing') === 'true';
  const rows = seriesOf(historyOf(controls, user, device), {...range, stepLength: query.data.resolution, columns, fillMissing}, zone);
  return rows.length ? Response.json({metadata: {}, data: rows}) : refuse(400, 'There is no data in this period.');
}

/** By default the last day. */
function rangeOf(query: z.infer<typeof seriesQuery>, now: Date): {from: number; to: number} {
  const to = query.to_datetime ? Date.parse(query.to_datetime) : now.getTime();
  return {from: query.from_datetime ? Date.parse(query.from_datetime) : to - DAY_MS, to};
}

const unprocessable = (issues: readonly z.core.$ZodIssue[]): Response =>
  refuse(422, issues.map(({path, message}) => `${path.join('.')}: ${message}`).join('; '));
