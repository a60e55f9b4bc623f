/** The demonstration: a simulated Podero API, and a portal whose pages show the built widgets. `npm start` runs this. */
import type {Listening} from './listen.js';
import {startPortal} from './portal/server.js';
import {startSandbox} from './sandbox/server.js';

const DEFAULT_PORT = 8080;
const PORTS_TRIED = 50;

const port = readPort(process.env.PORT);
if (port === undefined) {
  console.error(`PORT has to be a whole number from 1 to 65535; it is "${process.env.PORT}".`);
  process.exit(1);
}

const sandbox = await startSandbox();
const portal = await startOnFreePort(port, port => startPortal({port, sandboxUrl: sandbox.url}));
if (portal.port !== port) console.log(`Port ${port} is in use, so the portal moved to ${portal.port}.`);
console.log(`Portal: http://localhost:${portal.port}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

function readPort(text: string | undefined): number | undefined {
  if (!text) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
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
