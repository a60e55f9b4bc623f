/**
 * What a test or a developer can do to the sandbox while it runs: one JSON object with one or more of these commands,
 * by `POST /control` (loopback only) or `sandbox.control(…)`. Several are carried out in the order of this table.
 *
 * | Command | Effect |
 * |---|---|
 * | `{"clock": "stop"}`, `"resume"`, `"reset"` | holds the present instant; runs on from there; real time again |
 * | `{"clock": {"set": "2026-04-18T09:00:00Z"}}` | jumps there, stopped or running as before |
 * | `{"clock": {"advanceMs": 600000}}` | jumps by that much |
 * | `{"clearPatches": true}`, `{"clearPatches": "<device id>"}` | all devices, or one, as simulated again |
 * | `{"patch": {"device": "<id>", "fields": {…}, "remove": ["…"], "on": "list" \| "detail"}}` | replaces fields by any JSON, null included, and leaves out those of `remove`; adds to earlier patches of the device. Without `on`: list and detail. `actions` patched without `on` shows in the list, too |
 * | `{"recover": true}`, `{"recover": {"collection": "…", "user": "…"}}` | ends all failures, or one that was begun with the same collection and user |
 * | `{"fail": {"collection": "…", "user": "anna", "status": 502, "body": …, "contentType": "…", "headers": {…}, "delayMs": 0}}` | list and details of the collection answer so: any JSON, or text as it stands. Without `user`: for everybody. Without `status`: 200 if there is a `body`. Only `delayMs`: the right answer, late |
 * | `{"expireTokens": true}` | every token handed out so far is refused with 401 |
 * | `{"resetRequests": true}` | `GET /control/requests` (path → number of requests) counts from zero |
 */
import * as z from 'zod/mini';
import type {Collection} from '../../src/api/routes.js';
import type {Clock} from './clock.js';
import type {Tokens} from './oauth.js';
import type {Payload} from './render.js';
import {USERS} from './users.js';

const collection = z.enum(['heat-pumps', 'electric-vehicles', 'inverters']);
const user = z.enum(Object.keys(USERS) as [keyof typeof USERS, ...(keyof typeof USERS)[]]);

const patch = z.strictObject({
  device: z.string(),
  fields: z.optional(z.record(z.string(), z.unknown())),
  remove: z.optional(z.array(z.string())),
  on: z.optional(z.enum(['list', 'detail'])),
});

const failure = z.strictObject({
  collection,
  user: z.optional(user),
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  body: z.optional(z.unknown()),
  contentType: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string())),
  delayMs: z.optional(z.number().check(z.minimum(0))),
});

const instant = z.string().check(z.refine(text => !Number.isNaN(Date.parse(text)), 'Not an instant'));

/** Strict, so that a misspelt command fails in the test that sends it. */
const commandSchema = z.strictObject({
  clock: z.optional(z.union([
    z.enum(['stop', 'resume', 'reset']),
    z.strictObject({set: instant}),
    z.strictObject({advanceMs: z.number()}),
  ])),
  clearPatches: z.optional(z.union([z.literal(true), z.string()])),
  patch: z.optional(patch),
  recover: z.optional(z.union([z.literal(true), z.strictObject({collection, user: z.optional(user)})])),
  fail: z.optional(failure),
  expireTokens: z.optional(z.literal(true)),
  resetRequests: z.optional(z.literal(true)),
});

export type Command = z.input<typeof commandSchema>;
export type Patch = z.infer<typeof patch>;
export type Failure = z.infer<typeof failure>;

/** Everything that can be changed from outside. */
export interface Controls {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly requests: Map<string, number>;
  patches: readonly Patch[];
  failures: readonly Failure[];
}

type Values = {readonly [K in keyof Command]-?: NonNullable<Command[K]>};

const APPLY: {readonly [K in keyof Values]: (controls: Controls, value: Values[K]) => void} = {
  clock: ({clock}, change) => {
    if (typeof change === 'string') clock[change]();
    else if ('set' in change) clock.set(new Date(change.set));
    else clock.advance(change.advanceMs);
  },
  clearPatches: (controls, which) => {
    controls.patches = which === true ? [] : controls.patches.filter(({device}) => device !== which);
  },
  patch: (controls, added) => { controls.patches = [...controls.patches, added]; },
  recover: (controls, which) => {
    controls.failures = which === true ? [] : controls.failures.filter(failure => !isSamePlace(failure, which));
  },
  fail: (controls, added) => {
    controls.failures = [...controls.failures.filter(failure => !isSamePlace(failure, added)), added];
  },
  expireTokens: ({tokens}) => tokens.expireAll(),
  resetRequests: ({requests}) => requests.clear(),
};

/** Throws an Error that names what is wrong with the command; then nothing has been changed. */
export function applyCommand(controls: Controls, command: unknown): void {
  const parsed = commandSchema.safeParse(command);
  if (!parsed.success) throw new Error(`Not a command of the sandbox: ${describe(parsed.error.issues)}`);
  for (const name of Object.keys(APPLY) as (keyof Command)[]) applyOne(controls, name, parsed.data);
}

function applyOne<K extends keyof Command>(controls: Controls, name: K, command: Command): void {
  const value = command[name] as Values[K] | undefined;
  if (value !== undefined) APPLY[name](controls, value);
}

export function patched(payload: Payload, patches: readonly Patch[], on: 'list' | 'detail'): Payload {
  return patches
    .filter(patch => patch.device === payload.id && (patch.on ?? on) === on)
    .reduce<Payload>((device, {fields = {}, remove = []}) => omit({...device, ...fields}, remove), payload);
}

/** The failure that holds for this user's collection: one that names the user before one for everybody. */
export function failureFor(failures: readonly Failure[], collection: Collection, userId: string): Failure | undefined {
  const here = failures.filter(failure => failure.collection === collection);
  return here.find(({user}) => user && USERS[user].id === userId) ?? here.find(({user}) => !user);
}

const isSamePlace = (a: Pick<Failure, 'collection' | 'user'>, b: Pick<Failure, 'collection' | 'user'>): boolean =>
  a.collection === b.collection && a.user === b.user;

const omit = (payload: Payload, names: readonly string[]): Payload =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name))) as Payload;

const describe = (issues: readonly z.core.$ZodIssue[]): string => issues
  .map(issue => `${issue.code.replace('_', ' ')} ${issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''} at ${issue.path.join('.') || 'the top'}`)
  .join('; ');
