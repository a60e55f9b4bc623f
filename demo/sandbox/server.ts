import {Hono} from 'hono';
import type {Collection} from '../../src/api/routes.js';
import {listen, type Listening} from '../listen.js';
import {refuse} from './answers.js';
import {createClock, type Clock} from './clock.js';
import {controlRoutes} from './control-routes.js';
import type {Command} from './commands.js';
import {applyCommand} from './control.js';
import {manufacturerRoutes} from './manufacturer/routes.js';
import {createTokens} from './oauth.js';
import {partnerRoutes} from './partner-routes.js';
import {readDevice, readList} from './read-devices.js';
import type {Payload} from './render.js';
import {createControls, type Controls} from './state.js';
import {USERS, type UserName} from './users.js';

/** A Podero Partner API on this machine: real HTTP, simulated home. */
export interface Sandbox extends Listening {
  /** What `createProxy` takes as `apiUrl` and `tokenUrl`. */
  readonly apiUrl: string;
  readonly tokenUrl: string;
  readonly clock: Clock;
  /** The commands of `control.ts`, as by `POST /control`. Throws on a command that does not exist. */
  control(command: Command): void;
  /** Requests since the start or the last `resetRequests`: path → number. The control route itself is not counted. */
  requests(): Record<string, number>;
  /** What the API would answer at this moment, failures aside. */
  list(user: UserName, collection: Collection): readonly Payload[];
  /** The same for one device; undefined if the user has none of this id. */
  device(user: UserName, collection: Collection, id: string): Payload | undefined;
}

export interface SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default: one that runs with real time. Hand over an old sandbox's to go on where it was. */
  readonly clock?: Clock;
  /** Which home it is: the same seed and instant always give the same. Default 0, the reference home. */
  readonly seed?: number;
  /** The instant at which it begins. Default: as the clock says. */
  readonly start?: Date;
  /** Origin of the portal that serves the manufacturer's login page; also by command. */
  readonly portalUrl?: string;
  /** Seconds that a token is good for. Default 36 000, as the API's. */
  readonly tokenLifetimeS?: number;
}

const API = '/api/partners/v2.0';
const TOKEN = '/oauth2/token/';
/** Nobody has said where the pages are: a link that looks right and leads nowhere. */
const UNKNOWN_PORTAL = 'https://portal.example';

/** Rejects with `EADDRINUSE` when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {port = 0, host = '127.0.0.1', clock = createClock(), seed = 0, start, portalUrl, tokenLifetimeS = 36_000} = options;
  const controls = createControls({clock, seed, tokens: createTokens(tokenLifetimeS), portal: portalUrl ?? UNKNOWN_PORTAL});
  if (start) clock.set(start);
  const listening = await listen(routes(controls).fetch, {port, host});
  controls.apiUrl = `${listening.url}${API}/`;
  return {
    ...listening,
    apiUrl: controls.apiUrl,
    tokenUrl: `${listening.url}${TOKEN}`,
    clock,
    control: command => applyCommand(controls, command),
    requests: () => Object.fromEntries(controls.requests),
    list: (user, collection) => readList(controls, USERS[user], collection),
    device: (user, collection, id) => readDevice(controls, USERS[user], collection, id),
  };
}

function routes(controls: Controls): Hono {
  const app = new Hono().notFound(() => refuse(404, 'Not Found'));
  app.route('/control', controlRoutes(controls));
  app.use(async ({req}, next) => {
    controls.requests.set(req.path, (controls.requests.get(req.path) ?? 0) + 1);
    await next();
  });
  app.route('/manufacturer', manufacturerRoutes(controls));
  app.post(TOKEN, ({req}) => controls.tokens.answer(req.raw));
  app.route(API, partnerRoutes(controls));
  return app;
}
