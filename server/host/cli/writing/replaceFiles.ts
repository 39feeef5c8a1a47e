import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { decode } from '../../decode.ts';
import { wordsFor } from '../../readFile.ts';
import { type Access, type Disk, nodeDisk } from './disk.ts';
import {
  bytesOf,
  clearUp,
  FORMAT,
  folderSum,
  JOURNAL,
  type Journal,
  placeOf,
  placesOf,
  type Stage,
  settleAll,
  sumOf,
} from './journal.ts';
import { undo } from './recover.ts';
import { WriteError } from './writeError.ts';

/** A file that gets another text, and perhaps another path. */
export interface Replacement {
  readonly from: string;
  readonly path: string;
  /** Its text as it was read; another one on the disk is not written over. */
  readonly before: string;
  readonly text: string;
}

/**
 * Replaces files of a folder: all of them, or none. All new texts are written under other names first, and the old ones get a
 * second name; then each takes its place, by renames alone, which need no room. What fails on the way is undone. A run that is
 * killed leaves a journal, by which the next one completes or undoes it (`recover`). Nothing is ever written over that was not read.
 *
 * @throws WriteError
 */
export function replaceFiles(root: string, files: readonly Replacement[], disk: Disk = nodeDisk): void {
  if (files.length === 0) return;
  const changes = files.map((file) => changeOf(disk, root, file));
  const journal: Journal = {
    version: FORMAT,
    stage: 'preparing',
    folder: folderSum(root),
    process: process.pid,
    run: `${process.pid.toString(36)}-${randomBytes(4).toString('hex')}`,
    files: files.map(({ from, path }, at) => ({ from, path, old: changes[at]!.old, new: sumOf(changes[at]!.bytes) })),
  };
  const nothing = (error: unknown): WriteError => new WriteError(`${inWords(error)}; nothing was changed`);
  try {
    begin(disk, root, journal);
  } catch (error) {
    throw nothing(error);
  }
  try {
    prepare(disk, root, journal, changes);
  } catch (error) {
    // What stays for want of a disk is known by the journal, and is swept with the next run.
    quietly(() => clearUp(disk, root, journal));
    throw nothing(error);
  }
  try {
    for (const [at, file] of files.entries()) {
      makeSure(disk, root, file);
      place(disk, root, journal, at);
    }
  } catch (error) {
    throw undone(disk, root, journal, error) ?? nothing(error);
  }
  // All files are new: what cannot be cleared away now is with the next run.
  quietly(() => clearUp(disk, root, journal));
}

/** Puts back what had taken its place when something failed. Undefined where all is as it was, else what is to be said. */
function undone(disk: Disk, root: string, journal: Journal, error: unknown): WriteError | undefined {
  try {
    const { kept } = undo(disk, root, { ...journal, stage: 'writing' });
    if (kept.length === 0) return undefined;
    const which = kept.map((path) => `“${path}”`).join(', ');
    return new WriteError(`${inWords(error)}; all is as it was but ${which}: changed meanwhile, and left alone`);
  } catch {
    return new WriteError(`${inWords(error)}; what was begun is completed or undone with the next --write`);
  }
}

interface ChangeOfFile {
  /** Of the bytes that it has (`sumOf`). */
  readonly old: string;
  /** Those that it is to have: with a byte order mark where it had one. */
  readonly bytes: Uint8Array;
  readonly access: Access;
}

function changeOf(disk: Disk, root: string, file: Replacement): ChangeOfFile {
  try {
    const old = makeSure(disk, root, file);
    const mark = old[0] === 0xef && old[1] === 0xbb && old[2] === 0xbf ? '\ufeff' : '';
    const access = tried(file.from, 'read', () => disk.accessOf(join(root, file.from)));
    // A rename would replace it all the same, but somebody wanted it to stay as it is.
    if ((access.mode & 0o222) === 0) throw new WriteError(`“${file.from}” is write-protected`);
    return { old: sumOf(old), bytes: Buffer.from(mark + file.text), access };
  } catch (error) {
    throw new WriteError(`${inWords(error)}; nothing was changed`);
  }
}

/** @throws WriteError where a file is no longer the one that was read, or its new path is taken. */
function makeSure(disk: Disk, root: string, { from, path, before }: Replacement): Buffer {
  const bytes = tried(from, 'read', () => disk.read(join(root, from)));
  if (!bytes) throw new WriteError(`“${from}” is gone`);
  const reading = decode(from, bytes);
  if (!('text' in reading) || reading.text !== before) throw new WriteError(`“${from}” has changed meanwhile`);
  if (from !== path && tried(path, 'written', () => disk.isThere(join(root, path)))) {
    throw new WriteError(`“${path}” is there already`);
  }
  return bytes;
}

/** A journal is nobody else's to read or write: what it says is done. */
const OWN: Access = { mode: 0o600 };

/** Only one run at a time can make the journal. */
function begin(disk: Disk, root: string, journal: Journal): void {
  try {
    disk.create(join(root, JOURNAL), bytesOf(journal), OWN);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new WriteError('another run is writing to this folder');
    throw error;
  }
}

/** After so many files it is said that this run is still at it. */
const MANY = 1000;

function prepare(disk: Disk, root: string, journal: Journal, changes: readonly ChangeOfFile[]): void {
  for (const [at, file] of journal.files.entries()) {
    const { from, draft, backup } = placesOf(root, journal.run, file, at);
    const { bytes, access } = changes[at]!;
    tried(file.path, 'written', () => disk.create(draft, bytes, access));
    tried(file.from, 'kept', () => disk.double(from, backup));
    if (at % MANY === MANY - 1) disk.touch(join(root, JOURNAL));
  }
  for (const stage of ['writing', 'undoing'] satisfies Stage[])
    disk.create(placeOf(root, stage), bytesOf({ ...journal, stage }), OWN);
  settleAll(disk, root, journal);
  disk.rename(placeOf(root, 'writing'), join(root, JOURNAL));
  disk.settle(root);
}

function place(disk: Disk, root: string, journal: Journal, at: number): void {
  const file = journal.files[at]!;
  const { from, path, draft } = placesOf(root, journal.run, file, at);
  tried(file.path, 'written', () => (from === path ? disk.rename(draft, path) : disk.move(draft, path)));
  if (from !== path) tried(file.from, 'removed', () => disk.remove(from));
}

const inWords = (error: unknown): string => (error instanceof WriteError ? error.message : wordsFor(error));

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The journal is still there, and tells the next run.
  }
}

export function tried<T>(path: string, what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(`“${path}” cannot be ${what}: ${wordsFor(error)}`);
  }
}
