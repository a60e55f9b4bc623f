import {defineConfig} from 'vite';

/** The partner's server side, for Node 20 and whatever else speaks `Request` and `Response`. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'node20',
    outDir: 'dist/proxy',
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    lib: {entry: {index: 'src/proxy/index.ts'}, formats: ['es']},
    rolldownOptions: {external: [/^hono/, /^zod/, /^lru-cache/, /^rate-limiter-flexible/, /^ws$/, /^node:/]},
  },
});
