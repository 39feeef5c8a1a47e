import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import { type Span, span } from '../text/span.ts';
import type { Constructs, WrittenLink } from './inline.ts';
import { SpanIndex } from './spanIndex.ts';

/** Where a node stands in the text that was parsed. */
export function spanOf(node: Nodes): Span {
  return span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/**
 * Code, comments, tags and links of a tree. `shift` is where the parsed text begins in `text` (UTF-16 units).
 */
export function constructsOf(tree: Root, text: string, shift = 0): Constructs {
  const opaque: Span[] = [];
  const links: WrittenLink[] = [];
  // Not by recursion: quotes can be nested deeper than a stack is high.
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    const at = span(spanOf(node).start + shift, spanOf(node).end + shift);
    switch (node.type) {
      case 'inlineCode':
      case 'code':
      case 'html':
      case 'yaml':
        opaque.push(at);
        break;
      case 'link':
      case 'image':
      case 'definition': {
        const link = linkOfNode(node, text, at, shift);
        if (link) links.push(link);
        else opaque.push(at);
        if (node.type === 'link') left.push(...imagesIn(node));
        break;
      }
      default:
        if ('children' in node) for (const child of node.children) left.push(child);
    }
  }
  return constructsFrom(opaque, links);
}

export function constructsFrom(opaque: readonly Span[], links: readonly WrittenLink[]): Constructs {
  return { opaque: new SpanIndex(opaque, itself), links: new SpanIndex(links, wholeOf) };
}

const itself = (at: Span): Span => at;
const wholeOf = (link: WrittenLink): Span => link.whole;

/** An image may be the text of a link: `[![oven](oven.png)](ovens.md)`, `[*![oven](oven.png)*](ovens.md)`. */
function imagesIn(link: Link): Image[] {
  const images: Image[] = [];
  const left: Nodes[] = [...link.children];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'image') images.push(node);
    else if ('children' in node) left.push(...node.children);
  }
  return images;
}

function linkOfNode(
  node: Link | Image | Definition,
  text: string,
  whole: Span,
  shift: number,
): WrittenLink | undefined {
  if (node.type === 'definition') return definitionOf(text, node.url, node.identifier, whole);
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return linkOf(text, node.url, whole, last ? spanOf(last).end + shift : whole.start, '](');
}

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
