/**
 * What a test, a developer or the portal's panel can do to the sandbox while it runs: one JSON object with one or more of
 * these commands, by `POST /control` (loopback only) or `sandbox.control(…)`. Several are carried out in the order of this
 * table.
 *
 * | Command | Effect |
 * |---|---|
 * | `{"reset": true}` | undoes all commands and all writing through the API, and begins to count requests again; the seed, the tokens and the portal stay |
 * | `{"seed": 7}` | another home for everybody, with other makes, habits and weather. 0 is the reference home |
 * | `{"portal": "http://localhost:8080"}` | origin of the pages that serve the manufacturer's login page (`/manufacturer/…`): the `authorization_url` of G1 leads there |
 * | `{"clock": "stop"}`, `"resume"`, `"reset"` | holds the present instant; runs on from there; real time again |
 * | `{"clock": {"set": "2026-04-18T09:00:00Z"}}` | jumps there, stopped or running as before |
 * | `{"clock": {"advanceMs": 600000}}` | jumps by that much |
 * | `{"clock": {"speed": 60}}` | from here on a minute passes in a second; 1 is real time. Nothing jumps |
 * | `{"clearPatches": true}`, `{"clearPatches": "<device id>"}` | all devices, or one, as simulated again; forgets what was `PUT`, too |
 * | `{"patch": {"device": "<id>", "fields": {…}, "remove": ["…"], "on": "list" \| "detail"}}` | replaces fields by any JSON, null included, and leaves out those of `remove`; adds to earlier patches of the device. Without `on`: list and detail. `actions` patched without `on` shows in the list, too |
 * | `{"disconnect": "<device id>"}`, `{"reconnect": "<device id>"}` | the manufacturer forgets the customer's sign-in, or knows it again. Until then the device's readings stay as they are. G1: `is_authenticated` false, `authorization_url`; G2: `is_authenticated` false, `action_needed`, `actions` in the detail |
 * | `{"generation": {"user": "anna", "is": "G1" \| "G2"}}` | the generation of the API that describes this user's devices |
 * | `{"recover": true}`, `{"recover": {"collection": "…", "user": "…", "on": "…"}}` | ends all failures, or one that was begun at the same place |
 * | `{"fail": {"collection": "…", "user": "anna", "on": "list" \| "detail" \| "update" \| "savings" \| "data" \| "boost" \| "user", "status": 502, "body": …, "contentType": "…", "headers": {…}, "delayMs": 0}}` | answers so: any JSON, or text as it stands. Without `collection`: all of them. Without `user`: for everybody. Without `on`: every route. Without `status`: 200 if there is a `body`. Only `delayMs`: the right answer, late |
 * | `{"expireTokens": true}` | every token handed out so far is refused with 401 |
 * | `{"resetRequests": true}` | `GET /control/requests` (path → number of requests) counts from zero |
 */
import type * as z from 'zod/mini';
import {commandSchema, type Command} from './commands.js';
import type {Connection} from './connections.js';
import {isSamePlace} from './failures.js';
import {forgetChanges, type Controls} from './state.js';
import {USERS} from './users.js';

type Values = {readonly [K in keyof Command]-?: NonNullable<Command[K]>};

const APPLY: {readonly [K in keyof Values]: (controls: Controls, value: Values[K]) => void} = {
  reset: forgetChanges,
  seed: (controls, seed) => { controls.seed = seed; },
  portal: (controls, url) => { controls.portal = new URL(url).origin; },
  clock: ({clock}, change) => {
    if (typeof change === 'string') clock[change]();
    else if ('set' in change) clock.set(new Date(change.set));
    else if ('speed' in change) clock.setSpeed(change.speed);
    else clock.advance(change.advanceMs);
  },
  clearPatches: (controls, which) => {
    controls.patches = which === true ? [] : controls.patches.filter(({device}) => device !== which);
  },
  patch: (controls, added) => { controls.patches = [...controls.patches, added]; },
  disconnect: (controls, device) => connect(controls, device, 'disconnected'),
  reconnect: (controls, device) => connect(controls, device, 'connected'),
  generation: ({generations}, {user, is}) => { generations.set(USERS[user].id, is); },
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

function connect({connections, clock}: Controls, device: string, is: Connection['is']): void {
  connections.set(device, {is, since: clock.now().getTime()});
}

const describe = (issues: readonly z.core.$ZodIssue[]): string => issues
  .map(issue => `${issue.code.replace('_', ' ')} ${issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''} at ${issue.path.join('.') || 'the top'}`)
  .join('; ');
