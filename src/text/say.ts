import type {LabelKey, Messages, PluralKey} from './messages.js';

export type Values = Readonly<Record<string, string | number>>;

/** The words of one language, ready to be asked for. A plural key needs a `count` among its values. */
export interface Say {
  (key: LabelKey, values?: Values): string;
  (key: PluralKey, values: Values & {readonly count: number}): string;
}

/** What follows a value: after one that ends with a full stop of its own ("20. Nov.", "Inc."), no second one. */
export const after = (value: string, rest: string): string => value.endsWith('.') ? rest.replace(/^\./, '') : rest;

/** The text of a key with its placeholders filled; one that was given no value stays as it is written. */
export const say = (messages: Messages, key: LabelKey, values: Values = {}): string =>
  messages[key].replace(/\{(\w+)\}(\.?)/g, (placeholder, name: string, stop: string) => {
    const value = values[name];
    return value === undefined ? placeholder : value + after(String(value), stop);
  });

/** Binds a catalogue to the rules by which its language counts. */
export function sayIn(messages: Messages, locale: string): Say {
  let rules: Intl.PluralRules | undefined;
  const formOf = (stem: PluralKey, count: number): LabelKey => {
    const form = `${stem}-${(rules ??= new Intl.PluralRules(locale)).select(count)}`;
    return form in messages ? (form as LabelKey) : `${stem}-other`;
  };
  return (key: LabelKey | PluralKey, values?: Values) =>
    say(messages, key in messages ? (key as LabelKey) : formOf(key as PluralKey, Number(values?.['count'])), values);
}
