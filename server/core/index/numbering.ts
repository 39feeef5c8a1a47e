import { fold } from '../text/fold.ts';
import { Interner } from './interner.ts';

/**
 * The numbers of one corpus, or of one thread that reads for it: of the keys of names (`fold.ts`, `pathKey`), and of
 * spellings as they stand. A spelling is folded once.
 */
export class Numbering {
  readonly keys = new Interner();
  readonly spellings = new Interner();
  /** The key's number by the spelling's. */
  readonly #keyOf: number[] = [];

  /** The key's number of a title by its spelling's number. */
  keyOf(spelling: number): number {
    this.#keyOf[spelling] ??= this.keys.number(fold(this.spellings.string(spelling)));
    return this.#keyOf[spelling];
  }
}
