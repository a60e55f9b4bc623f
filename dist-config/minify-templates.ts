import {transform} from 'lightningcss';
import type {Plugin} from 'vite';

/** Minifies our `css` templates and takes the indentation out of our markup: JavaScript minifiers leave strings as they are. */
export function minifyTemplates(): Plugin {
  return {
    name: 'podero-minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/][^?]*\.ts$/.test(id)) return;
      return {
        // One line break is left of each indentation: to markup it is the same white space, and code may need it.
        code: code.replace(/\bcss`([^`$]*)`/g, (_, sheet: string) => `css\`${minifySheet(sheet, id)}\``).replace(/\n\s+/g, '\n'),
        map: null,
      };
    },
  };
}

const minifySheet = (sheet: string, filename: string): string =>
  transform({filename, code: Buffer.from(sheet), minify: true}).code.toString().replaceAll('\\', '\\\\');
