import type { Heading, Nodes, Root } from 'mdast';
import { constructsOf, spanOf } from '../constructs.ts';
import { type Block, type BlockType, container, type HeadingBlock, type Tree } from './nodes.ts';
import { headingWords } from './words.ts';

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
  return { blocks, constructs: constructsOf(root, text) };
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
