import {installed} from './installed.mjs';

const PATHS = [
  '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** How puppeteer starts it. */
export function findFirefox() {
  const executablePath = installed('FIREFOX_PATH', ...PATHS);
  return executablePath && {browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: {'app.update.enabled': false}};
}
