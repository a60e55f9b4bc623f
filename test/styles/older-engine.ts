/** What an engine knows without which the style sheets have to do, by the `@supports` blocks that ask for it. */
export const OLDER_ENGINES = {
  'without relative colours': /from red/,
  'without light-dark() either': /from red|light-dark/,
  'without color-mix() either': /from red|light-dark|color-mix/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** The words of a style sheet that are left for an engine that lacks what these conditions ask for. */
export const olderText = ({cssRules}: CSSStyleSheet | CSSGroupingRule, lacking: RegExp): string => [...cssRules].map(rule => {
  if (!(rule instanceof CSSSupportsRule)) return rule.cssText;
  return lacking.test(rule.conditionText) ? '' : `@supports ${rule.conditionText} { ${olderText(rule, lacking)} }`;
}).join('\n');
