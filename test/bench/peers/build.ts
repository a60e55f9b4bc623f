/** Builds both peers as the product's script-tag bundle is built: by Vite, then terser, style sheets minified. */
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';
import {build} from 'vite';
import {minifyTemplates} from '../../../dist-config/minify-templates.js';
import {terser} from '../../../dist-config/terser.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One of the product's style sheets wants lit's tag: a peer has no lit. */
const withoutLit = (): Plugin => ({
  name: 'peers-without-lit',
  enforce: 'pre',
  resolveId: id => id === 'lit' ? '\0lit-css' : undefined,
  load: id => id === '\0lit-css' ? 'export const css = strings => ({cssText: strings.join("")});' : undefined,
});

const ENTRIES = {vanilla: './vanilla/main.ts', react: './react/main.ts', check: './model.ts'};

/** Writes `vanilla.js`, `react.js` and their chunks, and `check.js`, by which both understand JSON. */
export async function buildPeers(outDir: string): Promise<void> {
  for (const [name, entry] of Object.entries(ENTRIES)) {
    await build({
      configFile: false,
      root: here('.'),
      publicDir: false,
      logLevel: 'error',
      define: {'process.env.NODE_ENV': '"production"'},
      plugins: [minifyTemplates(), withoutLit(), terser()],
      build: {
        target: 'es2022',
        outDir,
        emptyOutDir: false,
        sourcemap: true,
        reportCompressedSize: false,
        lib: {entry: {[name]: here(entry)}, formats: ['es']},
        // What list and chart share stays in the entry: no second file that both wait for.
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {entryFileNames: '[name].js', chunkFileNames: `${name}-chunks/[name]-[hash].js`, minify: true, comments: {annotation: false}},
        },
      },
    });
  }
}
