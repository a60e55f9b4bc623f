import type {Messages} from '../text/messages.js';

interface Language {
  readonly load: () => Promise<{readonly messages: Messages}>;
  messages?: Messages;
}

/** Every language beside English, which comes with the view: a file, and a line here. */
const LANGUAGES = new Map<string, Language>([
  ['de', {load: () => import('../text/locales/de.js')}],
]);

/** The language of a `lang`, where it is one of ours and not English: `de` of `de-AT`. */
export const languageNamed = (tag: string): Language | undefined => LANGUAGES.get(tag.split(/[-_]/)[0]?.toLowerCase() ?? '');

/** Brings the words of a language, for the whole page. */
export async function learn(language: Language): Promise<void> {
  language.messages ??= (await language.load()).messages;
}
