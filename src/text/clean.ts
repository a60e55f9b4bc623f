/** Longest text of the API that is shown (`faults.md`, values). */
const LONGEST = 200;

/** Characters that steer the reading direction or are no text at all: they could reorder what stands around them. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of the API as it may be shown: one line, no control characters, at most `longest` characters. */
export function cleanText(sent: string, longest = LONGEST): string {
  const characters = [...sent.replace(CONTROLS, ' ').trim()];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}
