/**
 * The one normal form of titles (CORPUS.md, "Bare titles in prose"): two titles that fold to the same key are the same
 * name. Folded away: Unicode form, letter case, runs of white space (a line break with the quote markers of the next
 * line among them), curly quotes, the dashes, emphasis, escapes, and the marks at the end. All other punctuation stays:
 * `C`, `C++` and `C#` are three names.
 */
export function fold(text: string): string {
  const key = isPlain(text) ? text.toLowerCase() : unify(text);
  let end = endOfStem(key);
  while (end > 0 && (key.charCodeAt(end - 1) === 32 || isMark(key.charCodeAt(end - 1)))) end--;
  return end > 0 ? key.slice(0, end) : key;
}

/** `Does rain cause mud` and `?`: a title, and the marks at its end that a text may leave out. */
export function splitMarks(title: string): { stem: string; marks: string } {
  const end = endOfStem(title);
  return end > 0 ? { stem: title.slice(0, end), marks: title.slice(end) } : { stem: title, marks: '' };
}

/**
 * A word by itself, for hashing: what `fold` makes of it inside a title. Lower case can undo the normal form: `İ` becomes
 * `i` and a dot, which a cedilla then has to stand before.
 */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** How many words a title has: runs between white space that hold a letter or a digit. */
export function countWords(title: string): number {
  let count = 0;
  for (const run of title.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(run)) count++;
  return count;
}

export function isMark(unit: number): boolean {
  return unit === 63 || unit === 46 || unit === 33; // ? . !
}

function endOfStem(text: string): number {
  let end = text.length;
  while (end > 0 && isMark(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether lower case is all that folding does: most titles are such. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 126 || unit < 32 || unit === 42 || unit === 95 || unit === 92) return false; // * _ \
    if (unit === 32 && before === 32) return false;
    before = unit;
  }
  return before !== 32;
}

/**
 * In this order, so that what is unified once stays as it is: what is invisible goes first, since `é` may be made of an `e`
 * and an accent with a soft hyphen between; escapes after the quotes, since `\’` reads as `\'`; and taking `*` away may
 * bring a letter and its accent together. Lines are joined before: behind `_` taken away, `_>` would be a quote's mark.
 */
function unify(text: string): string {
  const marked = foldWord(oneLine(text.replace(INVISIBLE, '')))
    .replace(/[‘’‚‛′´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\\+(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\*+/g, '')
    .replace(/(?<![\p{L}\p{N}\p{M}_])_+|(?<!_)_+(?![\p{L}\p{N}\p{M}_])/gu, '');
  return marked.replace(/ {2,}/g, ' ').trim().normalize('NFC');
}

/** `Why mud sticks` of `Why mud\n> sticks`: the markers of a block quote's next line are no part of what is written there. */
export function oneLine(text: string): string {
  // Nearly all names are: `Why mud sticks`.
  if (!/[^\S ]| {2}/.test(text)) return text;
  return text.replace(/(?:\r\n?|\n)[ \t]*(?:>[ \t]*)+/g, ' ').replace(/\s+/g, ' ');
}

/** Control characters other than white space, soft hyphens and zero-width spaces. The byte order mark is white space to JavaScript. */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b]/g;
