import {cardParts, eventTypes, plainTypes, propertyDocs, tokens} from './manifest-plugins.js';
import {onlyElements} from './manifest-publish.js';

/** `custom-elements.json`: what editors, frameworks and the README know of the elements. Made from the class comments and the code. */
export default {
  globs: ['src/{elements,styles}/**/*.ts', 'src/{api,domain}/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [propertyDocs(), plainTypes(), eventTypes(), tokens(), cardParts(), onlyElements()],
};
