/** WebKitGTK: its driver, and a display that nobody sees. (Safari's own driver works only where a person has allowed it.) */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {fileURLToPath} from 'node:url';
import {installed} from './installed.mjs';

export function findWebKit() {
  const driver = installed('WEBKIT_DRIVER_PATH', '/usr/bin/WebKitWebDriver');
  const xvfb = installed('XVFB_PATH', '/usr/bin/Xvfb');
  return driver && xvfb && {driver, xvfb};
}

const ENVIRONMENT = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  // Frames are handed over in shared memory: without a graphics card that takes a third of the time, and leaves the other engines some.
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  LANGUAGE: 'en_US',
  // With a style sheet that lets the window become as narrow as a phone.
  XDG_CONFIG_HOME: fileURLToPath(new URL('gtk', import.meta.url)),
};

/** It answers a script that has no end with an error, but not one that was begun in a page that is being left. */
const SCRIPT_MS = 120_000;
const LONGEST_MS = SCRIPT_MS + 10_000;

/** Nothing of it may outlive this process, however that ends. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function startFamily() {
  const children = [];
  const kill = () => children.forEach(child => child.kill());
  const end = signal => {
    kill();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', kill);
    for (const signal of SIGNALS) process.off(signal, end);
  };
  process.once('exit', kill);
  for (const signal of SIGNALS) process.once(signal, end);
  return {
    /** Rejects `ended` when it cannot be started, or goes. */
    spawn(file, args, options) {
      const child = spawn(file, args, options);
      children.push(child);
      const ended = new Promise((_, reject) => {
        child.once('error', cause => reject(new Error(`${file} cannot be started.`, {cause})));
        child.once('exit', code => reject(new Error(`${file} has ended${code === null ? '' : ` with ${code}`}.`)));
      });
      ended.catch(() => {});
      return {child, ended};
    },
    end() {
      forget();
      kill();
    },
  };
}

/** One window, driven by the commands of https://www.w3.org/TR/webdriver2/#endpoints */
export async function startWebKit({driver, xvfb}) {
  const family = startFamily();
  try {
    const display = family.spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1600x8000x24', '-nolisten', 'tcp'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
    const [name] = await Promise.race([once(display.child.stdio[3], 'data'), display.ended]);
    const port = await freePort();
    const env = {...process.env, ...ENVIRONMENT, DISPLAY: `:${String(name).trim()}`};
    const {ended} = family.spawn(driver, [`--port=${port}`], {stdio: 'ignore', env});
    const url = `http://127.0.0.1:${port}`;
    await Promise.race([answers(`${url}/status`), ended]);
    const {sessionId} = await ask(`${url}/session`, 'POST', {capabilities: {alwaysMatch: {timeouts: {script: SCRIPT_MS, pageLoad: 60_000}}}});
    return {
      get: path => ask(`${url}/session/${sessionId}/${path}`, 'GET'),
      post: (path, body) => ask(`${url}/session/${sessionId}/${path}`, 'POST', body),
      delete: path => ask(`${url}/session/${sessionId}/${path}`, 'DELETE'),
      close: () => ask(`${url}/session/${sessionId}`, 'DELETE').finally(() => family.end()),
    };
  } catch (error) {
    family.end();
    throw error;
  }
}

async function ask(url, method, body) {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const response = await fetch(url, {method, signal, ...(body && {body: JSON.stringify(body)})});
  const {value} = await response.json();
  if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

async function answers(url) {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(url);
    } catch (cause) {
      if (tries === 600) throw new Error('WebKitWebDriver does not answer.', {cause});
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
