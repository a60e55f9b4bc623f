import stylistic from '@stylistic/eslint-plugin';

/** How the code looks; `npm run format` mends it. Templates and tables are laid out by hand: no formatter moves them. */
export const format = {
  plugins: {'@stylistic': stylistic},
  rules: {
    '@stylistic/indent': ['error', 2, {flatTernaryExpressions: true, ignoredNodes: ['TemplateLiteral *', 'TSUnionType', 'TSUnionType *', 'TSConditionalType', 'TSConditionalType *']}],
    '@stylistic/max-len': ['error', {code: 160, ignorePattern: '^ \\* \\|', ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true}],
    '@stylistic/quotes': ['error', 'single', {avoidEscape: true, allowTemplateLiterals: 'always'}],
    '@stylistic/semi': 'error',
    '@stylistic/comma-dangle': ['error', {
      arrays: 'always-multiline', objects: 'always-multiline', imports: 'always-multiline', exports: 'always-multiline', functions: 'only-multiline',
    }],
    '@stylistic/arrow-parens': ['error', 'as-needed'],
    '@stylistic/brace-style': ['error', '1tbs', {allowSingleLine: true}],
    '@stylistic/object-curly-spacing': ['error', 'never'],
    '@stylistic/array-bracket-spacing': ['error', 'never'],
    '@stylistic/space-before-function-paren': ['error', {anonymous: 'always', named: 'never', asyncArrow: 'always'}],
    '@stylistic/operator-linebreak': ['error', 'before', {overrides: {'=': 'ignore'}}],
    '@stylistic/member-delimiter-style': ['error', {singleline: {delimiter: 'semi', requireLast: false}}],
    '@stylistic/no-multiple-empty-lines': ['error', {max: 1, maxBOF: 0, maxEOF: 0}],
    '@stylistic/padded-blocks': ['error', 'never'],
    '@stylistic/no-multi-spaces': ['error', {ignoreEOLComments: true}],
    '@stylistic/dot-location': ['error', 'property'],
    ...Object.fromEntries([
      'arrow-spacing', 'block-spacing', 'comma-spacing', 'eol-last', 'function-call-spacing', 'key-spacing', 'keyword-spacing', 'linebreak-style',
      'no-extra-semi', 'no-tabs', 'no-trailing-spaces', 'space-before-blocks', 'space-in-parens', 'space-infix-ops', 'space-unary-ops', 'spaced-comment',
      'switch-colon-spacing', 'template-curly-spacing', 'type-annotation-spacing', 'type-generic-spacing',
    ].map(name => [`@stylistic/${name}`, 'error'])),
  },
};
