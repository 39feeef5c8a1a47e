import { type Span, span } from '../text/span.ts';
import type { Constructs, WrittenLink } from './inline.ts';
import { SpanIndex } from './spanIndex.ts';

export function constructsFrom(opaque: readonly Span[], links: readonly WrittenLink[]): Constructs {
  return { opaque: new SpanIndex(opaque, itself), links: new SpanIndex(links, wholeOf) };
}

const itself = (at: Span): Span => at;
const wholeOf = (link: WrittenLink): Span => link.whole;

/** A definition as a reference; but not a footnote (`[^1]: …`, a definition to CommonMark). */
export function definitionOf(text: string, url: string, identifier: string, whole: Span): WrittenLink | undefined {
  return identifier.startsWith('^') ? undefined : linkOf(text, url, whole, whole.start, ']:');
}

/**
 * The link as a reference, where it leads to a file: not with a scheme (`https:`, `mailto:`), not within the same
 * document (`#clay`).
 *
 * @param url the destination without escapes, as far as they may stand for what is looked for here
 * @param from where to look for the `opener` that the destination stands behind
 */
export function linkOf(
  text: string,
  url: string,
  whole: Span,
  from: number,
  opener: '](' | ']:',
): WrittenLink | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^#|^\/\/|^$/i.test(url)) return undefined;
  const open = text.indexOf(opener, from);
  if (open < 0 || open >= whole.end) return undefined;
  const at = destinationAt(text, open + 2, whole.end);
  const raw = text.slice(at.start, at.end);
  const hash = raw.indexOf('#');
  const fragment = hash < 0 ? '' : raw.slice(hash + 1);
  return { form: 'link', span: at, whole, text: raw, ...(fragment && { fragment }) };
}

/** The destination behind `](` or `]:`: between `<` and `>`, else up to white space or the parenthesis that closes. */
function destinationAt(text: string, from: number, end: number): Span {
  let start = from;
  while (start < end && /\s/.test(text[start]!)) start++;
  if (text[start] === '<') {
    const close = text.indexOf('>', start);
    return span(start + 1, close < 0 || close > end ? end : close);
  }
  let depth = 0;
  let at = start;
  for (; at < end && !/\s/.test(text[at]!); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) break;
  }
  return span(start, at);
}
