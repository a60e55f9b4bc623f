import type {Plugin} from 'vite';

/** Lit explains at length what only an author of styles can do wrong, and ours are checked while they are written. */
export function shortCssError(): Plugin {
  return {
    name: 'podero-short-css-error',
    transform(code, id) {
      if (!/reactive-element[\\/]css-tag\.js$/.test(id)) return;
      const short = code.replace(/"Value passed to 'css'[^"]*"\s*\+\s*(\w+)\s*\+\s*"[^"]*"/, '$1');
      if (short === code) throw new Error('Lit no longer explains its css tag as expected: look at short-css-error.ts.');
      return {code: short, map: null};
    },
  };
}
