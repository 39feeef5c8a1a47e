import type { Connection, Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import {
  askersNear,
  type Diagnostic,
  type Document,
  diagnostics,
  documentAt,
  prepareHeadings,
  prepareSearch,
  type Snapshot,
} from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import { toDiagnostic } from './toProto.ts';
import { isQuiet, turn } from './turns.ts';

/** How long findings are worked out at a stretch, in milliseconds: a keystroke waits no longer. */
const STRETCH = 4;

/** Between two stretches while somebody asks or types, in milliseconds. */
const PAUSE = 10;

/** How long after the last change of a title the suggestions of other files are looked at again, in milliseconds. */
const CALM = 400;

type TitleVersions = Pick<Snapshot, 'titlesVersion' | 'missingVersion'>;

const NO_TITLES: TitleVersions = { titlesVersion: 0, missingVersion: 0 };

const versionsOf = ({ titlesVersion, missingVersion }: Snapshot): TitleVersions => ({ titlesVersion, missingVersion });

const isOther = (a: TitleVersions, b: TitleVersions): boolean =>
  a.titlesVersion !== b.titlesVersion || a.missingVersion !== b.missingVersion;

/**
 * Tells the client what is wrong in the files of one folder, open or not, and only where that changed. The other files of
 * the client are never touched.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #log: Log;
  #corpus: Corpus;
  /** Findings as last told, by path, in the words of the protocol. Files without any are not in it. */
  readonly #told = new Map<string, string>();
  /** Paths that are still to be looked at. */
  readonly #due = new Set<string>();
  /** Those of them that somebody looks at. */
  readonly #first = new Set<string>();
  /** Nothing was told, or all was taken back: then every document is due, and not only what changed since. */
  #silent = true;
  /** Those of them with a question that is nearly a title, or looks like one. */
  readonly #asking = new Set<string>();
  /** The titles that were seen last, and those for which suggestions were looked for last. */
  #seen = NO_TITLES;
  #suggestedFor = NO_TITLES;
  /** What suggestions are looked for in, while it is made ready. */
  #preparing: Generator<void> | undefined;
  /** What headings are looked for in, which no finding waits for. */
  #indexing: Generator<void> | undefined;
  /** Whether the next stretch comes at once. */
  #isComing = false;
  /** The number of the stretch that comes next. */
  #stretch = 0;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, log: Log, corpus: Corpus) {
    this.#connection = connection;
    this.#log = log;
    this.#corpus = corpus;
    this.#follow(corpus);
  }

  /** What was told holds under other numbers too. What is still to be looked for by the old ones is looked for everywhere. */
  #follow(corpus: Corpus): void {
    corpus.whenRenumbered = (before, after) => {
      if (this.#corpus !== corpus) return;
      if (isOther(this.#suggestedFor, before)) this.renew(corpus);
      else this.#seen = this.#suggestedFor = versionsOf(after);
    };
  }

  /** The folder was read anew, or its findings are to be told in another way: everything is looked at again. */
  renew(corpus: Corpus): void {
    this.#corpus = corpus;
    this.#follow(corpus);
    this.#silent = true;
    this.publish();
  }

  /** Tells what is wrong in an open document while the corpus is still read. */
  early(path: string, text: string): void {
    this.#corpus.working(path);
    const faults = this.#corpus.early?.faults(path, text);
    this.#corpus.working();
    if (faults) this.#tell(path, faults.document, faults.found);
  }

  /** Something changed. What it touched is looked at once the messages at hand are read, and in stretches. */
  publish(): void {
    if (this.#isComing) return;
    this.#isComing = true;
    // Answers that are ready go out in the first turn.
    this.#goOn(turn().then(turn), isQuiet() ? STRETCH : 0);
  }

  /** Works when the time has come, unless another time was set meanwhile; at files that nobody looks at for so long, in milliseconds. */
  #goOn(when: Promise<void>, stretch: number): void {
    const id = ++this.#stretch;
    void when.then(() => {
      if (id !== this.#stretch) return;
      this.#isComing = false;
      try {
        this.#work(stretch);
      } catch (error) {
        this.#log.failed(error);
      }
      this.#corpus.working();
      if ((this.#due.size === 0 && !this.#indexing) || this.#isComing) return;
      // A question is heard, answered and sent in several turns: none of them is to wait for a stretch.
      if (isQuiet()) this.publish();
      else this.#goOn(new Promise((resolve) => setTimeout(resolve, PAUSE)), STRETCH / 2);
    });
  }

  /** Takes everything back. */
  clear(): void {
    clearTimeout(this.#calm);
    this.#stretch++;
    this.#isComing = false;
    this.#silent = true;
    this.#due.clear();
    this.#indexing = undefined;
    for (const path of [...this.#told.keys()]) this.#send(path, []);
  }

  #work(stretch: number): void {
    const { snapshot, isCorpus } = this.#corpus;
    if (!isCorpus) {
      this.clear();
      return;
    }
    const fresh = this.#corpus.takeTouched();
    if (this.#silent) {
      this.#preparing = prepareSearch(snapshot);
      this.#indexing = prepareHeadings(snapshot);
      for (const [, document] of snapshot.documents) if (document) fresh.push(document.path);
      for (const path of this.#told.keys()) fresh.push(path);
    }
    if (this.#silent || isOther(this.#seen, snapshot)) this.#suggestAnew(snapshot);
    this.#silent = false;
    for (const path of fresh) {
      this.#due.add(path);
      if (this.#corpus.versionOf(path) !== undefined) this.#first.add(path);
    }
    const end = performance.now() + stretch;
    while (this.#preparing) {
      if (performance.now() >= end) return;
      if (this.#preparing.next().done) this.#preparing = undefined;
    }
    for (const path of this.#first) this.#look(path);
    this.#first.clear();
    for (const path of this.#due) {
      if (performance.now() >= end) break;
      this.#look(path);
    }
    while (this.#indexing && performance.now() < end) {
      if (this.#indexing.next().done) this.#indexing = undefined;
    }
  }

  /**
   * A title came or went: “did you mean” may have another answer in any file with a finding, and a question that was none be near
   * to what came. When all is looked at anyway, that is taken for done.
   */
  #suggestAnew(snapshot: Snapshot): void {
    this.#seen = versionsOf(snapshot);
    clearTimeout(this.#calm);
    if (this.#silent) this.#suggestedFor = this.#seen;
    else this.#calm = setTimeout(() => this.#lookForNear(), CALM);
  }

  #lookForNear(): void {
    const { snapshot } = this.#corpus;
    const { titlesVersion, missingVersion } = this.#suggestedFor;
    const titled = snapshot.retitled.slice(titlesVersion, snapshot.titlesVersion);
    const missed = snapshot.missed.slice(missingVersion, snapshot.missingVersion);
    this.#suggestedFor = this.#seen;
    for (const { path } of askersNear(snapshot, titled, missed)) this.#due.add(path);
    for (const path of titled.length > 0 ? this.#told.keys() : this.#asking) this.#due.add(path);
    if (this.#due.size > 0) this.publish();
  }

  #look(path: string): void {
    if (!this.#due.delete(path)) return;
    const document = documentAt(this.#corpus.snapshot, path);
    this.#corpus.working(path);
    if (document) this.#tell(path, document, diagnostics(this.#corpus.snapshot, document, this.#corpus.ignored));
    else {
      this.#asking.delete(path);
      this.#send(path, []);
    }
  }

  #tell(path: string, document: Document, found: readonly Diagnostic[]): void {
    if (found.some(({ code }) => code === 'possible-reference')) this.#asking.add(path);
    else this.#asking.delete(path);
    const told = found.map((each) => toDiagnostic(this.#corpus, document, each));
    this.#send(
      path,
      told.filter((each) => each !== undefined),
    );
  }

  #send(path: string, diagnostics: LspDiagnostic[]): void {
    const told = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
    if (this.#told.get(path) === told) return;
    if (told === undefined) this.#told.delete(path);
    else this.#told.set(path, told);
    const version = this.#corpus.versionOf(path);
    const uri = this.#corpus.uris.uriOf(path);
    this.#connection
      .sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
      .catch(this.#log.failed);
  }
}
