import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The arrows of the house: what a folder may not know. */
const may = (files, ...patterns) => ({
  files: [`src/${files}/**/*.ts`],
  rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns}]},
});
const not = (message, ...group) => ({group, message});

/** A chunk shares no code with the entry, nor with another chunk: else the bundler makes a third file of it (contract 2). */
const ONLY_TYPES = (...group) => ({group, allowTypeImports: true, message: 'A chunk shares no code with others: have it handed.'});
const BY_IMPORT = {group: ['../view/*', '../chart/*'], allowTypeImports: true, message: 'A chunk comes by import().'};
const CHART_JS = {regex: '^chart\\.js', allowTypeImports: true, message: 'Chart.js comes at run time only through chart-runtime.ts.'};

export default tseslint.config(
  {ignores: ['dist/**', 'storybook-static/**', 'coverage/**', 'dist-config/podero-widgets.classic.js']},
  ...tseslint.configs.strict,
  {
    languageOptions: {parserOptions: {ecmaVersion: 'latest', sourceType: 'module'}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': 'off', // HTMLElementEventMap is extended by an empty interface
      '@typescript-eslint/no-unused-expressions': ['error', {allowTernary: true, allowShortCircuit: true}],
      'eqeqeq': ['error', 'always', {null: 'ignore'}],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {files: ['src/elements/**/*.ts'], plugins: {wc}, rules: {'wc/no-constructor-attributes': 'error', 'wc/no-self-class': 'error', 'wc/require-listener-teardown': 'error'}},
  {files: ['src/elements/**/*.ts'], plugins: {'lit-a11y': litA11y}, rules: {
    ...litA11y.configs.recommended.rules,
    'lit-a11y/no-redundant-role': 'off', // WebKit forgets the role of a list without bullets
  }},
  may('domain', not('The domain imports nothing.', '../*', 'lit', 'lit/*', 'zod', 'zod/*')),
  may('polling', not('Polling has never heard of devices.', '../domain/*', '../api/*', '../elements/*', '../text/*')),
  may('api', not('The wire knows no view.', 'lit', 'lit/*', '@lit/*', '../elements/*', '../polling/*', '../text/*')),
  ...['text', 'styles', 'internal'].map(folder => may(folder, not('Nothing below the view knows the view.', '../elements/*', '../api/*', '../polling/*'))),
  may('proxy', not('The server side has no view.', '../elements/*', '../polling/*', '../text/*', '../styles/*', 'lit', 'lit/*')),
  may('elements', not('Elements never parse.', 'zod', 'zod/*'), CHART_JS, BY_IMPORT,
    not('Elements do not import one another.', './podero-consumption-chart.js', './podero-device-list.js')),
  may('view', ONLY_TYPES('lit', 'lit/*', '../elements/*', '../chart/*', '../internal/*', '../polling/*', '../api/*')),
  may('chart', ONLY_TYPES('lit', 'lit/*', '../elements/*', '../view/*', '../text/*', '../internal/*', '../polling/*', '../api/*', '!../api/savings.js'), CHART_JS),
  // It comes with the chart's chunk, and may bring nothing along that the entry has too.
  {files: ['src/api/savings.ts'], rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns: [ONLY_TYPES('*', 'zod/*', '../*', './*')]}]}},
  {files: ['src/chart/chart-runtime.ts'], rules: {'@typescript-eslint/no-restricted-imports': 'off'}},
  {files: ['src/elements/**/*.ts'], rules: {'no-restricted-globals': ['error', {name: 'fetch', message: 'Elements never fetch.'}]}},
  {files: ['test/**', 'stories/**'], rules: {'@typescript-eslint/no-non-null-assertion': 'off'}},
);
