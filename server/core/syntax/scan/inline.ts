import { linkOf } from '../constructs.ts';
import type { WrittenLink } from '../inline.ts';
import { autolinkEnd, inlineHtmlEnd } from './inlineHtml.ts';
import type { Markup } from './markup.ts';
import { identifierOf, labelEnd, resourceEnd, urlOf } from './resources.ts';
import { TickRuns } from './tickRuns.ts';
import { BACKSLASH, BANG, BRACKET, isPunctuation, LESS, OPEN, STAR, TICK, UNBRACKET, UNDERLINE } from './units.ts';

/** A construct in the lines of a block: code, HTML and links that leave the corpus hide what is in them. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** Where it leads to a file of the corpus. */
  readonly link: WrittenLink | undefined;
  readonly isImage: boolean;
}

/** `[` or `![` that no `]` has closed yet. */
export interface Opener {
  /** Where the words behind it begin. */
  readonly from: number;
  readonly isImage: boolean;
  /** How many constructs were found before it. */
  readonly before: number;
  /** And how many runs of `*` and `_`, in a heading. */
  readonly runs: number;
}

/** What goes on while a block is read. */
interface Reading {
  readonly text: string;
  /** The block's lines, what belongs to quotes around them made white. */
  readonly source: string;
  /** Where `source` stands in the text. */
  readonly shift: number;
  /** What the definitions of the text define. */
  readonly defined: ReadonlySet<string>;
  readonly found: Found[];
  readonly openers: Opener[];
  /** A link holds no link: brackets opened before this many openers make none any more. */
  inactive: number;
  /** How many units may still be read in vain, so that the whole stays linear whatever the text. */
  left: number;
  ticks: TickRuns | undefined;
  /** Of the last link. */
  readonly destination: { start: number; end: number };
  readonly markup: Markup | undefined;
}

/**
 * The code spans, inline HTML, links and images of a block, and whether the block was looked through to its end: behind so many
 * brackets that close nothing that it would take too long, all is words.
 *
 * @param markup is told what is no word, in a heading
 */
export function scanInline(
  text: string,
  source: string,
  shift: number,
  defined: ReadonlySet<string>,
  markup: Markup | undefined,
): { readonly found: readonly Found[]; readonly isWhole: boolean } {
  const left = 20 * source.length + 2000;
  const found: Found[] = [];
  const reading: Reading = {
    text,
    source,
    shift,
    defined,
    found,
    openers: [],
    inactive: 0,
    left,
    ticks: undefined,
    destination: { start: 0, end: 0 },
    markup,
  };
  for (let at = 0; at < source.length && reading.left >= 0; ) {
    switch (source.charCodeAt(at)) {
      case TICK:
        at = code(reading, at);
        break;
      case LESS:
        at = angle(reading, at);
        break;
      case BACKSLASH:
        at = escaped(reading, at);
        break;
      case STAR:
      case UNDERLINE:
        at = markup ? markup.run(source, at) : at + 1;
        break;
      case BANG:
        at = source.charCodeAt(at + 1) === BRACKET ? open(reading, at + 2, true) : at + 1;
        break;
      case BRACKET:
        at = open(reading, at + 1, false);
        break;
      case UNBRACKET:
        at = close(reading, at);
        break;
      default:
        at++;
    }
  }
  markup?.resolve(0);
  return { found, isWhole: reading.left >= 0 };
}

function opaque(reading: Reading, start: number, end: number): number {
  reading.found.push({ start: start + reading.shift, end: end + reading.shift, link: undefined, isImage: false });
  return end;
}

/** Behind the code span that begins at `at`, or behind its backticks where nothing closes it. */
function code(reading: Reading, at: number): number {
  const { source } = reading;
  let from = at + 1;
  while (source.charCodeAt(from) === TICK) from++;
  reading.ticks ??= new TickRuns(source);
  const to = reading.ticks.next(from - at, from);
  if (to < 0) return from;
  reading.markup?.code(source, at, from, to);
  return opaque(reading, at, to + from - at);
}

/** Behind the autolink or the inline HTML that begins at `at`, or behind its bracket. */
function angle(reading: Reading, at: number): number {
  const { source, markup } = reading;
  const address = autolinkEnd(source, at);
  if (address >= 0) {
    markup?.cut(at, at + 1);
    markup?.cut(address - 1, address);
    return opaque(reading, at, address);
  }
  const end = inlineHtmlEnd(source, at);
  if (end >= 0) return opaque(reading, at, end);
  spend(reading, ~address + ~end - 2 * at);
  return at + 1;
}

/** Behind a backslash and what it escapes. */
function escaped({ source, markup }: Reading, at: number): number {
  if (!isPunctuation(source.charCodeAt(at + 1))) return at + 1;
  markup?.cut(at, at + 1);
  return at + 2;
}

function open({ found, markup, openers }: Reading, from: number, isImage: boolean): number {
  openers.push({ from, isImage, before: found.length, runs: markup ? markup.runs.length : 0 });
  return from;
}

function spend(reading: Reading, units: number): void {
  reading.left -= units;
}

/** Behind the link or image that the `]` at `at` closes, or behind the `]`. */
function close(reading: Reading, at: number): number {
  const { source, openers, defined } = reading;
  const opener = openers.pop();
  if (!opener) return at + 1;
  const isInactive = !opener.isImage && openers.length < reading.inactive;
  reading.inactive = Math.min(reading.inactive, openers.length);
  if (isInactive) return at + 1;
  const next = source.charCodeAt(at + 1);
  if (next === OPEN) {
    const end = resourceEnd(source, at + 1, reading.destination);
    if (end >= 0) return link(reading, opener, at, end);
    spend(reading, ~end - at);
  }
  if (defined.size === 0) return at + 1;
  spend(reading, at - opener.from);
  const isDefined = defined.has(identifierOf(source.slice(opener.from, at)));
  if (next !== BRACKET) return isDefined ? reference(reading, opener, at, at + 1) : at + 1;
  const label = labelEnd(source, at + 1);
  if (label >= 0 && defined.has(identifierOf(source.slice(at + 2, label - 1))))
    return reference(reading, opener, at, label);
  // `[mud][clay]` is not the mud of `[mud]: mud.md` where there is no clay.
  return isDefined && source.charCodeAt(at + 2) === UNBRACKET ? reference(reading, opener, at, at + 3) : at + 1;
}

/** Takes in a link with a destination of its own; answers where it ends. */
function link(reading: Reading, opener: Opener, middle: number, end: number): number {
  const { text, source, shift, destination, found, openers, markup } = reading;
  const { isImage, before, from } = opener;
  // The words of an image are no text; those of a link may be an image.
  const inside = isImage || found.length === before ? [] : found.slice(before).filter((each) => each.isImage);
  const whole = { start: from - (isImage ? 2 : 1) + shift, end: end + shift };
  const url = urlOf(source, destination.start, destination.end);
  const written = linkOf(text, url, whole, isImage ? whole.start : middle + shift, '](');
  found.length = before;
  found.push({ start: whole.start, end: whole.end, link: written, isImage });
  for (const each of inside) found.push(each);
  if (!isImage) reading.inactive = openers.length;
  markup?.bracketed(opener, middle, end);
  return end;
}

/** `[mud]`, `[mud][]`, `[the mud][mud]`, where `mud` is defined: the definition says where it leads. */
function reference(reading: Reading, opener: Opener, middle: number, end: number): number {
  if (opener.isImage) reading.found.length = opener.before;
  else reading.inactive = reading.openers.length;
  reading.markup?.bracketed(opener, middle, end);
  return end;
}
