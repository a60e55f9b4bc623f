/** A style sheet as the text it is; whoever shows it makes a constructable sheet of it, once. */
export const css = (strings: TemplateStringsArray): string => strings.join('');
