/** The manifest as the sources say it now; `npm run build` writes the same to `dist/custom-elements.json`. */
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {ROOT} from './prepare.mjs';

const ARGUMENTS = ['analyze', '--quiet', '--config', 'dist-config/custom-elements-manifest.config.js'];

export const createManifest = () => cli({argv: ARGUMENTS, cwd: ROOT, noWrite: true});

/** For tests in a page: the manifest as of now, whether or not somebody has built. */
export const serveManifest = () => ({
  name: 'podero-manifest',
  serve: async ({path}) => path === '/custom-elements.json' ? {body: JSON.stringify(await createManifest()), type: 'json'} : undefined,
});
