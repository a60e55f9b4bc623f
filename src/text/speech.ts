import type {Format, Quantity} from './format.js';
import {createFormat} from './format.js';
import {localeOf} from './locale.js';
import {en} from './messages.js';
import type {Say} from './say.js';
import {sayIn} from './say.js';

/** All a view needs to speak: the words and the numbers of one language. */
export interface Speech {
  /** What `lang` the words are in. */
  readonly locale: string;
  readonly say: Say;
  readonly format: Format;
}

const speeches = new Map<string, Speech>();

/** The speech for a `lang` (see `languageOf`) and the home's zone; the same object for the same locale and zone. */
export function speechFor(language: string, timeZone?: string): Speech {
  const locale = localeOf(language);
  const key = `${locale} ${timeZone ?? ''}`;
  const speech = speeches.get(key) ?? {locale, say: sayIn(en, locale), format: createFormat(locale, timeZone)};
  speeches.set(key, speech);
  return speech;
}

/** "just now" below a minute, then "5 minutes ago". */
export const ageIn = ({say, format}: Speech, date: Date, now: number): string =>
  now - date.getTime() < 60_000 ? say('just-now') : format.ago(date, now);

/** A quantity inside a sentence: the number and its unit stay on one line. */
export const inSentence = ({value, unit}: Quantity): string => unit === undefined ? value : `${value}\u00a0${unit}`;
