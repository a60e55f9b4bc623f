import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findEngines} from './dist-config/browsers.mjs';
import {countReporter} from './dist-config/count-reporter.mjs';
import {webKitLauncher} from './dist-config/engines/webkit-launcher.mjs';
import {bundledLibraries} from './dist-config/libraries.mjs';
import {serveManifest} from './dist-config/manifest.mjs';
import {allFiles, files, serveNames} from './dist-config/page-tests.mjs';

// Far from UTC, so that a time that is read in the wrong zone is seen.
process.env.TZ = 'Pacific/Chatham';

const {engines, missing} = await findEngines();
for (const sentence of missing) console.log(sentence);

const launcher = ({name, launch}) => name === 'WebKit' ? webKitLauncher(launch) : Object.assign(chromeLauncher({launchOptions: launch}), {name});

export default {
  files,
  nodeResolve: {exportConditions: ['browser', 'development']},
  plugins: [
    serveManifest(),
    serveNames(),
    bundledLibraries(allFiles()),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
  ],
  browsers: engines.map(launcher),
  reporters: [defaultReporter({reportTestProgress: false}), countReporter()],
  // An `it.only` left behind would silence all other tests. Patience is for three engines on two slow cores.
  testFramework: {config: {forbidOnly: true, timeout: 60_000}},
  concurrentBrowsers: engines.length,
  // A page behind another gets no animation frames, and the tests wait for them.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 400_000,
  filterBrowserLogs: ({args: [first]}) => !/dev mode|^podero-widgets:/.test(String(first)),
};
