import {
  APOSTROPHE,
  BANG,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isAlpha,
  isAlphanumeric,
  isSpace,
  isWhite,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
  TICK,
  UNDERLINE,
} from './units.ts';

/** The seven kinds of HTML blocks (CommonMark 0.31.2, 4.6), by their numbers there; 0 for none. */
export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RAW = /^(?:pre|script|style|textarea)$/i;
const RAW_END = /<\/(?:pre|script|style|textarea)>/i;
const BASIC =
  /^(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)$/i;

/** No tag that is known by name is longer. */
const LONGEST_NAME = 10;

/** The kind of block that the line from `at`, where a `<` stands, to `end` opens. Kind 7 does not interrupt a paragraph. */
export function htmlKindAt(text: string, at: number, end: number): HtmlKind {
  const unit = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (unit === QUESTION) return 3;
  if (unit === BANG) {
    if (text.startsWith('--', at + 2) && at + 4 <= end) return 2;
    if (text.startsWith('[CDATA[', at + 2) && at + 9 <= end) return 5;
    return at + 2 < end && isAlpha(text.charCodeAt(at + 2)) ? 4 : 0;
  }
  const closes = unit === SLASH;
  const from = closes ? at + 2 : at + 1;
  if (from >= end || !isAlpha(text.charCodeAt(from))) return 0;
  const to = nameEnd(text, from, end);
  const behind = to < end ? text.charCodeAt(to) : SLASH_NONE;
  const slash = behind === SLASH;
  if (to < end && !slash && behind !== GREATER && !isSpace(behind)) return 0;
  const name = to - from > LONGEST_NAME ? '' : text.slice(from, to);
  if (!slash && !closes && RAW.test(name)) return 1;
  if (BASIC.test(name)) return !slash || text.charCodeAt(to + 1) === GREATER ? 6 : 0;
  return isLoneTag(text, to, end, closes) ? 7 : 0;
}

/** Stands for the end of a line, which is no unit at all. */
const SLASH_NONE = -1;

export function nameEnd(text: string, from: number, end: number): number {
  let to = from;
  while (to < end && (isAlphanumeric(text.charCodeAt(to)) || text.charCodeAt(to) === DASH)) to++;
  return to;
}

/**
 * Whether the line `from … to` ends a block of kind 1 to 5. In the block's first line `from` is where the `<` stands.
 */
export function endsHtml(text: string, from: number, to: number, kind: HtmlKind, isFirst: boolean): boolean {
  const line = text.slice(from, to);
  switch (kind) {
    case 1:
      return RAW_END.test(line);
    // `<!-->` and `<?>` are whole.
    case 2:
      return line.indexOf('-->', isFirst ? 2 : 0) >= 0;
    case 3:
      return line.indexOf('?>', isFirst ? 1 : 0) >= 0;
    case 4:
      return line.indexOf('>', isFirst ? 3 : 0) >= 0;
    case 5:
      return endsData(line, isFirst ? 9 : 0);
    default:
      return false;
  }
}

/** `]]>`; the parser reads brackets in pairs, and finds none in `]]]>`. */
function endsData(line: string, from: number): boolean {
  for (let at = line.indexOf(']]', from); at >= 0; at = line.indexOf(']]', at)) {
    at += 2;
    if (line.charCodeAt(at) === GREATER) return true;
  }
  return false;
}

/** Whether a tag whose name ends at `from` is all that stands in its line: a block of kind 7. */
function isLoneTag(text: string, from: number, end: number, closes: boolean): boolean {
  const at = closes ? spaceEnd(text, from, end) : attributesEnd(text, from, end);
  if (at < 0 || at >= end || text.charCodeAt(at) !== GREATER) return false;
  return spaceEnd(text, at + 1, end) === end;
}

/** Where the `>` of an opening tag should stand; -1 where an attribute is none. */
function attributesEnd(text: string, from: number, end: number): number {
  for (let at = from; ; ) {
    at = spaceEnd(text, at, end);
    if (at >= end) return -1;
    if (text.charCodeAt(at) === SLASH) return at + 1;
    if (!isNameStart(text.charCodeAt(at))) return at;
    while (at < end && isNamePart(text.charCodeAt(at))) at++;
    at = valuesEnd(text, at, end);
    if (at < 0) return -1;
  }
}

/** Behind the value of an attribute whose name ends at `from`. `a=b=c` passes for an attribute with two. */
function valuesEnd(text: string, from: number, end: number): number {
  for (let at = from; ; ) {
    at = spaceEnd(text, at, end);
    if (at >= end || text.charCodeAt(at) !== EQUALS) return at;
    at = spaceEnd(text, at + 1, end);
    const unit = at < end ? text.charCodeAt(at) : LESS;
    if (unit === LESS || unit === EQUALS || unit === GREATER || unit === TICK) return -1;
    if (isQuote(unit)) {
      do at++;
      while (at < end && text.charCodeAt(at) !== unit);
      return at + 1 < end && endsValue(text.charCodeAt(at + 1)) ? at + 1 : -1;
    }
    while (at < end && !endsBareValue(text.charCodeAt(at))) at++;
  }
}

export const isQuote = (unit: number): boolean => unit === QUOTE || unit === APOSTROPHE;
export const isNameStart = (unit: number): boolean => unit === COLON || unit === UNDERLINE || isAlpha(unit);
export const isNamePart = (unit: number): boolean =>
  isAlphanumeric(unit) || unit === DASH || unit === DOT || unit === COLON || unit === UNDERLINE;
export const endsValue = (unit: number): boolean => unit === SLASH || unit === GREATER || isWhite(unit);
const endsBareValue = (unit: number): boolean =>
  isQuote(unit) ||
  unit === SLASH ||
  unit === LESS ||
  unit === EQUALS ||
  unit === GREATER ||
  unit === TICK ||
  isWhite(unit);

function spaceEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}
