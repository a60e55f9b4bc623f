import {defineConfig} from 'vite';

/** The partner's server side and the program, for Node 20 and whatever else speaks `Request` and `Response`. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    lib: {
      entry: {'proxy/index': 'src/proxy/index.ts', 'proxy/node': 'src/proxy/node.ts', 'cli/main': 'src/cli/main.ts'},
      formats: ['es'],
    },
    rolldownOptions: {
      // Every package is left to be installed.
      external: /^(?:node:|(?![./\0]|[A-Za-z]:)[@\w])/,
      output: {chunkFileNames: 'proxy/chunks/[name]-[hash].js'},
    },
  },
});
