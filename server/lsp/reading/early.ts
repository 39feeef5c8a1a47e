import {
  type Definition,
  type Diagnostic,
  type Document,
  definition,
  diagnostics,
  documentAt,
  type FilePosition,
  linkedPath,
  namesAt,
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
    const paths = new Set<string>();
    for (const name of namesAt(this.#workspace, text, at)) {
      for (const path of this.#titled.get(name) ?? []) paths.add(path);
      for (const path of filesCalled(this.#paths, numbering.keys.string(name))) paths.add(path);
    }
    paths.delete(at.path);
    if (paths.size === 0) return undefined;
    const read = await Promise.all([...paths].map(async (path) => ({ path, ...(await this.#folder.read(path)) })));
    const texts = read.flatMap((file) => ('text' in file ? [{ path: file.path, text: file.text }] : []));
    const snapshot = this.#empty().apply([...texts, { path: at.path, text }]);
    // It may be no corpus at all.
    return hasSign(snapshot) ? definition(snapshot, at) : undefined;
  }

  /** What is wrong in a document whatever the titles of the others: links to files that are not there. */
  faults(
    path: string,
    text: string,
  ): { readonly document: Document; readonly found: readonly Diagnostic[] } | undefined {
    const snapshot = this.#empty().apply([{ path, text }]);
    const document = documentAt(snapshot, path);
    if (!document || !hasSign(snapshot)) return undefined;
    // It knows of no other file: what it misses may be there all the same.
    const missed = diagnostics(snapshot, document).filter(({ code }) => code === 'broken-link');
    const leadsTo = ({ span }: Diagnostic): string | undefined => linkedPath(path, text.slice(span.start, span.end));
    return { document, found: missed.filter((each) => !isThere(this.#paths, leadsTo(each))) };
  }

  #empty(): Workspace {
    return new Workspace(() => undefined, { minimumWords: this.#workspace.minimumWords });
  }
}

/** Whether a link's path leads to a file, to one whose ending it leaves out, or to a folder. */
function isThere(paths: readonly string[], target: string | undefined): boolean {
  if (target === undefined) return true;
  const files = [target, `${target}.md`, `${target}.markdown`];
  return paths.some((path) => path.startsWith(target) && (files.includes(path) || path.startsWith(`${target}/`)));
}

/** Marks at a title's end that its file's name may have, and such: so much longer the name can be than its key. */
const SPARE = 4;

/** The files that a wikilink may name by this key. Nearly all are passed over by the length of their names. */
function filesCalled(paths: readonly string[], key: string): string[] {
  return paths.filter((path) => {
    const length = path.length - path.lastIndexOf('/') - 1 - ENDING;
    return Math.abs(length - key.length) <= SPARE + ENDING && stemKey(path) === key;
  });
}

/** `.md` or `.txt`, and at most `.markdown`: what is between them is spared. */
const ENDING = '.txt'.length;

function add<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
