import {de} from './words/de.js';
import {en, type Words} from './words/en.js';

/** Languages of the portal's own page; the widgets bring their own words. */
export type Language = 'en' | 'de';

export const WORDS: Readonly<Record<Language, Words>> = {en, de};

export type {Words};
