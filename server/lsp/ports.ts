import type { Arrangement, Finds, Lexicon, Numbering, ProseColumns, Sheet, Stamp, ToArrange } from '../core/index.ts';

/** What a host gives the server of one folder's files. Paths are relative to the folder, with `/`. */
export interface Folder {
  /**
   * All files, hidden and ignored ones left out, by path (code-unit order). What cannot be listed is told to `skip`. Never
   * rejects.
   *
   * @param exclude further patterns to leave out, in gitignore syntax.
   */
  list(exclude: readonly string[], skip: (skipped: Skipped) => void): Promise<readonly string[]>;
  /** Whether `list` would have a file at this path: for files that appear later. Asks the rules of the last `list`. */
  admits(path: string): boolean;
  /** What lies at each of these paths now, in their order. Never rejects. */
  kindsOf(paths: readonly string[]): Promise<readonly FileKind[]>;
  /** Never rejects. */
  read(path: string): Promise<Reading>;
  /** How long this host's disk is waited for, in milliseconds; as long as others where it is not said. */
  readonly patience?: number;
  /** Reads at once, where the host can; else the server keeps the texts that it has read. */
  readNow?(path: string): Reading;
  /** Threads that take part in reading so many files; undefined where they would not pay. They are dismissed at the end. */
  hire?(files: number, numbering: Numbering): Crew | undefined;
  /**
   * Size and time of each file as they are now, two numbers each; -1 twice where it is none, NaN where nobody knows. With it,
   * `read` gives stamps.
   */
  stampsOf?(paths: readonly string[]): Promise<Float64Array>;
  /** Hears which files this thread is at work on, before it begins, and when it rests: of none. Never throws. */
  readonly working?: (...paths: readonly string[]) => void;
  /** Something went wrong before: one document at a time is worked on, so that `working` tells which one it was. */
  readonly careful?: boolean;
  /** Where the corpus is kept for the next start; only with `stampsOf`. */
  readonly cache?: Cache;
  /** Where it is kept where the nodes of its graph stand. */
  readonly places?: Cache;
  /** Arranges a graph in another thread, to which its columns go; undefined where there is none. May reject. */
  arrange?(graph: ToArrange): Promise<Arrangement> | undefined;
}

/** Keeps the bytes of one corpus. What is doubtful about them is as if they were not there; nothing here ever rejects. */
export interface Cache {
  /** Whether something was kept; what it is worth, `read` finds out. */
  exists(): boolean;
  /** What was kept last, at an address that eight divides. */
  read(): Uint8Array | undefined;
  /** Keeps these pieces instead; `give` is waited for between them. Answers whether that succeeded. */
  write(pieces: Iterable<Uint8Array>, give: () => Promise<void>): Promise<boolean>;
}

/** Who reads files: this thread, or another one. */
export interface Hand {
  /** Reads files and condenses them. */
  condense(paths: readonly string[]): Promise<FileRead[]>;
  /** Looks for names in documents that were condensed before, in their order; undefined for one that is another file now. */
  scan(files: readonly DocumentRead[]): Promise<(Finds | undefined)[]>;
}

export interface Crew {
  /** One can be in it several times, so that it has its next batch at hand when it is done with one. */
  readonly hands: readonly Hand[];
  /** The names that `scan` looks for. */
  learn(lexicon: Lexicon): void;
  /** Resolves when they are gone, and their memory with them. */
  dismiss(): Promise<void>;
}

/** A file as it was read. */
export type FileRead = { readonly path: string; readonly stamp?: Stamp } & (
  | DocumentRead
  /** It is there, and no document; `problem` says why somebody should be told. */
  | { readonly present: true; readonly problem?: string }
  | { readonly gone: true }
);

/** A document as it was read, under the corpus' numbers. */
export interface DocumentRead {
  readonly path: string;
  readonly sheet: Sheet;
  readonly prose: ProseColumns;
  /** Only where the host cannot read it again at once. */
  readonly text?: string;
}

export type FileKind = 'file' | 'folder' | 'nothing';

/** A file's text, or why there is none. */
export type Reading =
  | { readonly text: string; readonly stamp?: Stamp }
  /** `document` says whether it seems to be a note all the same, so that somebody should be told. */
  | { readonly problem: string; readonly document: boolean }
  /** It is no file (any more), or a folder. */
  | { readonly gone: true };

/** A file that should have been read and was not, and why, in words. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}
