/**
 * `CHROME_PATH`, an installed Chrome or Chromium, else the one inside the package @sparticuz/chromium (Linux x64), so that a machine
 * with Node alone can run the tests.
 */
import {Launcher} from 'chrome-launcher';
import {installed} from './installed.mjs';

const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check',
  '--disable-dev-shm-usage',
  // Pages of the browser's own address bar, a hundred modules for each new visitor: what is measured or waited for would wait for them.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** How puppeteer starts it. */
export async function findChromium() {
  const executablePath = installed('CHROME_PATH') ?? anyInstalled();
  // Root, as in containers, may not use the sandbox.
  const args = process.getuid?.() === 0 || process.env.CI ? [...QUIET, '--no-sandbox'] : QUIET;
  return executablePath ? {executablePath, args, headless: true} : bundled();
}

function anyInstalled() {
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
}

async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // Makes the package unpack the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const {default: chromium} = await import('@sparticuz/chromium');
  return {executablePath: await chromium.executablePath(), args: chromium.args, headless: 'shell'};
}
