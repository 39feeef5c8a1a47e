import { endsValue, isNamePart, isNameStart, isQuote, nameEnd } from './html.ts';
import {
  BANG,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isAlpha,
  isAlphanumeric,
  isControl,
  isWhite,
  LESS,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  SPACE,
  TICK,
} from './units.ts';

/**
 * Where inline HTML whose `<` stands at `at` ends. It may go over lines. Where it is none, the answer is `~` of how far it was read.
 */
export function inlineHtmlEnd(source: string, at: number): number {
  const unit = source.charCodeAt(at + 1);
  if (unit === QUESTION) return behind(source, '?>', at + 2);
  if (unit === BANG) {
    // `<!-->` is whole.
    if (source.startsWith('--', at + 2)) return behind(source, '-->', at + 2);
    if (source.startsWith('[CDATA[', at + 2)) return behind(source, ']]>', at + 9);
    return isAlpha(source.charCodeAt(at + 2)) ? behind(source, '>', at + 3) : ~at;
  }
  const from = unit === SLASH ? at + 2 : at + 1;
  if (!isAlpha(source.charCodeAt(from))) return ~at;
  const to = nameEnd(source, from, source.length);
  const close = unit === SLASH ? whiteEnd(source, to) : tagEnd(source, to);
  if (close < 0) return close;
  return source.charCodeAt(close) === GREATER ? close + 1 : ~close;
}

function behind(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from);
  return at < 0 ? ~source.length : at + what.length;
}

export function whiteEnd(source: string, from: number): number {
  let at = from;
  while (isWhite(source.charCodeAt(at))) at++;
  return at;
}

/** Where the `>` of an inline opening tag should stand, its name ending at `from`. */
function tagEnd(source: string, from: number): number {
  const first = source.charCodeAt(from);
  if (!endsValue(first)) return ~from;
  for (let at = from; ; ) {
    at = whiteEnd(source, at);
    if (source.charCodeAt(at) === SLASH) return at + 1;
    if (!isNameStart(source.charCodeAt(at))) return at;
    while (isNamePart(source.charCodeAt(at))) at++;
    const equals = whiteEnd(source, at);
    if (source.charCodeAt(equals) !== EQUALS) continue;
    at = inlineValueEnd(source, whiteEnd(source, equals + 1));
    if (at < 0) return at;
    if (!endsValue(source.charCodeAt(at))) return ~at;
  }
}

function inlineValueEnd(source: string, from: number): number {
  const unit = source.charCodeAt(from);
  if (from >= source.length || unit === LESS || unit === EQUALS || unit === GREATER || unit === TICK) return ~from;
  if (isQuote(unit)) return behind(source, unit === QUOTE ? '"' : "'", from + 1);
  let at = from + 1;
  for (; at < source.length; at++) {
    const each = source.charCodeAt(at);
    if (isQuote(each) || each === LESS || each === EQUALS || each === TICK) return ~at;
    if (endsValue(each)) break;
  }
  return at;
}

/** Where an autolink whose `<` stands at `at` ends: `<https://example.org>`, `<ada@example.org>`; else as above. */
export function autolinkEnd(source: string, at: number): number {
  let to = at + 1;
  if (isAlpha(source.charCodeAt(to))) {
    while (isSchemePart(source.charCodeAt(to))) to++;
    const length = to - at - 1;
    if (source.charCodeAt(to) === COLON && length > 1 && length <= 32) return uriEnd(source, to + 1);
  }
  return addressEnd(source, at + 1);
}

const isSchemePart = (unit: number): boolean => isAlphanumeric(unit) || unit === PLUS || unit === DASH || unit === DOT;

function uriEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === GREATER) return at + 1;
    if (unit === SPACE || unit === LESS || isControl(unit)) return ~at;
  }
  return ~source.length;
}

/** Without the exclamation mark, as the parser has it. */
const ADDRESS = /[#-'*+\--9=?A-Z^-~]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*>/iy;

function addressEnd(source: string, from: number): number {
  ADDRESS.lastIndex = from;
  return ADDRESS.test(source) ? ADDRESS.lastIndex : ~from;
}
