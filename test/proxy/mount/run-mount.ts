import {once} from 'node:events';
import type {Server} from 'node:http';
import {register} from 'node:module';
import type {AddressInfo} from 'node:net';
import {startSandbox} from '../../../demo/sandbox/server.js';
import {CLIENT, ORG_ID, USERS} from '../../../demo/sandbox/users.js';

/** Where a module was asked for with `?probe`, `./podero.js` is the probe. */
const HOOK = `export const resolve = (specifier, context, next) =>
  (specifier === './podero.js' && context.parentURL?.endsWith('?probe') ? {url: ${JSON.stringify(new URL('probe.ts', import.meta.url).href)}, shortCircuit: true} : next(specifier, context));`;

/** Runs a file of `docs/mount` as it stands there, for Anna and Ben in front of a sandbox; `probe` with the probe in the place of the proxy. */
export async function runMount(file: string) {
  const sandbox = await startSandbox();
  Object.assign(process.env, mountEnvironment(sandbox));
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
  const start = async (query: string) => {
    const {server} = await import(`../../../docs/mount/${file}.ts${query}`) as {server: Server};
    if (!server.listening) await once(server, 'listening');
    return {server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`};
  };
  const [real, probe] = [await start(''), await start('?probe')];
  const close = async () => {
    for (const {server} of [real, probe]) { server.close(); server.closeAllConnections(); }
    await sandbox.close();
  };
  return {url: real.url, probeUrl: probe.url, close};
}

export const mountEnvironment = ({apiUrl, tokenUrl}: {readonly apiUrl: string; readonly tokenUrl: string}): Record<string, string> => ({
  PODERO_API_URL: apiUrl, PODERO_TOKEN_URL: tokenUrl, PODERO_CLIENT_ID: CLIENT.id, PODERO_CLIENT_SECRET: CLIENT.secret, PODERO_ORG_ID: ORG_ID,
  SESSIONS: JSON.stringify({'anna-1': {poderoUserId: USERS.anna.id}}), PORT: '0',
});
