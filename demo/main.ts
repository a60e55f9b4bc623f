/** The demonstration: a simulated Podero API, and a portal whose pages show the built widgets. `npm start` runs this. */
import type {Listening} from './listen.js';
import {startPortal} from './portal/server.js';
import {startSandbox} from './sandbox/server.js';

const DEFAULT_PORT = 8080;
const PORTS_TRIED = 50;

const port = readPort('PORT', DEFAULT_PORT);
// Any free one, unless somebody wants to send commands to the simulated API (`sandbox/control.ts`).
const sandbox = await startSandbox({port: readPort('SANDBOX_PORT', 0)}).catch(refuseToStart);
const portal = await startOnFreePort(port, port => startPortal({port, sandboxUrl: sandbox.url})).catch(refuseToStart);
if (portal.port !== port) console.log(`Port ${port} is in use, so the portal moved to ${portal.port}.`);
// The manufacturer's login page is the portal's guest, so the links to it are the portal's.
sandbox.control({portal: portal.url});
console.log(`Portal: ${portal.url}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
// npm does not pass on the signal that stops it: whoever has lost its parent stops too.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(), 1_000).unref();

function readPort(name: 'PORT' | 'SANDBOX_PORT', fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  console.error(`${name} has to be a whole number from 1 to 65535; it is "${text}".`);
  process.exit(1);
}

function refuseToStart(error: NodeJS.ErrnoException): never {
  console.error(error.code === 'EADDRINUSE'
    ? 'No free port was found. Choose others by PORT and SANDBOX_PORT, or stop what uses them.'
    : `The demonstration cannot start: ${error.message}`);
  process.exit(1);
}

/** The wanted port, or the first free one after it. */
async function startOnFreePort(wanted: number, start: (port: number) => Promise<Listening>): Promise<Listening> {
  for (let port = wanted; ; port++) {
    try {
      return await start(port);
    } catch (error) {
      const isLast = port === Math.min(wanted + PORTS_TRIED, 65_535);
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || isLast) throw error;
    }
  }
}

async function stop(): Promise<void> {
  await Promise.all([portal.close(), sandbox.close()]);
  process.exit(0);
}
