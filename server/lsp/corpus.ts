import {
  type Change,
  type Document,
  type Snapshot,
  Workspace,
  documentAt,
  documentsOf,
  mayBeDocument,
  summarize,
} from '../core/index.ts';
import type { Folder, Skipped } from '../host/ports.ts';
import type { Settings } from './settings.ts';
import type { FolderUris } from './uris.ts';

/** How long files are read at a stretch before other work has its turn, in milliseconds. */
const STRETCH = 30;

/** Told while a corpus is read: files done and files in all. Answers false to stop. */
export type Progress = (done: number, all: number) => boolean;

/**
 * One workspace folder: its files, the open documents over them, and the snapshot that all questions are asked of. What an
 * editor holds wins over the disk (CORPUS.md, "Resolution").
 */
export class Corpus {
  readonly uris: FolderUris;
  readonly settings: Settings;
  readonly #folder: Folder;
  readonly #workspace: Workspace;
  readonly #open = new Map<string, string>();
  /** Texts as they were read, where the host cannot read at once. */
  readonly #texts = new Map<string, string>();
  readonly #skipped = new Map<string, string>();
  #pending = new Map<string, Change>();
  #touched = new Set<number>();
  #signs: { readonly version: number; readonly found: boolean } | undefined;

  constructor(uris: FolderUris, folder: Folder, settings: Settings) {
    this.uris = uris;
    this.settings = settings;
    this.#folder = folder;
    this.#workspace = new Workspace((path) => this.textOf(path), { minimumWords: settings.minimumWords });
  }

  /** The corpus as it is now, with all changes so far. */
  get snapshot(): Snapshot {
    if (this.#pending.size > 0) {
      const changes = [...this.#pending.values()];
      this.#pending = new Map();
      this.#apply(changes);
    }
    return this.#workspace.snapshot;
  }

  /** Numbers of the documents of which something may have to be told anew, since this was last asked. */
  takeTouched(): ReadonlySet<number> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  #apply(changes: readonly Change[]): void {
    for (const id of this.#workspace.apply(changes).touched) this.#touched.add(id);
  }

  /**
   * Whether this folder is taken for a corpus: as the setting says, else when it holds a note, an inquiry or a wikilink.
   * Nothing is shown of a folder that is none.
   */
  get isCorpus(): boolean {
    const { corpus } = this.settings;
    if (corpus !== 'auto') return corpus === 'always';
    const { documents, version } = this.snapshot;
    if (this.#signs?.version !== version) this.#signs = { version, found: hasSign(documents) };
    return this.#signs.found;
  }

  get skipped(): Skipped[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  document(uri: string): Document | undefined {
    const path = this.uris.pathOf(uri);
    return path === undefined ? undefined : documentAt(this.snapshot, path);
  }

  textOf(path: string): string | undefined {
    const open = this.#open.get(path);
    if (open !== undefined || !this.#folder.readNow) return open ?? this.#texts.get(path);
    const reading = this.#folder.readNow(path);
    return 'text' in reading ? reading.text : undefined;
  }

  /** Reads all files anew. Other work has its turn every 30 ms. */
  async load(progress: Progress): Promise<void> {
    this.#skipped.clear();
    const skip = ({ path, reason }: Skipped): void => void this.#skipped.set(path, reason);
    const paths = await this.#folder.list(this.settings.exclude, skip);
    const listed = new Set(paths);
    const changes: Change[] = documentsOf(this.#workspace.snapshot)
      .filter(({ path }) => !listed.has(path) && !this.#open.has(path))
      .map(({ path }) => ({ path, gone: true }));
    let turn = Date.now();
    for (const [done, path] of paths.entries()) {
      changes.push(summarized(await this.#read(path)));
      if (Date.now() - turn < STRETCH) continue;
      if (!progress(done, paths.length)) break;
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = Date.now();
    }
    this.#apply(changes);
  }

  /** A document was opened or edited in the editor. Takes effect with the next question. */
  edit(path: string, text: string): void {
    if (!this.#folder.admits(path) && !documentAt(this.#workspace.snapshot, path)) return;
    this.#open.set(path, text);
    this.#pending.set(path, { path, text });
  }

  /** A document was closed: the disk counts again. */
  async close(path: string): Promise<void> {
    if (this.#open.delete(path)) await this.refresh([path]);
  }

  /** Something happened to these files; what it was is read off the disk, since events come late and out of order. */
  async refresh(paths: readonly string[]): Promise<void> {
    for (const path of new Set(paths)) {
      if (!this.#folder.admits(path)) continue;
      const kind = await this.#folder.kindOf(path);
      const files = kind === 'folder' ? await this.#listInside(path) : kind === 'file' ? [path] : [];
      // A folder that was deleted or renamed announces itself, and none of its files.
      const before = [...this.#workspace.snapshot.files].filter((each) => each === path || each.startsWith(`${path}/`));
      for (const each of before) if (!files.includes(each) && !this.#open.has(each)) this.#pending.set(each, { path: each, gone: true });
      for (const each of files) {
        const change = await this.#read(each);
        if (!this.#open.has(each)) this.#pending.set(each, change);
      }
    }
  }

  async #listInside(folder: string): Promise<string[]> {
    const files = await this.#folder.list(this.settings.exclude, () => {});
    return files.filter((each) => each.startsWith(`${folder}/`));
  }

  async #read(path: string): Promise<Change> {
    const open = this.#open.get(path);
    if (open !== undefined) return { path, text: open };
    if (!mayBeDocument(path)) return { path, present: true };
    const reading = await this.#folder.read(path);
    this.#skipped.delete(path);
    this.#texts.delete(path);
    if ('gone' in reading) return { path, gone: true };
    if ('problem' in reading) {
      if (reading.document) this.#skipped.set(path, reading.problem);
      return { path, present: true };
    }
    if (!this.#folder.readNow) this.#texts.set(path, reading.text);
    return { path, text: reading.text };
  }
}

/** Whether some document is a note or an inquiry, or holds a wikilink. In a corpus one of the first does. */
function hasSign(documents: Snapshot['documents']): boolean {
  for (const [, document] of documents) {
    if (document && (document.summary.kind !== 'page' || document.summary.references.some((each) => each.form === 'wikilink'))) {
      return true;
    }
  }
  return false;
}

/** Condensed at once, so that the long part of a load is done file by file. */
function summarized(change: Change): Change {
  if (!('text' in change) || !mayBeDocument(change.path)) return change;
  return { ...change, summary: summarize(change.path, change.text) ?? null };
}
