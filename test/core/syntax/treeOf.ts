import type { Definition, Heading, Image, Link, Nodes, Root } from 'mdast';
import { constructsFrom, definitionOf, linkOf } from '../../../server/core/syntax/constructs.ts';
import type { Constructs, WrittenLink } from '../../../server/core/syntax/inline.ts';
import {
  type Block,
  type BlockType,
  container,
  type HeadingBlock,
  type Tree,
} from '../../../server/core/syntax/scan/nodes.ts';
import { headingWords } from '../../../server/core/syntax/scan/words.ts';
import { type Span, span } from '../../../server/core/text/span.ts';

// The scanner's oracle: what the corpus looks at of the tree that remark makes.

const TYPES: ReadonlySet<string> = new Set<BlockType>([
  'yaml',
  'heading',
  'paragraph',
  'list',
  'listItem',
  'blockquote',
  'code',
  'html',
  'thematicBreak',
  'definition',
]);

/** What the corpus looks at of the parser's tree. */
export function treeOf(root: Root, text: string): Tree {
  const blocks: Block[] = [];
  // Not by recursion: quotes can be nested deeper than a stack is high.
  const left: [readonly Nodes[], Block[]][] = [[root.children, blocks]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [nodes, into] = next;
    for (const node of nodes) {
      const block = blockOf(node);
      if (!block) continue;
      into.push(block);
      if ('children' in node && node.type !== 'heading' && node.type !== 'paragraph')
        left.push([node.children, block.children]);
    }
  }
  return { blocks, constructs: constructsOf(root, text), isCertain: true };
}

function blockOf(node: Nodes): Block | undefined {
  if (!TYPES.has(node.type)) return undefined;
  const { start, end } = spanOf(node);
  return node.type === 'heading' ? headingOf(node) : container(node.type as BlockType, start, end);
}

function headingOf(node: Heading): HeadingBlock {
  const { start, end } = spanOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  return {
    type: 'heading',
    start,
    end,
    children: [],
    depth: node.depth,
    from: first ? spanOf(first).start : start,
    to: last ? spanOf(last).end : end,
    words: headingWords(node),
    empty: !first,
  };
}

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
