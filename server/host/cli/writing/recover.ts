import { join } from 'node:path';
import { wordsFor } from '../../readFile.ts';
import { isAlive } from '../../sweepDrafts.ts';
import { type Disk, nodeDisk } from './disk.ts';
import {
  clearUp,
  folderSum,
  JOURNAL,
  type Journal,
  placeOf,
  placesOf,
  readJournal,
  removeJournal,
  sumOf,
} from './journal.ts';
import { WriteError } from './writeError.ts';

/** What became of a run that was broken off. */
export interface Recovered {
  /** All files are new, or all are as they were. */
  readonly all: 'new' | 'old';
  readonly files: number;
  /** Paths of files that somebody changed since, and that stay as they are. */
  readonly kept: readonly string[];
}

/**
 * Completes or undoes what an earlier run did not end, so that all its files are new, or all are as they were: new where that
 * is possible. What somebody changed since is left alone. Undefined where nothing was left over.
 *
 * @throws WriteError where a run is still at it, or it cannot be done; asked again, it goes on
 */
export function recover(root: string, disk: Disk = nodeDisk): Recovered | undefined {
  try {
    const journal = readJournal(disk, root);
    if (!journal) return undefined;
    if (journal === 'strange') throw notFollowed('by another version of this program, or by another one');
    if (journal === 'begun') {
      // Whoever makes it needs a moment to write it.
      if (ageOf(disk, root) < MOMENT) throw atIt();
      removeJournal(disk, root);
      return { all: 'old', files: 0, kept: [] };
    }
    makeSureItIsOurs(disk, root, journal);
    if (journal.stage === 'preparing') {
      clearUp(disk, root, journal);
      return { all: 'old', files: journal.files.length, kept: [] };
    }
    return journal.stage === 'writing' && canGoOn(disk, root, journal)
      ? complete(disk, root, journal)
      : undo(disk, root, journal);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(
      `an earlier run was broken off while it wrote, and that cannot be mended now: ${wordsFor(error)}; it is tried again with the next --write`,
    );
  }
}

/** So long a journal counts as that of a run that is still at it, where its process seems to be alive, in milliseconds. */
const PATIENCE = 10 * 60_000;

/** And so long one that is not written to its end. */
const MOMENT = 10_000;

const ageOf = (disk: Disk, root: string): number => Math.abs(Date.now() - disk.writtenAt(join(root, JOURNAL)));

const atIt = (): WriteError =>
  new WriteError('another run is writing to this folder just now; try again when it is done');

const notFollowed = (by: string): WriteError =>
  new WriteError(
    `“${JOURNAL}” was left ${by}, and is not followed here; hidden files that end in “.old.note-corpus” hold notes as they were before: see what you need of them, then remove them, those that end in “.new.note-corpus”, and “${JOURNAL}”`,
  );

function makeSureItIsOurs(disk: Disk, root: string, { folder, process: writer }: Journal): void {
  if (folder !== folderSum(root)) throw notFollowed('by a run elsewhere');
  if (writer !== process.pid && ageOf(disk, root) < PATIENCE && isAlive(writer)) throw atIt();
}

type Bytes = Buffer | undefined;

const isSum = (bytes: Bytes, sum: string): boolean => bytes !== undefined && sumOf(bytes) === sum;

/**
 * Whether what was begun is to be completed: unless a draft is damaged or lost, or somebody has gone on from an old text and
 * nobody from a new one.
 */
function canGoOn(disk: Disk, root: string, { run, files }: Journal): boolean {
  let [fromOld, fromNew] = [0, 0];
  for (const [at, file] of files.entries()) {
    const places = placesOf(root, run, file, at);
    const draft = disk.read(places.draft);
    if (draft) {
      if (!isSum(draft, file.new)) return false;
      const isPlaced = file.from !== file.path && isSum(disk.read(places.path), file.new);
      if (!isPlaced && !isSum(disk.read(places.from), file.old)) fromOld++;
    } else if (!isSum(disk.read(places.path), file.new)) {
      if (isSum(disk.read(places.from), file.old)) return false;
      fromNew++;
    }
  }
  return fromOld === 0 || fromNew > 0;
}

function complete(disk: Disk, root: string, journal: Journal): Recovered {
  const kept: string[] = [];
  for (const [at, file] of journal.files.entries()) {
    const { from, path, draft } = placesOf(root, journal.run, file, at);
    const isMove = from !== path;
    if (disk.isThere(draft)) {
      const isPlaced = isMove && isSum(disk.read(path), file.new);
      const isFree = !isMove || !disk.isThere(path);
      if (isPlaced) disk.remove(draft);
      else if (!isSum(disk.read(from), file.old) || !isFree) {
        kept.push(file.from);
        continue;
      } else if (isMove) disk.move(draft, path);
      else disk.rename(draft, path);
    } else if (!isSum(disk.read(path), file.new)) kept.push(file.path);
    if (isMove && isSum(disk.read(from), file.old) && disk.isThere(path)) disk.remove(from);
  }
  clearUp(disk, root, journal);
  return { all: 'new', files: journal.files.length, kept };
}

/** Puts all files back. A journal that was about to write says so first, so that whoever goes on from here undoes, too. */
export function undo(disk: Disk, root: string, journal: Journal): Recovered {
  if (journal.stage !== 'undoing') {
    disk.rename(placeOf(root, 'undoing'), join(root, JOURNAL));
    disk.settle(root);
  }
  const kept: string[] = [];
  for (const [at, file] of journal.files.entries()) {
    const { from, path, draft, backup } = placesOf(root, journal.run, file, at);
    if (disk.isThere(backup)) {
      if (from === path) {
        if (disk.isThere(draft)) disk.remove(backup);
        else if (isSum(disk.read(path), file.new)) disk.rename(backup, path);
        else if (!isSum(disk.read(path), file.old)) kept.push(file.path);
      } else {
        const placed = disk.read(path);
        const isPlaced = isSum(placed, file.new);
        // The old name comes back last: as long as the second one is there, it is known that there is something to undo.
        if (isPlaced) disk.remove(path);
        else if (placed && !disk.isThere(draft)) kept.push(file.path);
        if (disk.isThere(from) || (placed && !isPlaced && !disk.isThere(draft))) disk.remove(backup);
        else disk.rename(backup, from);
      }
    }
    disk.remove(draft);
  }
  clearUp(disk, root, journal);
  return { all: 'old', files: journal.files.length, kept };
}

/** What became of an earlier run, for the person, in a line. */
export function recoveredInWords({ all, files, kept }: Recovered): string {
  const many = files === 1 ? '1 file' : `${files} files`;
  const so =
    files === 0
      ? 'before it changed anything'
      : all === 'new'
        ? `and is completed now: ${many} written anew`
        : `and is undone now: ${many} as before`;
  const but =
    kept.length === 0 ? '' : `; changed since by others, and left alone: ${kept.map((path) => `“${path}”`).join(', ')}`;
  return `an earlier run was broken off while it wrote, ${so}${but}`;
}
