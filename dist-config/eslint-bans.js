/** What the house does not do, whatever it would save. A rule holds one list only: those of narrower files repeat the wider one. */
const ban = (message, ...selectors) => selectors.map(selector => ({selector, message}));

const NO_STORAGE = 'Nothing is stored in the customer\'s browser.';

const EVERYWHERE = [
  ...ban('No enum: a union of words.', 'TSEnumDeclaration'),
  ...ban('zod only as `import * as z from \'zod/mini\'`: by name, or from \'zod\', it is up to 93 kB more.',
    'ImportDeclaration[source.value=/^zod(?!.mini$)/]',
    'ImportDeclaration[importKind!="type"][source.value="zod/mini"] > :matches(ImportSpecifier, ImportDefaultSpecifier)'),
];

const NAMED = ban('No default exports.', 'ExportDefaultDeclaration', 'ExportSpecifier[exported.name="default"]');

/** Data become text only, and nothing needs `unsafe-inline`: a partner's page may forbid both. */
const SOURCES = [
  ...EVERYWHERE,
  ...NAMED,
  ...ban('Data become text only: no markup out of strings.',
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)$/]',
    'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    'ImportDeclaration[source.value=/^lit.+(unsafe-|static-html)/]',
    'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML=$/]'),
  ...ban('A style attribute or element needs `unsafe-inline`: classes, or SVG attributes, or `style.setProperty` in `updated()`.',
    'ImportDeclaration[source.value=/style-map/]',
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=|<style/]'),
  ...ban(NO_STORAGE, 'MemberExpression[property.name=/^(cookie|localStorage|sessionStorage|indexedDB)$/]'),
];

/** Younger than Chrome 94, Firefox 101 or Safari 16.4, which show everything too (contract 2, faults L17). */
const YOUNGER = ban('Younger than Chrome 94, Firefox 101 and Safari 16.4: older means do it too.',
  'MemberExpression[property.name=/^(throwIfAborted|findLast|findLastIndex|toSorted|toReversed|toSpliced|checkVisibility|getSetCookie)$/]',
  'MemberExpression[object.name="AbortSignal"]',
  'MemberExpression[property.name="reason"]:matches([object.name=/signal/i], [object.property.name="signal"])',
  'MemberExpression[object.name="Promise"][property.name=/^(withResolvers|try)$/]',
  'MemberExpression[object.name=/^(Object|Map)$/][property.name="groupBy"]',
  'MemberExpression[object.name="Array"][property.name="fromAsync"]',
  'MemberExpression[object.name="URL"][property.name=/^(canParse|parse)$/]',
  'MemberExpression[object.name="Intl"][property.name=/^(Segmenter|DurationFormat|supportedValuesOf)$/]',
  'CallExpression[callee.name=/^(structuredClone|requestIdleCallback)$/]',
  'NewExpression[callee.name=/^(TextDecoderStream|TextEncoderStream|CompressionStream|DecompressionStream)$/]');

const NO_FETCH = ban('The one fetch is in api/send.ts.', 'CallExpression[callee.name="fetch"]', 'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name="fetch"]');

const NO_CHUNKS = ban('Only elements bring chunks.', 'ImportExpression');

const RULE = 'no-restricted-syntax';

export const bans = [
  {rules: {[RULE]: ['error', ...EVERYWHERE], 'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error'}},
  {files: ['test/**', 'demo/**'], rules: {[RULE]: ['error', ...EVERYWHERE, ...NAMED]}},
  {files: ['src/**'], rules: {
    [RULE]: ['error', ...SOURCES, ...YOUNGER, ...NO_FETCH, ...NO_CHUNKS],
    'no-restricted-globals': ['error', ...['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map(name => ({name, message: NO_STORAGE}))],
  }},
  {files: ['src/elements/**'], rules: {[RULE]: ['error', ...SOURCES, ...YOUNGER, ...NO_FETCH]}},
  {files: ['src/cli/**'], rules: {[RULE]: ['error', ...SOURCES]}},
  {files: ['src/api/send.ts'], rules: {[RULE]: ['error', ...SOURCES, ...YOUNGER, ...NO_CHUNKS]}},
  {files: ['src/doctor/**'], rules: {[RULE]: ['error', ...SOURCES, ...NO_FETCH, ...NO_CHUNKS]}},
  {files: ['src/proxy/**'], rules: {[RULE]: ['error', ...SOURCES, ...NO_CHUNKS]}},
  // A host without Node has no sockets, and need not load what serves them.
  {files: ['src/proxy/{socket,ordinary-request}.ts'], rules: {[RULE]: ['error', ...SOURCES]}},
];
