import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import { type Span, span } from '../text/span.ts';
import type { Constructs } from './inline.ts';
import { SpanIndex } from './spanIndex.ts';
import type { WrittenReference } from './summary.ts';

/** Where a node stands in the text that was parsed. */
export function spanOf(node: Nodes): Span {
  return span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/**
 * Code, comments, tags and links of a tree. `shift` is where the parsed text begins in `text` (UTF-16 units).
 */
export function constructsOf(tree: Root, text: string, shift = 0): Constructs {
  const opaque: Span[] = [];
  const links: Omit<WrittenReference, 'role'>[] = [];
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
        const link = linkOf(node, text, at, lastChildEnd(node, shift));
        if (link) links.push(link);
        else opaque.push(at);
        // An image may be the text of a link: `[![oven](oven.png)](ovens.md)`.
        if (node.type === 'link') left.push(...node.children.filter((child) => child.type === 'image'));
        break;
      }
      default:
        if ('children' in node) for (const child of node.children) left.push(child);
    }
  }
  return { opaque: new SpanIndex(opaque, (each) => each), links: new SpanIndex(links, (each) => each.whole) };
}

function lastChildEnd(node: Link | Image | Definition, shift: number): number | undefined {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last && spanOf(last).end + shift;
}

/**
 * The link as a reference, where it leads to a file: not with a scheme (`https:`, `mailto:`), not within the same
 * document (`#clay`), not a footnote (`[^1]: …`, a definition to CommonMark).
 */
function linkOf(
  node: Link | Image | Definition,
  text: string,
  whole: Span,
  childEnd: number | undefined,
): Omit<WrittenReference, 'role'> | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^#|^\/\/|^$/i.test(node.url)) return undefined;
  if (node.type === 'definition' && node.identifier.startsWith('^')) return undefined;
  const opener = node.type === 'definition' ? ']:' : '](';
  const open = text.indexOf(opener, childEnd ?? whole.start);
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
