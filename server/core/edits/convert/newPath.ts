import { withoutEnding } from '../../index/paths.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import type { Layout } from '../../syntax/summary.ts';

/** Gives out paths that no file has, and that nobody else was given. */
export class NewPaths {
  readonly #taken: Set<string>;

  constructor({ files }: Snapshot) {
    this.#taken = new Set(Array.from(files, alike));
  }

  /**
   * Where a document lies in another layout: beside where it lies, `mud.md` for `mud.txt`, else `mud 2.md`; where it is, if its
   * ending will do.
   */
  pathFor(path: string, to: Layout): string {
    const stem = withoutEnding(path);
    const isMarkdown = !/\.txt$/i.test(path);
    // A plain text in a Markdown file is one all the same; other plain texts are in text files.
    if (to === 'markdown' ? isMarkdown : !isMarkdown) return path;
    const ending = to === 'markdown' ? '.md' : '.txt';
    for (let number = 1; ; number++) {
      const found = number === 1 ? stem + ending : `${stem} ${number}${ending}`;
      if (this.#taken.has(alike(found))) continue;
      this.#taken.add(alike(found));
      return found;
    }
  }
}

/** As file systems compare names that know no letter case. */
const alike = (path: string): string => path.normalize('NFC').toLowerCase();
