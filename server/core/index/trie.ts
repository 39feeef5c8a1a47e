/**
 * A trie over word hashes in an open-addressing table of integers: one edge per (node, word), no object per node.
 * It only grows. Two words may share a hash: whoever reads a value checks the text.
 */
export class Trie {
  #nodes = 1;
  #used = 0;
  #mask = 4095;
  #from = new Int32Array(4096).fill(-1);
  #word = new Int32Array(4096);
  #to = new Int32Array(4096);

  /** The node behind `word` from `node`, or -1. The root is 0. */
  step(node: number, word: number): number {
    for (let at = this.#slot(node, word); ; at = (at + 1) & this.#mask) {
      if (this.#from[at] === -1) return -1;
      if (this.#from[at] === node && this.#word[at] === word) return this.#to[at]!;
    }
  }

  /** The node behind `word` from `node`, made where it is not there yet. */
  extend(node: number, word: number): number {
    const known = this.step(node, word);
    if (known >= 0) return known;
    if (++this.#used * 2 > this.#mask) this.#grow();
    this.#put(node, word, this.#nodes);
    return this.#nodes++;
  }

  #put(node: number, word: number, to: number): void {
    let at = this.#slot(node, word);
    while (this.#from[at] !== -1) at = (at + 1) & this.#mask;
    this.#from[at] = node;
    this.#word[at] = word;
    this.#to[at] = to;
  }

  #slot(node: number, word: number): number {
    const mixed = Math.imul(word ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  #grow(): void {
    const [from, word, to] = [this.#from, this.#word, this.#to];
    const size = from.length * 2;
    this.#mask = size - 1;
    this.#from = new Int32Array(size).fill(-1);
    this.#word = new Int32Array(size);
    this.#to = new Int32Array(size);
    for (let at = 0; at < from.length; at++) if (from[at] !== -1) this.#put(from[at]!, word[at]!, to[at]!);
  }
}
