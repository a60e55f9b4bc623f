import {installed} from './installed.mjs';

const PATHS = [
  '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Without what only costs time where every page is ours: processes for each site, and some in reserve. */
const PREFERENCES = {
  'app.update.enabled': false, 'fission.autostart': false, 'dom.ipc.processCount': 1, 'dom.ipc.processPrelaunch.enabled': false,
};

/** How puppeteer starts it. */
export function findFirefox() {
  const executablePath = installed('FIREFOX_PATH', ...PATHS);
  return executablePath && {browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: PREFERENCES};
}
