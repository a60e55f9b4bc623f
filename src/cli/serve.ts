/** `podero-widgets proxy`: the proxy as a server by itself, told what to do by environment variables. */
import {createProxy, type ProxyOptions} from '../proxy/index.js';
import {askSession} from './ask-session.js';
import {readEnvironment} from './environment.js';
import {HELP} from './help.js';
import {logFrom} from './log.js';
import {startServer, type RunningServer} from './server.js';
import {trustGateway} from './trust-gateway.js';
import type {Values} from './variables.js';

/** Serves until it is told to stop. The exit code: 2 where it cannot start as it was told. */
export async function runProxy(args: readonly string[]): Promise<number> {
  if (args.some(arg => ['--help', '-h'].includes(arg))) {
    console.log(HELP);
    return 0;
  }
  const {values, faults, warnings} = readEnvironment(process.env);
  const wrong = args.length ? ['"podero-widgets proxy" takes no arguments: it is told by environment variables; --help lists them.', ...faults] : faults;
  for (const sentence of [...wrong, ...warnings]) console.error(`podero-widgets: ${sentence}`);
  if (wrong.length) return 2;
  try {
    const server = await startServer(createProxy(optionsOf(values)), {port: values.PORT ?? 0, host: values.HOST ?? ''});
    logFrom('info')({level: 'info', event: 'listening', url: server.url + (values.PODERO_BASE_PATH ?? '')});
    return await untilStopped(server, values);
  } catch (error) {
    console.error(`podero-widgets: ${sentenceOf(error as NodeJS.ErrnoException)}`);
    return 2;
  }
}

/** Node adds its reason in a word; a message of `createProxy` names the option. */
const sentenceOf = ({code, message}: NodeJS.ErrnoException): string => START_FAULTS[code ?? ''] ?? `the proxy cannot start: ${message}`;

const START_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT is in use by another program: stop it, or choose another port, such as 3001.',
  EACCES: 'PORT needs rights that this user has not: choose one above 1023, such as 3000.',
  EADDRNOTAVAIL: 'HOST is no address of this machine, such as 127.0.0.1.',
  ENOTFOUND: 'HOST is no address of this machine, such as 127.0.0.1.',
};

/** The options of `createProxy` that the variables stand for. */
function optionsOf(values: Values): ProxyOptions {
  const options = {
    apiUrl: values.PODERO_API_URL,
    tokenUrl: values.PODERO_TOKEN_URL,
    clientId: values.PODERO_CLIENT_ID,
    clientSecret: values.PODERO_CLIENT_SECRET,
    basePath: values.PODERO_BASE_PATH,
    publicUrl: values.PODERO_PUBLIC_URL,
    allowedOrigins: values.PODERO_ALLOWED_ORIGINS,
    redirectHosts: values.PODERO_REDIRECT_HOSTS,
    cacheSeconds: values.PODERO_CACHE_SECONDS,
    staleSeconds: values.PODERO_STALE_SECONDS,
    pushSeconds: values.PODERO_PUSH_SECONDS,
    timeoutSeconds: values.PODERO_TIMEOUT_SECONDS,
    requestsPerMinute: {perUser: values.PODERO_REQUESTS_PER_USER, all: values.PODERO_REQUESTS_ALL},
    streamsPerUser: values.PODERO_STREAMS_PER_USER,
    log: logFrom(values.PODERO_LOG_LEVEL ?? 'info'),
    user: userOf(values),
  };
  // What is not said is left to the proxy. The variables have been checked, those that it needs are there.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as unknown as ProxyOptions;
}

/** Who is signed in: the portal says it, or its gateway. */
function userOf({PODERO_ORG_ID: orgId, PODERO_SESSION_URL: sessionUrl, PODERO_USER_HEADER: userHeader, PODERO_GATEWAY_SECRET: secret}: Values) {
  const find = sessionUrl === undefined ? trustGateway(userHeader ?? '', secret ?? '') : askSession(sessionUrl);
  return async (request: Request) => {
    const customer = await find(request);
    return customer && {orgId, ...customer};
  };
}

async function untilStopped(server: RunningServer, values: Values): Promise<number> {
  const signal = await new Promise<string>(resolve => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  const log = logFrom(values.PODERO_LOG_LEVEL ?? 'info');
  log({level: 'info', event: 'stopping', signal});
  await server.close();
  log({level: 'info', event: 'stopped'});
  return 0;
}
