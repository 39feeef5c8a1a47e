/**
 * A trie over word hashes in an open-addressing table of integers: one edge per (node, word), no object per node.
 * It only grows. Two words may share a hash: whoever reads a value checks the text.
 */
export class Trie {
  #columns: TrieColumns;

  constructor(columns: TrieColumns = emptyTable(4096)) {
    this.#columns = columns;
  }

  /** All of it, to be read by another thread. */
  get columns(): TrieColumns {
    return this.#columns;
  }

  /** The node behind `word` from `node`, or -1. The root is 0. */
  step(node: number, word: number): number {
    const { from, words, to } = this.#columns;
    const mask = from.length - 1;
    for (let at = slot(node, word) & mask; ; at = (at + 1) & mask) {
      if (from[at] === -1) return -1;
      if (from[at] === node && words[at] === word) return to[at]!;
    }
  }

  /** The node behind `word` from `node`, made where it is not there yet. */
  extend(node: number, word: number): number {
    const known = this.step(node, word);
    if (known >= 0) return known;
    // The root has no edge to it: there are as many edges as other nodes.
    if (this.#columns.nodes * 2 > this.#columns.from.length) this.#columns = grown(this.#columns);
    put(this.#columns, node, word, this.#columns.nodes);
    return this.#columns.nodes++;
  }
}

/** The table: edge `at` leads from a node, by a word, to a node; `from` is -1 where there is none. Its length is a power of two. */
export interface TrieColumns {
  nodes: number;
  readonly from: Int32Array;
  readonly words: Int32Array;
  readonly to: Int32Array;
}

function emptyTable(size: number): TrieColumns {
  return { nodes: 1, from: new Int32Array(size).fill(-1), words: new Int32Array(size), to: new Int32Array(size) };
}

function put({ from, words, to }: TrieColumns, node: number, word: number, next: number): void {
  const mask = from.length - 1;
  let at = slot(node, word) & mask;
  while (from[at] !== -1) at = (at + 1) & mask;
  from[at] = node;
  words[at] = word;
  to[at] = next;
}

function slot(node: number, word: number): number {
  const mixed = Math.imul(word ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function grown({ nodes, from, words, to }: TrieColumns): TrieColumns {
  const next = emptyTable(from.length * 2);
  next.nodes = nodes;
  for (let at = 0; at < from.length; at++) if (from[at] !== -1) put(next, from[at]!, words[at]!, to[at]!);
  return next;
}
