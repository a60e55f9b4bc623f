import {startWebKit} from './webkit.mjs';

/** WebKitGTK for web-test-runner: one test file after the other in one window. */
export function webKitLauncher(found) {
  let starting;
  let active;
  const open = async url => (await (starting ??= startWebKit(found))).post('url', {url});
  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      active = id;
      await open(url);
    },
    isActive: id => id === active,
    getBrowserUrl: async () => (await starting).get('url'),
    async stopSession() {
      active = undefined;
      await open('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit cannot be watched here: try Chromium.')),
    stop: async () => (await starting)?.close(),
  };
}
