/**
 * Where the browser of the tests comes from: `CHROME_PATH`, an installed Chrome or Chromium, else the one inside the package
 * @sparticuz/chromium (Linux x64), so that a machine with Node alone can run them.
 */
import {existsSync} from 'node:fs';
import {Launcher} from 'chrome-launcher';

const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check',
  '--disable-dev-shm-usage',
];

/** @returns {Promise<{executablePath: string, args: string[], headless: true | 'shell'}>} */
export async function findChromium() {
  const path = process.env.CHROME_PATH || installed();
  // Root, as in containers, may not use the sandbox.
  const args = process.getuid?.() === 0 || process.env.CI ? [...QUIET, '--no-sandbox'] : QUIET;
  if (path && !existsSync(path)) throw new Error(`CHROME_PATH is set to ${path}, and there is no such file.`);
  return path ? {executablePath: path, args, headless: true} : bundled();
}

function installed() {
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
}

async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found: install one, or set CHROME_PATH to it.');
  }
  // Makes the package unpack the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const {default: chromium} = await import('@sparticuz/chromium');
  return {executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell'};
}
