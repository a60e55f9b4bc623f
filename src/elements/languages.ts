import type {Messages} from '../text/messages.js';

/** A language whose words come when they are first needed, for the whole page. */
export interface Language {
  readonly load: () => Promise<{readonly messages: Messages}>;
  messages?: Messages;
}

/** Every language beside English, which comes with the view: a file, and a line here. */
const LANGUAGES = new Map<string, Language>([
  ['de', {load: () => import('../text/locales/de.js')}],
]);

/** The language of a `lang`, where it is one of ours and not English: `de` of `de-AT`. */
export const languageNamed = (tag: string): Language | undefined => LANGUAGES.get(tag.toLowerCase().replace(/[-_].*/, ''));
