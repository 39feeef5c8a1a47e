import type { Constructs } from '../inline.ts';

/**
 * The tree of a Markdown text, as far as the corpus looks at it: its blocks, and what stands in their lines. The
 * tests make the same of the parser's tree (`treeOf.ts`).
 */
export interface Tree {
  readonly blocks: readonly Block[];
  readonly constructs: Constructs;
  /** Whether the parser says the same: not where it may lose its way, or where it would take too long to ask. */
  readonly isCertain: boolean;
}

/** Offsets are UTF-16 units of the file. */
export interface Block {
  readonly type: BlockType;
  readonly start: number;
  end: number;
  readonly children: Block[];
}

export type BlockType =
  | 'yaml'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'listItem'
  | 'blockquote'
  | 'code'
  | 'html'
  | 'thematicBreak'
  | 'definition';

export interface HeadingBlock extends Block {
  readonly type: 'heading';
  /** 1 for `#`, and for a line underlined with `===`. */
  readonly depth: number;
  /** The words with their markup: `Why *mud* sticks` of `## Why *mud* sticks ##`; the whole of a heading without any. */
  readonly from: number;
  readonly to: number;
  /** The words without their markup, white space made one space; empty where there are none. */
  words: string;
  /** `##` alone. */
  readonly empty: boolean;
}

/** Leaves have no children; one list serves them all. */
const NONE: Block[] = [];

export const leaf = (type: BlockType, start: number, end: number): Block => ({ type, start, end, children: NONE });

export const container = (type: BlockType, start: number, end: number): Block => ({ type, start, end, children: [] });

export const isHeading = (block: Block): block is HeadingBlock => block.type === 'heading';
