import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

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

export const parsePlain = (text: string): Root => plain.parse(text);
