import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import {arrows} from './eslint-arrows.js';
import {bans} from './eslint-bans.js';
import {format} from './eslint-format.js';

/** What is checked everywhere, then what only some files have; `test/build/lint.test.ts` holds that each rule of ours bites. */
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
  format,
  {
    files: ['src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {files: ['src/elements/**/*.ts'], plugins: {wc}, rules: {'wc/no-constructor-attributes': 'error', 'wc/no-self-class': 'error', 'wc/require-listener-teardown': 'error'}},
  {files: ['src/elements/**/*.ts'], plugins: {'lit-a11y': litA11y}, rules: {
    ...litA11y.configs.recommended.rules,
    'lit-a11y/no-redundant-role': 'off', // WebKit forgets the role of a list without bullets
  }},
  ...arrows,
  ...bans,
  {files: ['test/**', 'stories/**'], rules: {'@typescript-eslint/no-non-null-assertion': 'off'}},
);
