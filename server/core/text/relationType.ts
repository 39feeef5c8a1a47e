import { foldWord } from './fold.ts';

/** The longest word or two words that are a type, in UTF-16 units. */
const LONGEST = 20;

/** `grounds:` of `grounds: the plates are what the title speaks of`; emphasis around it is none of it. Never `https:`. */
const LEADING = /^[*_]{0,3}([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)[*_]{0,3}:[*_]{0,3}\s+(?=\S)/u;

/** What kind of relation a sentence tells of, and what it says beside that. */
export interface TypedSentence {
  /** The leading word, or two, before a colon, in lower case: `builds on`. Spellings of the same are not made one. */
  readonly type: string | null;
  /** The sentence without it; all of it where there is none. */
  readonly rest: string;
}

/** @param sentence in one line */
export function typedSentence(sentence: string): TypedSentence {
  const match = LEADING.exec(sentence);
  if (!match || match[1]!.length > LONGEST || /^https?$/i.test(match[1]!)) return { type: null, rest: sentence };
  return { type: foldWord(match[1]!), rest: sentence.slice(match[0].length) };
}
