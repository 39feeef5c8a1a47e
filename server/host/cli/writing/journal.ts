import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

// While files are replaced, a journal lies in the corpus' folder that says what is going on, so that whoever finds it there can
// complete or undo it. Each file has a draft (its new text) where it is to be, and a second name for its old text where it is.
//
//     .note-corpus-journal            what goes on: preparing (only drafts are made), writing (they take their places), undoing
//     .note-corpus-journal.writing    what takes its place when all drafts are there
//     .note-corpus-journal.undoing    what takes its place when something fails then: by a rename, which no full disk forbids
//     soil/.1a2b-0.new.note-corpus    the new text of soil/mud.md
//     soil/.1a2b-0.old.note-corpus    the old one

export const JOURNAL = '.note-corpus-journal';

export type Stage = 'preparing' | 'writing' | 'undoing';

/** Raised when a journal says something else, or in another way. */
export const FORMAT = 1;

export interface Journal {
  readonly version: typeof FORMAT;
  readonly stage: Stage;
  /** Which folder it was written for, so that one that came with a copied folder is not followed. */
  readonly folder: string;
  /** The process that writes. */
  readonly process: number;
  /** Tells this run from any other. */
  readonly run: string;
  readonly files: readonly JournalFile[];
}

/** One file that is replaced. Paths are relative to the folder, with `/`. */
export interface JournalFile {
  readonly from: string;
  readonly path: string;
  /** Of the bytes (`sumOf`) before and after. */
  readonly old: string;
  readonly new: string;
}

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a journal says of the folder that it is for: this one, on this computer. */
export const folderSum = (root: string): string => sumOf(Buffer.from(`${hostname()}\n${realpathSync(root)}`));

/** Where the file of a stage lies before it is the journal; the first stage is the journal from the start. */
export const placeOf = (root: string, stage: Stage): string =>
  join(root, stage === 'preparing' ? JOURNAL : `${JOURNAL}.${stage}`);

/** Absolute paths of the places that a file of a journal has. */
export interface Places {
  readonly from: string;
  readonly path: string;
  readonly draft: string;
  readonly backup: string;
}

export function placesOf(root: string, run: string, { from, path }: JournalFile, at: number): Places {
  return {
    from: join(root, from),
    path: join(root, path),
    draft: join(root, dirname(path), `.${run}-${at}.new.note-corpus`),
    backup: join(root, dirname(from), `.${run}-${at}.old.note-corpus`),
  };
}

export const bytesOf = (journal: Journal): Buffer => Buffer.from(`${JSON.stringify(journal, null, 1)}\n`);

/**
 * The journal of a folder; undefined where there is none, `begun` where there is one that is not written to its end (then nothing
 * else was done), `strange` where it is none that this version writes.
 */
export function readJournal(disk: Disk, root: string): Journal | 'begun' | 'strange' | undefined {
  const bytes = disk.read(join(root, JOURNAL));
  if (!bytes) return undefined;
  try {
    const said: unknown = JSON.parse(bytes.toString('utf8'));
    return isJournal(said) ? said : 'strange';
  } catch {
    return 'begun';
  }
}

function isJournal(said: unknown): said is Journal {
  if (typeof said !== 'object' || said === null) return false;
  const { version, stage, folder, process, run, files } = said as Record<string, unknown>;
  return (
    version === FORMAT &&
    ['preparing', 'writing', 'undoing'].includes(stage as string) &&
    typeof folder === 'string' &&
    Number.isSafeInteger(process) &&
    typeof run === 'string' &&
    /^[0-9a-z-]+$/.test(run) &&
    Array.isArray(files) &&
    files.every(isFile)
  );
}

function isFile(said: unknown): said is JournalFile {
  if (typeof said !== 'object' || said === null) return false;
  const { from, path, old, new: fresh } = said as Record<string, unknown>;
  return isInside(from) && isInside(path) && typeof old === 'string' && typeof fresh === 'string';
}

/** Whether this is the path of a file that can be one of a corpus: in its folder, and not hidden. */
function isInside(path: unknown): boolean {
  if (typeof path !== 'string' || path.includes('\0') || basename(path) === '') return false;
  const separators = process.platform === 'win32' ? /[\\/:]/ : /\//;
  return path.split(separators).every((part) => part !== '' && !part.startsWith('.'));
}

/** Answers when the disk has all names that a run made, moved or removed: the power may fail after the next step. */
export function settleAll(disk: Disk, root: string, { files }: Journal): void {
  const folders = files.flatMap(({ from, path }) => [dirname(join(root, from)), dirname(join(root, path))]);
  for (const folder of new Set(folders)) disk.settle(folder);
}

/** Takes all away that a run left beside the files, which are as they are to be, and the journal last. */
export function clearUp(disk: Disk, root: string, journal: Journal): void {
  settleAll(disk, root, journal);
  for (const [at, file] of journal.files.entries()) {
    const { draft, backup } = placesOf(root, journal.run, file, at);
    disk.remove(draft);
    disk.remove(backup);
  }
  settleAll(disk, root, journal);
  const now = readJournal(disk, root);
  // Two may have mended the same run at once, and one of them may be writing by now.
  if (typeof now !== 'object' || now.run === journal.run) removeJournal(disk, root);
}

export function removeJournal(disk: Disk, root: string): void {
  disk.remove(placeOf(root, 'writing'));
  disk.remove(placeOf(root, 'undoing'));
  disk.remove(join(root, JOURNAL));
  disk.settle(root);
}
