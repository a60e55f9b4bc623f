import {defineConfig} from 'vite';
import {createManifest} from '../dist-config/manifest.mjs';

const NAME = 'virtual:custom-elements-manifest';

/** The documentation of the elements as the sources say it now, whether or not somebody has built. */
const manifest = {
  name: 'podero-manifest',
  resolveId: (id: string) => id === NAME ? `\0${NAME}` : undefined,
  load: async (id: string) => id === `\0${NAME}` ? `export default ${JSON.stringify(await createManifest())}` : undefined,
};

/** Nothing of the package's own build (`vite.config.ts`), which Storybook would take for its own. */
export default defineConfig({plugins: [manifest]});
