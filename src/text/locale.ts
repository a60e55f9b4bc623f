/** The language the widgets speak where the page's is not among their own; also what a bare `en` means. */
const FALLBACK = 'en-GB';

/**
 * The locale for words and numbers of a `lang`. Only English exists so far: its regions keep their own number formats,
 * every other language and every malformed tag is British English.
 */
export function localeOf(language: string): string {
  try {
    const {language: base, region} = new Intl.Locale(language);
    return base === 'en' && region ? `en-${region}` : FALLBACK;
  } catch {
    return FALLBACK;
  }
}
