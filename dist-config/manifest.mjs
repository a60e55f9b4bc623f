/** The manifest as the sources say it now; `npm run build` writes the same to `dist/custom-elements.json`. */
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {ROOT} from './prepare.mjs';

const ARGUMENTS = ['analyze', '--quiet', '--config', 'dist-config/custom-elements-manifest.config.js'];

export const createManifest = () => cli({argv: ARGUMENTS, cwd: ROOT, noWrite: true});

/** For tests in a page: the manifest as of now, whether or not somebody has built; as a module too, for what Storybook shows. */
export const serveManifest = () => ({
  name: 'podero-manifest',
  resolveImport: ({source}) => source === 'virtual:custom-elements-manifest' ? '/custom-elements.js' : undefined,
  async serve({path}) {
    if (path === '/custom-elements.json') return {body: JSON.stringify(await createManifest()), type: 'json'};
    return path === '/custom-elements.js' ? {body: `export default ${JSON.stringify(await createManifest())}`, type: 'js'} : undefined;
  },
});
