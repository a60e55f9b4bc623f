import {TOKENS, type Token} from './tokens.js';

/** What a token is set to; a colour may be another one in the dark. */
export interface Value {
  readonly light: string;
  readonly dark: string;
}

/** By the token's name; what is not there has its standard value. */
export type Theme = Readonly<Record<string, Value>>;

export const ELEMENTS = 'podero-device-list, podero-device-card, podero-consumption-chart';

const PAIR = /^light-dark\(([^,]+),\s*([^)]+)\)$/;

export function valueOf(text: string): Value {
  const [, light, dark] = PAIR.exec(text) ?? [];
  return light && dark ? {light, dark} : {light: text, dark: text};
}

export const textOf = ({light, dark}: Value): string => light === dark ? light : `light-dark(${light}, ${dark})`;

/** What a token is in a theme; where it follows another one, that one's. */
export function inTheme(theme: Theme, {name, standard}: Token): Value {
  const followed = TOKENS.find(token => standard === `var(${token.name})`);
  return theme[name] ?? (followed ? inTheme(theme, followed) : valueOf(standard));
}

/** Without a token for which a browser would have no use. */
export const isValid = ({name, kind}: Token, value: string): boolean => {
  const property = {colour: 'color', font: 'font-family', length: name.endsWith('radius') ? 'border-radius' : 'width', shadow: 'box-shadow'}[kind];
  return CSS.supports(property, value);
};

/** Six digits, or six in light and others in the dark: what a field for colours knows. */
export function asHex(colour: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return '#000000';
  context.fillStyle = colour;
  return context.fillStyle.startsWith('#') ? context.fillStyle : '#000000';
}

/**
 * A rule ready to paste, with what is not as it is anyway. A browser that does not know `light-dark()` would have no value at all
 * where a token is one: so it is said in light first.
 */
export function cssOf(theme: Theme, selector = ELEMENTS): string {
  const set = TOKENS.flatMap(({name, standard}) => {
    const value = theme[name];
    return value && textOf(value) !== standard ? [{name, value}] : [];
  });
  const rule = (lines: typeof set, textIn: (value: Value) => string) =>
    `${selector} {\n${lines.map(({name, value}) => `  ${name}: ${textIn(value)};`).join('\n')}\n}`;
  const pairs = set.filter(({value: {light, dark}}) => light !== dark);
  if (!set.length) return '/* Nothing is changed yet. */';
  if (!pairs.length) return rule(set, textOf);
  return `${rule(set, ({light}) => light)}\n@supports (color: light-dark(red, red)) {\n${rule(pairs, textOf).replace(/^/gm, '  ')}\n}`;
}

/** Of a ready theme's file: of what it says twice, the later one, which knows the dark. */
export const themeOf = (css: string): Theme =>
  Object.fromEntries([...css.matchAll(/(--podero-[\w-]+):\s*([^;]+);/g)].map(([, name, text]) => [name, valueOf(text!)]));
