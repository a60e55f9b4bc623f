/** The arrows of the house: what a folder may know, at run time (`knows`) and as types only (`types`). Its own files always. */
const ARROWS = {
  domain: {},
  api: {knows: ['domain', 'zod/mini']},
  polling: {types: ['lit']},
  text: {types: ['domain']},
  styles: {knows: ['lit']},
  internal: {types: ['lit']},
  // View and chart are chunks: they come by `import()`.
  elements: {knows: ['domain', 'api', 'polling', 'text', 'styles', 'internal', 'lit', '@lit/task'], types: ['view', 'chart', 'push']},
  // A chunk shares no code with the entry nor with another chunk, else the bundler makes a third file of it: what it needs is handed to it.
  view: {knows: ['domain', 'styles', 'text'], types: ['api', 'elements', 'polling', 'lit', '@lit/task']},
  chart: {knows: ['domain', 'styles'], types: ['api', 'elements', 'polling', 'text', 'view', 'lit', 'chart.js']},
  push: {types: ['domain', 'api', 'elements', 'polling', 'lit']},
  proxy: {knows: ['domain', 'api', 'hono', 'zod/mini', 'lru-cache', 'rate-limiter-flexible', 'ws', 'node:']},
  doctor: {knows: ['domain', 'api', 'ws', 'node:'], types: ['zod/mini']},
  // The program: each command comes by `import()` when it is asked for.
  cli: {knows: ['proxy', 'doctor', 'lru-cache', 'node:']},
};

/** Files that may do more than their folder, or less. */
const OTHERWISE = {
  // The one place for the parser of server-sent events.
  'push/events': {knows: ['eventsource-parser']},
  'chart/chart-runtime': {knows: ['chart.js']},
  // The chart's chunk brings the file along, and must not bring along with it what the entry has too.
  'chart/series-reader': {knows: ['../api/savings.js', '../api/series.js']},
  'api/savings': {isTypesOnly: true},
  'api/series': {isTypesOnly: true},
  'api/sent': {isTypesOnly: true},
  // The one place for the library that knows what a day of a zone is.
  'domain/calendar': {knows: ['@internationalized/date']},
  'elements/podero-device-list': {knows: ['./podero-device-card.js']},
  'proxy/node': {knows: ['@hono/node-server', 'node:']},
};

/** Below a folder's subfolders, one step up is the folder itself. Elements do not import one another, save list → card. */
const OWN = ['\\./(?!podero-)', '\\.\\./[\\w-]+\\.js$'];
const patternOf = name => (name in ARROWS ? `\\.\\./${name}/` : `${name.replaceAll('.', '\\.')}${name.endsWith(':') ? '' : '(?:/|$)'}`);
/** Matches no path where there are none. */
const either = names => names.map(patternOf).join('|') || '$';
const inWords = names => names.join(', ') || 'nothing';

function arrowsOf(folder, own = {}) {
  const {knows = [], types = []} = ARROWS[folder];
  const known = [...knows, ...own.knows ?? []];
  const onlyTypes = types.filter(name => !known.includes(name));
  return ['error', {patterns: [
    {
      regex: `^(?!${[...OWN, either([...known, ...types])].join('|')})`,
      message: `src/${folder} may know ${inWords(known)}; as types only, ${inWords(onlyTypes)}.`,
    },
    ...onlyTypes.map(name => ({
      regex: `^(?!${either(known)})${patternOf(name)}`, allowTypeImports: true, message: `src/${folder} may know only the types of ${name}.`,
    })),
    ...own.isTypesOnly ? [{regex: '^(?!\\./sent\\.js$)', allowTypeImports: true, message: 'This file may know only types, and sent.ts, which is of the same chunk.'}] : [],
    {regex: '(^|/)(?<!^\\.\\./proxy/)index\\.js$', message: 'No index files inside folders: import the file that has it.'},
    {regex: '^(\\.\\./){2}|^\\.\\./[^/]+/[^/]+/', message: '`../domain/device.js` is the longest path.'},
  ]}];
}

const RULE = '@typescript-eslint/no-restricted-imports';

export const arrows = [
  ...Object.keys(ARROWS).map(folder => ({files: [`src/${folder}/**/*.ts`], rules: {[RULE]: arrowsOf(folder)}})),
  ...Object.entries(OTHERWISE).map(([file, own]) => ({files: [`src/${file}.ts`], rules: {[RULE]: arrowsOf(file.split('/')[0], own)}})),
];
