// What a line of plain text would mean in Markdown that it does not mean in the plain layouts, and how that is kept from
// happening: by a backslash before the mark. Emphasis, items, quotes and code stay as they are: they mean the same in both.

/** Where a line stands. */
export interface Place {
  /** In a section whose items name documents: an item that is none must not become one. */
  readonly inList?: boolean;
  /** To be on the safe side: what could be an item or a quote is escaped as well. */
  readonly strict?: boolean;
  /** Whether the line opens a block, so that deep indentation would make it code. */
  readonly opens?: boolean;
}

// Each with what stands before the mark, the backslashes that are there already, and the mark: `\\#` of `\\# mud`.
const MARKS = {
  heading: /^( {0,3})(\\*)(#{1,6}(?:[ \t]|$))/,
  underline: /^( {0,3})(\\*)((?:=+|-+)[ \t]*$)/,
  rule: /^( {0,3})(\\*)(([-*_])[ \t]*(?:\4[ \t]*){2,})$/,
  definition: /^( {0,3})(\\*)(\[[^[\]]*\]:)/,
  loneBullet: /^( {0,3})(\\*)([*+][ \t]*$)/,
};
const ITEMS = {
  number: /^( {0,3}\d{1,9})(\\*)([.)](?:[ \t]|$))/,
  plus: /^( {0,3})(\\*)(\+[ \t])/,
};
const STRICT = {
  bullet: /^( {0,3})(\\*)([-*][ \t])/,
  quote: /^( {0,3})(\\*)(>)/,
};

const DEEP = /^(?= {0,3}\t| {4})[ \t]/;

/** A line of plain text as a line of Markdown that is read as the same. */
export function escapedLine(line: string, place: Place = {}): string {
  if (place.opens && DEEP.test(line)) return `&#${line.charCodeAt(0)};${line.slice(1)}`;
  const wanted = marksFor(place);
  for (const mark of ALL) {
    // A backslash that is there already is one to see, whether or not the mark behind it would need one.
    const slashes = mark.exec(line)?.[2];
    if (slashes !== undefined && (slashes !== '' || wanted.includes(mark))) return line.replace(mark, oneMore);
  }
  return line;
}

function marksFor({ inList, strict }: Place): RegExp[] {
  const items = inList || strict ? Object.values(ITEMS) : [];
  return [...Object.values(MARKS), ...items, ...(strict ? Object.values(STRICT) : [])];
}

const ALL = marksFor({ inList: true, strict: true });

/** Backslashes that were there stay visible, so that what was escaped can be told from what was not. */
const oneMore = (_: string, before: string, slashes: string, mark: string): string =>
  `${before}${slashes}${slashes}\\${mark}`;

const ESCAPED = /^( {0,3}\d{0,9})(\\+)(?=[#=\-*_+>[.)])/;

/** What `escapedLine` made a line of Markdown from; a line that it did not make is left as it is. */
export function unescapedLine(line: string, place: Place = {}): string {
  const bare = line
    .replace(/^&#(9|32);/, (_, unit) => String.fromCharCode(Number(unit)))
    .replace(ESCAPED, (_, before: string, slashes: string) => before + slashes.slice(0, (slashes.length - 1) / 2));
  if (bare === line) return line;
  const places: Place[] = [false, true].map((strict) => ({ ...place, strict, opens: true }));
  return places.some((each) => escapedLine(bare, each) === line) ? bare : line;
}

// A tag and a named character would be read as such; an address between angle brackets is one in both.
const INLINE =
  /(?<!\\)(\\*)(<(?![a-z][a-z\d+.-]{1,31}:[^\s<>]*>)(?=[a-z/!?])|&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]*;))/gi;

/** Running text between references, code and addresses: what Markdown would take for a tag or a character's name. */
export const escapedWords = (words: string): string => words.replace(INLINE, '$1$1\\$2');

const INLINE_ESCAPED =
  /(?<!\\)(\\+)(?=<(?![a-z][a-z\d+.-]{1,31}:[^\s<>]*>)[a-z/!?]|&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]*;))/gi;

export const unescapedWords = (words: string): string =>
  words.replace(INLINE_ESCAPED, (slashes) => slashes.slice(0, Math.floor(slashes.length / 2)));

/** A title as the words of a heading: a sharp at its end would close it. */
export const escapedTitle = (title: string): string => escapedWords(title).replace(/(?<=^|[ \t])(#+)$/, '\\$1');

/** A title with every mark escaped that a heading could take for markup. */
export const fullyEscapedTitle = (title: string): string =>
  title.replace(/[\\`*_[\]<>&~!]|(?<=^|[ \t])#+$/g, (marks) => `\\${marks}`);

/** What one of the two made a heading's words from. */
export function unescapedTitle(words: string): string {
  const bare = words.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return escapedTitle(bare) === words || fullyEscapedTitle(bare) === words ? bare : words;
}
