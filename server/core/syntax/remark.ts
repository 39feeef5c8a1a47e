import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

// The only file that knows the Markdown parser.

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);

/**
 * Plain text has code spans, links and comments, and no blocks: a lone dash under a line of 001 is no heading, and an
 * indented line is no code.
 */
const plain = unified().use(remarkParse).use(withoutBlocks);

function withoutBlocks(this: Processor): void {
  const constructs = [
    'setextUnderline',
    'headingAtx',
    'codeIndented',
    'htmlFlow',
    'list',
    'blockQuote',
    'thematicBreak',
    'definition',
  ];
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: constructs } }];
}

/** Offsets are those of `text`, a byte order mark included: the parser leaves it out, and counts from behind it. */
export function parseMarkdown(text: string): Root {
  const tree = markdown.parse(text);
  if (text.startsWith('\ufeff')) shift(tree, 1);
  return tree;
}

/** Moves all offsets. Not by recursion: quotes can be nested deeper than a stack is high. */
function shift(tree: Root, by: number): void {
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    for (const point of [node.position?.start, node.position?.end]) if (point) point.offset = (point.offset ?? 0) + by;
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
}

export function parsePlainInline(text: string): Root {
  return plain.parse(text);
}
