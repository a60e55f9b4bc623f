import {defineConfig} from 'vite';

/** Nothing of the package's own build (`vite.config.ts`), which Storybook would take for its own. */
export default defineConfig({});
