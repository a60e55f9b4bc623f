import type {Plugin} from 'vite';

/**
 * A browser remembers that a module could not be loaded: the same `import()` fails for as long as the page lives (Chrome up to
 * at least 147). In the script-tag bundle a chunk that failed is therefore asked for under another address, with a query.
 * The function's name is as long as `import`, so that the source map stays true.
 */
export function retryChunks(): Plugin {
  return {
    name: 'podero-retry-chunks',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
        const code = chunk.code.replace(/\bimport(?=\(([`'"])\.\/chunks\/)/g, 'chunk$');
        if (code === chunk.code) throw new Error('The entry imports no chunk as expected: look at retry-chunks.ts.');
        chunk.code = code.replace(/(?=\n\/\/# sourceMappingURL|$)/, RETRY);
      }
    },
  };
}

const RETRY = '\nfunction chunk$(path){const failed=chunk$[path]??="";'
  + 'return import(path+failed).catch(error=>{chunk$[path]="?again="+Date.now();throw error})}';
