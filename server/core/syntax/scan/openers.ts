import { BRACKET, DASH, EQUALS, isSpace, SHARP, SPACE, TAB, TICK } from './units.ts';

// What a line begins, told by its first character that is not white space, at `at`. The line ends at `end`.

/** `# ` to `###### `: the number of sharps; 0 for none. */
export function sharpsAt(text: string, at: number, end: number): number {
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === SHARP) behind++;
  const depth = behind - at;
  return depth <= 6 && (behind === end || isSpace(text.charCodeAt(behind))) ? depth : 0;
}

/** `***`, `- - -`, `___`: three and more of one character, and white space. */
export function isBreakAt(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  let count = 0;
  for (let behind = at; behind < end; behind++) {
    const unit = text.charCodeAt(behind);
    if (unit === mark) count++;
    else if (!isSpace(unit)) return false;
  }
  return count > 2;
}

/** `===` or `--` under a paragraph: the depth of the heading that it makes; 0 for none. */
export function underlineAt(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  if (mark !== EQUALS && mark !== DASH) return 0;
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === mark) behind++;
  return isBlankFrom(text, behind, end) ? (mark === EQUALS ? 1 : 2) : 0;
}

/** ```` ``` ```` or `~~~` and its words: the number of its marks; 0 where it opens no code. */
export function fenceAt(text: string, at: number, end: number): number {
  const width = runAt(text, at, end);
  if (width < 3) return 0;
  // ```` ```mud``` ```` is a code span.
  if (text.charCodeAt(at) === TICK)
    for (let behind = at + width; behind < end; behind++) if (text.charCodeAt(behind) === TICK) return 0;
  return width;
}

/** Whether the line closes a fence of `width` marks. */
export function closesFence(text: string, at: number, end: number, mark: number, width: number): boolean {
  if (text.charCodeAt(at) !== mark) return false;
  const run = runAt(text, at, end);
  return run >= width && isBlankFrom(text, at + run, end);
}

/** How many of the same character stand from `at`. */
function runAt(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let behind = at + 1;
  while (behind < end && text.charCodeAt(behind) === mark) behind++;
  return behind - at;
}

function isBlankFrom(text: string, at: number, end: number): boolean {
  let behind = at;
  while (behind < end && isSpace(text.charCodeAt(behind))) behind++;
  return behind === end;
}

/** Whether a definition may begin here: `[mud]: `; a wikilink, `[[mud]]`, is none. */
export const mayDefine = (text: string, at: number): boolean =>
  text.charCodeAt(at) === BRACKET && text.charCodeAt(at + 1) !== BRACKET;

/** The end of a line without the white space at its end, from `start` on. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === SPACE || text.charCodeAt(at - 1) === TAB)) at--;
  return at;
}
