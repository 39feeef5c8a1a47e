import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// The only file that knows the Markdown parser. It is given single headings, and is what the tests compare the scan with: its time
// grows much faster than some texts do.

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);

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
