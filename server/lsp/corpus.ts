import {
  type Change,
  type Document,
  documentAt,
  type IgnoredTitles,
  ignoredTitles,
  type Renewal,
  type Snapshot,
  Workspace,
} from '../core/index.ts';
import type { LastReading } from '../protocol.ts';
import { Chart } from './atlas/chart.ts';
import { filesAt, goneFrom, isAtOrBelow, isOfRules } from './below.ts';
import type { Open } from './fromClient.ts';
import { withoutSilent } from './patient.ts';
import type { Folder, Skipped } from './ports.ts';
import { Early } from './reading/early.ts';
import { keep } from './reading/keep.ts';
import { lastReading, load } from './reading/load.ts';
import { OnDisk } from './reading/onDisk.ts';
import { type Progress, readFiles } from './reading/readFiles.ts';
import type { Settings } from './settings.ts';
import { hasSign } from './signs.ts';
import type { FolderUris } from './uris.ts';

/**
 * One workspace folder: its files, the open documents over them, and the snapshot that all questions are asked of. What an
 * editor holds wins over the disk (CORPUS.md, "Resolution").
 */
export class Corpus {
  readonly uris: FolderUris;
  /** Its graph, with a place for each node. */
  readonly chart: Chart;
  #settings: Settings;
  #ignored: IgnoredTitles;
  readonly #folder: Folder;
  #workspace: Workspace;
  readonly #open = new Map<string, Open>();
  readonly #skipped = new Map<string, string>();
  #pending = new Map<string, Change>();
  #touched = new Set<string>();
  #isSwayed = false;
  /** How often files are being read: what comes of it has the numbers of the workspace that it was read for. */
  #refreshing = 0;
  #stopped = false;
  #early: Early | undefined;
  #onDisk = new OnDisk();
  /** Whether the cache holds all that is known. */
  #isKept = true;
  #keeping: Promise<unknown> = Promise.resolve();
  lastReading: LastReading | undefined;

  /** @param renewed called when the places of all nodes are others, and no text changed */
  constructor(uris: FolderUris, folder: Folder, settings: Settings, renewed: () => void = () => {}) {
    this.uris = uris;
    this.#settings = settings;
    this.#ignored = ignoredTitles(settings.ignoredTitles);
    this.#folder = folder;
    this.#workspace = new Workspace((path) => this.textOf(path), { minimumWords: settings.minimumWords });
    this.chart = new Chart(this, folder, renewed);
  }

  /** What findings are told, and how grave they are, may change; the rest says what is read, and holds for the life of a corpus. */
  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    this.#ignored = ignoredTitles(settings.ignoredTitles);
  }

  /** The titles that the reader wants to hear nothing of. */
  get ignored(): IgnoredTitles {
    return this.#ignored;
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

  /** Paths of the documents of which something may have to be told anew, since this was last asked. */
  takeTouched(): string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  /** Whether open documents may mean something else than before, for what changed in others, since this was last asked. */
  takeSwayed(): boolean {
    const isSwayed = this.#isSwayed;
    this.#isSwayed = false;
    return isSwayed;
  }

  /** Called when the snapshot has other numbers than the one before, and says what that said. */
  whenRenumbered = (_before: Snapshot, _after: Snapshot): void => {};

  /** Whether it knows so much that nobody uses any more that it should be made anew. */
  get isOvergrown(): boolean {
    return this.#workspace.isOvergrown;
  }

  /** Goes on with what was made anew; false where that is not up to date, or something is still known by the old numbers only. */
  takeUp(renewal: Renewal): boolean {
    const before = this.snapshot;
    if (this.#refreshing > 0 || !this.chart.isUpToDate || !renewal.isAt(before)) return false;
    this.#workspace = renewal.workspace;
    this.chart.renumber(this.snapshot);
    this.whenRenumbered(before, this.snapshot);
    return true;
  }

  /** These files are worked on now; none, where there are none. */
  working(...paths: readonly string[]): void {
    this.#folder.working?.(...paths);
  }

  #apply(changes: readonly Change[]): void {
    const texts = changes.filter((change) => 'text' in change);
    if (this.#folder.careful && texts.length > 1) for (const change of changes) this.#applyAtOnce([change]);
    else this.#applyAtOnce(changes, texts);
  }

  #applyAtOnce(changes: readonly Change[], texts = changes): void {
    this.working(...texts.map(({ path }) => path));
    const { touched, paths } = this.#workspace.apply(changes);
    this.working();
    for (const id of touched) this.#touched.add(paths.string(id));
    this.chart.touch(touched);
    for (const open of this.#open.keys()) {
      this.#isSwayed ||= touched.has(paths.find(open) ?? -1) && !changes.some(({ path }) => path === open);
    }
  }

  /**
   * Whether this folder is taken for a corpus: as the setting says, else when it holds a note, an inquiry or a wikilink.
   * Nothing is shown of a folder that is none, or that was read in part only.
   */
  get isCorpus(): boolean {
    const { corpus } = this.settings;
    if (this.#stopped || corpus === 'never') return false;
    return corpus === 'always' || hasSign(this.snapshot);
  }

  get skipped(): Skipped[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  document(uri: string): Document | undefined {
    const path = this.uris.pathOf(uri);
    return path === undefined ? undefined : this.documentAt(path);
  }

  documentAt(path: string): Document | undefined {
    return documentAt(this.snapshot, path);
  }

  textOf(path: string): string | undefined {
    const open = this.#open.get(path)?.text;
    if (open !== undefined || !this.#folder.readNow) return open ?? this.#onDisk.textOf(path);
    const reading = this.#folder.readNow(path);
    return 'text' in reading ? reading.text : undefined;
  }

  /** Version of an open document; undefined for any other. */
  versionOf(path: string): number | undefined {
    return this.#open.get(path)?.version;
  }

  /** When a file was last written, in milliseconds since 1970; undefined where the host does not know. */
  modifiedOf(path: string): number | undefined {
    return this.#onDisk.modifiedOf(path);
  }

  /** Reads all files: once, before anything else. Other work has its turn meanwhile. `listed` hears when `early` is there. */
  async load(progress: Progress, listed: () => void = () => {}): Promise<void> {
    if (this.settings.corpus === 'never') return;
    const begin = performance.now();
    const loaded = await load(this.#workspace, this.#folder, this.settings.exclude, this.#skip, progress, (paths) => {
      const early = new Early(this.#workspace, this.#folder, paths);
      this.#early = early;
      listed();
      return (files) => early.meet(files);
    });
    this.#early = undefined;
    if (!loaded) {
      // Half a corpus would be full of references to notes that were not read.
      this.#stopped = true;
      return;
    }
    this.lastReading = lastReading(loaded, performance.now() - begin);
    this.#onDisk = new OnDisk(loaded.stamps, loaded.read);
    this.#isKept = loaded.read.length === 0;
    this.#apply(loaded.changes);
  }

  /** Whether the reading of its files was stopped: then nothing is known of it. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /** Who answers while the files are read; undefined before they are listed, and once they are read. */
  get early(): Early | undefined {
    return this.#early;
  }

  /** A document was opened or edited in the editor. Takes effect with the next question. */
  edit(path: string, text: string, version: number): void {
    if (this.settings.corpus === 'never') return;
    if (!this.#folder.admits(path) && !documentAt(this.#workspace.snapshot, path)) return;
    this.#open.set(path, { text, version });
    this.#pending.set(path, { path, text });
  }

  /** A document was closed. The disk counts again: `refresh` must follow. */
  close(path: string): void {
    this.#open.delete(path);
  }

  /** Whether one of these changes means that other files count than before, so that all must be read anew. */
  changesRules(paths: readonly string[]): boolean {
    return paths.some((path) => isOfRules(path, this.#folder));
  }

  /**
   * Those of these files that are closed, and no longer the ones that were read: events come late, and some never. Where the
   * host does not know files by size and time, their texts are looked at.
   */
  async changedOnDisk(paths: readonly string[]): Promise<string[]> {
    const closed = paths.filter((path) => !this.#open.has(path));
    const now = await this.#folder.stampsOf?.(closed);
    if (!now) return closed.filter((path) => this.textOf(path)?.length !== this.documentAt(path)?.length);
    return closed.filter((path, at) => this.#onDisk.isOther(path, now[2 * at], now[2 * at + 1]));
  }

  /** All files as they are on the disk now; never rejects. */
  listAgain(): Promise<readonly string[]> {
    return this.#folder.list(this.settings.exclude, this.#skip);
  }

  /**
   * Something happened to these files and folders; what it was is read off the disk, since events come late and out of
   * order. A folder that was made, deleted or renamed announces itself, and none of its files.
   */
  async refresh(paths: readonly string[]): Promise<void> {
    this.#refreshing++;
    await this.#refresh(paths).finally(() => this.#refreshing--);
  }

  async #refresh(paths: readonly string[]): Promise<void> {
    const known = this.snapshot.files;
    const changed = new Set(paths.filter((path) => known.has(path) || this.#folder.admits(path)));
    for (const path of this.#skipped.keys()) if (isAtOrBelow(path, changed)) this.#skipped.delete(path);
    const files = await filesAt(changed, this.#folder, () => this.listAgain());
    const changes = await this.#readAll([...files]);
    const places = [...changed].filter((path) => !files.has(path));
    for (const path of goneFrom(this.snapshot.files, places)) if (!files.has(path)) changes.push({ path, gone: true });
    for (const change of changes) if ('gone' in change) this.#onDisk.forget(change.path);
    if (changes.length > 0) this.#isKept = false;
    for (const change of changes) if (!this.#open.has(change.path)) this.#pending.set(change.path, change);
  }

  readonly #skip = ({ path, reason }: Skipped): void => void this.#skipped.set(path, reason);

  async #readAll(paths: readonly string[]): Promise<Change[]> {
    const found = (await readFiles(this.#workspace, this.#folder, paths, () => true))!;
    for (const { path, problem } of found.seen) if (problem !== undefined) this.#skipped.set(path, problem);
    const { changes, seen } = withoutSilent(found, (path) => this.documentAt(path) !== undefined);
    this.#onDisk.take(seen);
    return [...changes];
  }

  /** Keeps the corpus for the next start, where the host can and something is new. Never rejects. */
  async keep(): Promise<void> {
    await this.#keeping;
    await this.chart.keep();
    if (this.#isKept || this.#stopped) return;
    this.#isKept = true;
    // What is in an editor is not what is on the disk.
    const stamps = this.#onDisk.stamps((path) => !this.#open.has(path) && !this.#pending.has(path));
    this.#keeping = keep(this.#workspace, this.#folder, stamps).then((isDone) => {
      // A disk that was full may have room at the end.
      if (!isDone) this.#isKept = false;
    });
    await this.#keeping;
  }
}
