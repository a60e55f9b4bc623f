import {transform} from 'lightningcss';
import type {Plugin} from 'vite';

/**
 * Minifies our `css` templates and takes line breaks with their indentation out of our markup, as JSX does: JavaScript minifiers leave
 * strings as they are, and a quarter of a card's nodes would be white space that nobody sees. A space within a line stays.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'podero-minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/][^?]*\.ts$/.test(id)) return;
      return {
        // Elsewhere one line break is left of each indentation: code may need it, and between attributes it is white space as any other.
        code: code
          .replace(/\bcss`([^`$]*)`/g, (_, sheet: string) => `css\`${minifySheet(sheet, id)}\``)
          .replace(/\b(html|svg)`\n\s+/g, '$1`')
          .replace(/([>}])\n\s+(?=<\/?[a-z]|\$\{)/g, '$1')
          .replace(/\n\s+/g, '\n'),
        map: null,
      };
    },
  };
}

const minifySheet = (sheet: string, filename: string): string =>
  transform({filename, code: Buffer.from(sheet), minify: true}).code.toString().replaceAll('\\', '\\\\');
