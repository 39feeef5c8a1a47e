import {
  type Change,
  type Definition,
  type Diagnostic,
  type Document,
  definition,
  diagnostics,
  documentAt,
  type FilePosition,
  namesAt,
  type Snapshot,
  stemKey,
  titleKeysIn,
  Workspace,
} from '../../core/index.ts';
import type { FileRead, Folder } from '../ports.ts';
import { hasSign } from '../signs.ts';
import { isDocument } from './condense.ts';

/**
 * Answers for the documents on screen while their corpus is still read. What is said is right: a title that leads to a
 * document that was read, or to the file of that name; that nothing has a title is said by nobody before all is read.
 */
export class Early {
  readonly #workspace: Workspace;
  readonly #folder: Folder;
  readonly #paths: readonly string[];
  /** Paths of documents that were read, by the numbers of their titles. */
  readonly #titled = new Map<number, string[]>();
  /** Paths of all files by the key of their stem; made when somebody asks. */
  #stems: Map<string, string[]> | undefined;

  /** @param workspace the one that the corpus is read for */
  constructor(workspace: Workspace, folder: Folder, paths: readonly string[]) {
    this.#workspace = workspace;
    this.#folder = folder;
    this.#paths = paths;
  }

  /** Some more files were read. */
  meet(files: readonly FileRead[]): void {
    for (const file of files) {
      if (!isDocument(file)) continue;
      for (const key of titleKeysIn(file.sheet)) add(this.#titled, key, file.path);
    }
  }

  /** Where the title at a place is defined, as far as that is known by now. */
  async definition(text: string, at: FilePosition): Promise<Definition | undefined> {
    const { numbering } = this.#workspace;
    this.#stems ??= this.#byStem();
    const paths = new Set<string>();
    for (const name of namesAt(this.#workspace, text, at)) {
      for (const path of this.#titled.get(name) ?? []) paths.add(path);
      for (const path of this.#stems.get(numbering.keys.string(name)) ?? []) paths.add(path);
    }
    paths.delete(at.path);
    if (paths.size === 0) return undefined;
    const read = await Promise.all([...paths].map(async (path) => ({ path, ...(await this.#folder.read(path)) })));
    const texts = read.flatMap((file) => ('text' in file ? [{ path: file.path, text: file.text }] : []));
    const snapshot = this.#small([...texts, { path: at.path, text }]);
    // It may be no corpus at all.
    return hasSign(snapshot.documents) ? definition(snapshot, at) : undefined;
  }

  /** What is wrong in a document whatever the titles of the others: links to files that are not there. */
  faults(
    path: string,
    text: string,
  ): { readonly document: Document; readonly found: readonly Diagnostic[] } | undefined {
    const files = this.#paths.map((each) => ({ path: each, present: true as const }));
    const snapshot = this.#small([...files, { path, text }]);
    const document = documentAt(snapshot, path);
    if (!document || !hasSign(snapshot.documents)) return undefined;
    return { document, found: diagnostics(snapshot, document).filter(({ code }) => code === 'broken-link') };
  }

  #small(files: readonly Change[]): Snapshot {
    return new Workspace(() => undefined, { minimumWords: this.#workspace.minimumWords }).apply(files);
  }

  #byStem(): Map<string, string[]> {
    const stems = new Map<string, string[]>();
    for (const path of this.#paths) add(stems, stemKey(path), path);
    return stems;
  }
}

function add<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
