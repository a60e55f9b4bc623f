import type {Labels} from '../../src/text/messages.js';
import {en} from '../../src/text/messages.js';

const ACCENTED: Readonly<Record<string, string>> = {a: 'á', e: 'ë', i: 'ï', o: 'ø', u: 'ü', y: 'ÿ', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Ü', c: 'ç', n: 'ñ', s: 'š'};

const mapped = (change: (text: string) => string): Labels =>
  // Placeholders stay what they are.
  Object.fromEntries(Object.entries(en).map(([key, text]) => [key, text.split(/(\{\w+\})/).map((piece, index) => index % 2 ? piece : change(piece)).join('')]));

/** A word that is at least 40 % longer: its vowels are drawn out, as those of other languages' words are many. */
function longer(word: string): string {
  const letters = [...word].map(letter => ACCENTED[letter] ?? letter);
  const vowels = letters.flatMap((letter, index) => /[áëïøüÿ]/.test(letter) ? [index] : []);
  for (let missing = Math.ceil(word.length * 0.4), at = 0; missing > 0 && vowels.length; missing -= 1, at += 1) {
    const index = vowels[at % vowels.length]!;
    letters[index] += letters[index]![0]!;
  }
  return letters.join('');
}

/** Every text accented, 40 % longer, and in brackets, by which one sees where it ends. */
export const PSEUDO: Labels = Object.fromEntries(Object.entries(mapped(piece => piece.replace(/[A-Za-z]{2,}/g, longer))).map(([key, text]) => [key, `[${text}]`]));

const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];

/** Every letter an Arabic one: words without sense, as long as ours, that run from the right. */
export const FROM_THE_RIGHT: Labels = mapped(piece => piece.replace(/[A-Za-z]/g, letter => ARABIC[letter.toLowerCase().charCodeAt(0) - 97]!));
