import type {Plugin} from 'vite';

/**
 * The compiler's helper for decorators serves every kind there is, and costs the entry a fifth of a kilobyte. Ours
 * (`src/internal/property.ts`) only want to be told of a property's name.
 */
export function smallDecorate(): Plugin {
  let isFound = false;
  return {
    name: 'podero-small-decorate',
    enforce: 'pre',
    transform(_, id) {
      if (!/helpers[\\/](esm[\\/])?decorate\.js$/.test(id)) return;
      isFound = true;
      return {code: 'export default (decorators, prototype, name) => decorators.forEach(decorate => decorate(prototype, name));', map: null};
    },
    buildEnd(error) {
      if (!error && !isFound) throw new Error('The compiler no longer brings its helper for decorators as expected: look at small-decorate.ts.');
    },
  };
}
