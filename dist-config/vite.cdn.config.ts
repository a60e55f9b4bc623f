import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {minifyTemplates} from './minify-templates.js';
import {retryChunks} from './retry-chunks.js';
import {shortCssError} from './short-css-error.js';
import {smallDecorate} from './small-decorate.js';
import {terser} from './terser.js';
import {thirdPartyLicences} from './third-party-licences.js';
import {renameTrustedTypesPolicy} from './trusted-types-policy.js';

/** The script-tag bundle: one entry without static import; lazy chunks that share nothing with it lie beside it. */
export default defineConfig({
  publicDir: false,
  define: {'process.env.NODE_ENV': '"production"'},
  plugins: [minifyTemplates(), smallDecorate(), shortCssError(), renameTrustedTypesPolicy(), terser(), retryChunks(), thirdPartyLicences()],
  resolve: {alias: {'@kurkle/color': fileURLToPath(new URL('plain-colours.ts', import.meta.url))}},
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    sourcemap: true,
    reportCompressedSize: false,
    lib: {entry: {'podero-widgets': 'src/index.ts'}, formats: ['es']},
    rolldownOptions: {output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', minify: true, comments: {annotation: false}}},
  },
});
