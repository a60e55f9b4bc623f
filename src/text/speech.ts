import type {Format, Quantity} from './format.js';
import {createFormat} from './format.js';
import {labelsAsJson, withLabels} from './labels.js';
import {localeOf} from './locale.js';
import type {Labels, Messages} from './messages.js';
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

/** Where the words come from. */
export interface Wording {
  /** The catalogue of the page's language; English where there is none. */
  readonly messages?: Messages | undefined;
  /** The partner's own words, which go before it. */
  readonly labels?: Labels | string | null | undefined;
  readonly warn?: (message: string) => void;
}

const speeches = new Map<string, Speech>();

/** The speech for a `lang` (see `languageOf`) and the home's zone; the same object for the same locale, zone and labels. */
export function speechFor(language: string, timeZone?: string, {messages, labels, warn = () => {}}: Wording = {}): Speech {
  const locale = localeOf(language, messages);
  const json = labelsAsJson(labels);
  const key = `${locale} ${timeZone ?? ''} ${json}`;
  const speech = speeches.get(key) ?? {
    locale, say: sayIn(withLabels(messages ?? en, json, warn), locale), format: createFormat(locale, timeZone),
  };
  speeches.set(key, speech);
  return speech;
}

/** "just now" below a minute, then "5 minutes ago". */
export const ageIn = ({say, format}: Speech, date: Date, now: number): string =>
  now - date.getTime() < 60_000 ? say('just-now') : format.ago(date, now);

/** A quantity inside a sentence: the number and its unit stay on one line. */
export const inSentence = ({value, unit}: Quantity): string => unit === undefined ? value : `${value}\u00a0${unit}`;
