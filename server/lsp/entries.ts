import type { Corpus } from './corpus.ts';
import type { Publisher } from './publisher.ts';

/** A workspace folder, and who tells what is wrong in it. */
export interface Entry {
  readonly corpus: Corpus;
  readonly publisher: Publisher;
}

/** The entry of the folder that a uri lies in; of nested folders the innermost. */
export function innermost(entries: ReadonlyMap<string, Entry>, uri: string): Entry | undefined {
  let found: Entry | undefined;
  for (const entry of entries.values()) {
    const { folder, pathOf } = entry.corpus.uris;
    const inside = folder === uri || pathOf(uri) !== undefined;
    if (inside && folder.length > (found?.corpus.uris.folder.length ?? -1)) found = entry;
  }
  return found;
}
