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

/** A word by itself, for hashing: what `fold` makes of it inside a title. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
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

function unify(text: string): string {
  return foldWord(text)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\*+/g, '')
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
    .replace(/(?:\r\n?|\n)[ \t]*(?:>[ \t]*)+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
    .trim();
}
