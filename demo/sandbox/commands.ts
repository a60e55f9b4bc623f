import * as z from 'zod/mini';
import {USERS} from './users.js';

const collection = z.enum(['heat-pumps', 'electric-vehicles', 'inverters']);
const user = z.enum(Object.keys(USERS) as [keyof typeof USERS, ...(keyof typeof USERS)[]]);
/** The routes that can fail alone: those of a collection, and the record of a user, which belongs to none. */
const route = z.enum(['list', 'detail', 'update', 'savings', 'data', 'boost', 'user']);

const devices = new Set(Object.values(USERS).flatMap(({fleet}) => fleet.map(({id}) => id)));
const device = z.string().check(z.refine(id => devices.has(id), 'No such device'));

const place = z.strictObject({
  collection: z.optional(collection),
  user: z.optional(user),
  on: z.optional(route),
});

const patch = z.strictObject({
  device: z.string(),
  fields: z.optional(z.record(z.string(), z.unknown())),
  remove: z.optional(z.array(z.string())),
  on: z.optional(z.enum(['list', 'detail'])),
});

const failure = z.extend(place, {
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  body: z.optional(z.unknown()),
  contentType: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string())),
  delayMs: z.optional(z.number().check(z.minimum(0))),
});

const instant = z.string().check(z.refine(text => !Number.isNaN(Date.parse(text)), 'Not an instant'));

/** Strict, so that a misspelt command fails in the test that sends it. What each does: the table in `control.ts`. */
export const commandSchema = z.strictObject({
  reset: z.optional(z.literal(true)),
  seed: z.optional(z.int()),
  portal: z.optional(z.url()),
  clock: z.optional(z.union([
    z.enum(['stop', 'resume', 'reset']),
    z.strictObject({set: instant}),
    z.strictObject({advanceMs: z.number()}),
    z.strictObject({speed: z.number().check(z.positive(), z.maximum(100_000))}),
  ])),
  clearPatches: z.optional(z.union([z.literal(true), z.string()])),
  patch: z.optional(patch),
  disconnect: z.optional(device),
  reconnect: z.optional(device),
  generation: z.optional(z.strictObject({user, is: z.enum(['G1', 'G2'])})),
  recover: z.optional(z.union([z.literal(true), place])),
  fail: z.optional(failure),
  expireTokens: z.optional(z.literal(true)),
  resetRequests: z.optional(z.literal(true)),
});

export type Command = z.input<typeof commandSchema>;
export type Patch = z.infer<typeof patch>;
export type Failure = z.infer<typeof failure>;
export type FailureRoute = z.infer<typeof route>;
