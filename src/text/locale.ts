import type {Messages} from './messages.js';

/** What English is where the page does not say whose: also where the page's language is not among ours. */
const ENGLISH = 'en-GB';

/**
 * The locale in which words and numbers are written for a `lang`. The words decide the language, the page its region: `de-CH`
 * counts as the Swiss do. Without `messages` the words are English, whatever the page speaks. Takes no tag amiss.
 */
export function localeOf(tag: string, messages?: Messages): string {
  const bare = messages ? tag.toLowerCase().replace(/[-_].*/, '') : ENGLISH;
  try {
    const {language, region} = new Intl.Locale(tag);
    return region && bare.startsWith(language) ? `${language}-${region}` : bare;
  } catch {
    return bare;
  }
}
