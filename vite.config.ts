import {defineConfig} from 'vite';
import {minifyTemplates} from './dist-config/minify-templates.js';
import {thirdPartyLicences} from './dist-config/third-party-licences.js';

/** For bundlers: an entry per element, what they share in chunks, every dependency left to the bundler. */
export default defineConfig({
  publicDir: false,
  plugins: [minifyTemplates(), thirdPartyLicences()],
  build: {
    target: 'es2022',
    outDir: 'dist/npm',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    lib: {
      entry: {
        'index': 'src/index.ts',
        'podero-device-list': 'src/elements/podero-device-list.ts',
        'podero-device-card': 'src/elements/podero-device-card.ts',
        'podero-consumption-chart': 'src/elements/podero-consumption-chart.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit/, /^@lit\//, /^@internationalized\//, /^zod/, /^chart\.js/, /^eventsource-parser/],
      output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
});
