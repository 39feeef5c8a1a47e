import { whiteEnd } from './inlineHtml.ts';
import {
  APOSTROPHE,
  BACKSLASH,
  BRACKET,
  CLOSE,
  CR,
  GREATER,
  isControl,
  isSpace,
  isWhite,
  LESS,
  LF,
  OPEN,
  QUOTE,
  UNBRACKET,
} from './units.ts';

// The parts of links and definitions. Each function answers where the part ends that begins at `at`; where none does, `~` of
// how far it was read, which is negative.

/** `mud.md`, `<wet mud.md>`: in a link parentheses are nested up to 32 deep, in a definition without end. */
export function destinationEnd(source: string, at: number, deepest: number): number {
  if (source.charCodeAt(at) === LESS) return bracedEnd(source, at);
  let depth = 0;
  let to = at;
  for (; to < source.length; to++) {
    const unit = source.charCodeAt(to);
    if (unit > CLOSE && unit !== BACKSLASH && unit !== 127) continue;
    if (unit === BACKSLASH) {
      const next = source.charCodeAt(to + 1);
      if (next === OPEN || next === CLOSE || next === BACKSLASH) to++;
    } else if (unit === OPEN) {
      if (++depth > deepest) return ~to;
    } else if (unit === CLOSE) {
      if (depth-- === 0) break;
    } else if (isWhite(unit)) break;
    else if (isControl(unit)) return ~to;
  }
  return to === at || depth > 0 ? ~to : to;
}

function bracedEnd(source: string, at: number): number {
  for (let to = at + 1; to < source.length; to++) {
    const unit = source.charCodeAt(to);
    if (unit === GREATER) return to + 1;
    if (unit === LESS || unit === LF || unit === CR) return ~to;
    if (unit === BACKSLASH) {
      const next = source.charCodeAt(to + 1);
      if (next === LESS || next === GREATER || next === BACKSLASH) to++;
    }
  }
  return ~source.length;
}

/** `"Mud"`, `'Mud'`, `(Mud)`. */
export function titleEnd(source: string, at: number): number {
  const open = source.charCodeAt(at);
  if (open !== QUOTE && open !== APOSTROPHE && open !== OPEN) return ~at;
  const close = open === OPEN ? CLOSE : open;
  for (let to = at + 1; to < source.length; to++) {
    const unit = source.charCodeAt(to);
    if (unit === close) return to + 1;
    if (unit === BACKSLASH && (source.charCodeAt(to + 1) === close || source.charCodeAt(to + 1) === BACKSLASH)) to++;
  }
  return ~source.length;
}

/** `(mud.md "Mud")`, from the parenthesis on. Where the `destination` stands is written there. */
export function resourceEnd(source: string, at: number, destination: { start: number; end: number }): number {
  let to = whiteEnd(source, at + 1);
  destination.start = to;
  destination.end = to;
  if (source.charCodeAt(to) === CLOSE) return to + 1;
  to = destinationEnd(source, to, 32);
  if (to < 0) return to;
  destination.end = to;
  const behind = whiteEnd(source, to);
  const unit = source.charCodeAt(behind);
  if (behind > to && (unit === QUOTE || unit === APOSTROPHE || unit === OPEN)) {
    to = titleEnd(source, behind);
    if (to < 0) return to;
    to = whiteEnd(source, to);
  } else to = behind;
  return source.charCodeAt(to) === CLOSE ? to + 1 : ~to;
}

/** No label has more characters; those are UTF-16 units here, as to the parser. */
const LONGEST = 999;

/** `[mud]`, with at least one character that is not white space, and no bracket that is not escaped. */
export function labelEnd(source: string, at: number): number {
  let seen = false;
  let to = at + 1;
  for (; to < source.length; to++) {
    const unit = source.charCodeAt(to);
    if (unit === BRACKET) return ~to;
    if (unit === UNBRACKET) break;
    if (!seen) seen = !isWhite(unit);
    if (unit === BACKSLASH) {
      const next = source.charCodeAt(to + 1);
      if (next === BRACKET || next === UNBRACKET || next === BACKSLASH) to++;
    }
    if (to - at > LONGEST) return ~to;
  }
  return seen && to < source.length ? to + 1 : ~to;
}

/** What a label names: white space and letter case make no difference. */
export function identifierOf(label: string): string {
  return label
    .replaceAll('\0', '\ufffd')
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/**
 * A destination without escapes, as far as its beginning says where it leads: `https:`, `#`, `//`; so are the names of
 * characters read that may stand for such: `&colon;`, `&#35;`.
 */
export function urlOf(source: string, at: number, to: number): string {
  const written = source.charCodeAt(at) === LESS ? source.slice(at + 1, to - 1) : source.slice(at, to);
  if (!/[\\&]/.test(written)) return written;
  return written.replace(ESCAPE, (whole, escaped?: string, name?: string, decimal?: string, hex?: string) => {
    if (escaped !== undefined) return escaped;
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    // Others than these say nothing of where it leads.
    return code > 32 && code < 127 ? String.fromCharCode(code) : '\ufffd';
  });
}

const ESCAPE = /\\([!-/:-@[-`{-~])|&([a-z]{3,6});|&#(\d{1,7});|&#x([\da-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = { colon: ':', fjlig: 'fj', num: '#', period: '.', plus: '+', sol: '/' };

/** The white space behind a part, in its line. */
export function spaceEnd(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at++;
  return at;
}
