import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { decode } from '../decode.ts';
import { wordsFor } from '../readFile.ts';

/** Something could not be written; the message says what, and what was done before, in words. */
export class WriteError extends Error {}

/** A file that gets another text, and perhaps another path. */
export interface Replacement {
  readonly from: string;
  readonly path: string;
  /** Its text as it was read; another one on the disk is not written over. */
  readonly before: string;
  readonly text: string;
}

/**
 * Replaces files of a folder. All new texts are written under other names first, so that a full disk leaves everything as it
 * was; then each takes its place, and only then is the old file removed. Nothing is ever written over that was not read.
 *
 * @throws WriteError
 */
export function replaceFiles(root: string, files: readonly Replacement[]): void {
  const drafts: string[] = [];
  let done = 0;
  try {
    for (const file of files) makeSure(root, file);
    for (const [at, file] of files.entries()) drafts.push(draftOf(root, file, at));
    for (const [at, file] of files.entries()) {
      makeSure(root, file);
      place(root, drafts[at]!, file);
      done++;
    }
  } catch (error) {
    for (const draft of drafts.slice(done)) removeIfThere(draft);
    const so = done === 0 ? 'nothing was changed' : `${done} of ${files.length} files were changed, each as a whole`;
    throw new WriteError(`${error instanceof WriteError ? error.message : wordsFor(error)}; ${so}`);
  }
}

/** @throws WriteError where a file is no longer the one that was read, or its new path is taken. */
function makeSure(root: string, { from, path, before }: Replacement): void {
  if (!tried(from, 'read', () => isThere(join(root, from)))) throw new WriteError(`“${from}” is gone`);
  const reading = tried(from, 'read', () => decode(from, readFileSync(join(root, from))));
  if (!('text' in reading) || reading.text !== before) throw new WriteError(`“${from}” has changed meanwhile`);
  if (from !== path && tried(path, 'written', () => isThere(join(root, path)))) {
    throw new WriteError(`“${path}” is there already`);
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Writes the new text beside where it is to be, under a hidden name. */
function draftOf(root: string, { from, path, text }: Replacement, at: number): string {
  const draft = join(root, dirname(path), `.${process.pid}-${at}.note-corpus`);
  return tried(path, 'written', () => {
    const bytes = readFileSync(join(root, from)).subarray(0, 3);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
    let file: number | undefined;
    try {
      file = openSync(draft, 'wx', statSync(join(root, from)).mode & 0o777);
      writeFileSync(file, mark + text);
      fsyncSync(file);
    } catch (error) {
      if (file !== undefined) removeIfThere(draft);
      throw error;
    } finally {
      if (file !== undefined) closeSync(file);
    }
    return draft;
  });
}

function place(root: string, draft: string, { from, path }: Replacement): void {
  const to = join(root, path);
  tried(path, 'written', () => {
    if (from === path) renameSync(draft, to);
    else moveToFree(draft, to);
  });
  if (from !== path) tried(from, 'removed', () => unlinkSync(join(root, from)));
}

/** Unlike a rename, a link fails where a file has come to lie there. */
function moveToFree(draft: string, to: string): void {
  try {
    linkSync(draft, to);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    renameSync(draft, to);
    return;
  }
  unlinkSync(draft);
}

/** What a file system says that knows no second name for a file. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Writes texts to a folder that is empty or not there yet, outside of the corpus.
 *
 * @throws WriteError
 */
export function writeFolder(root: string, out: string, files: readonly { path: string; text: string }[]): void {
  if (`${resolve(out)}${sep}`.startsWith(`${resolve(root)}${sep}`)) {
    throw new WriteError(`“${basename(out)}” lies in the corpus; name a folder beside it`);
  }
  tried(out, 'written', () => {
    mkdirSync(out, { recursive: true });
    if (readdirSync(out).length > 0)
      throw new WriteError(`“${basename(out)}” is not empty; name an empty folder, or a new one`);
  });
  for (const [at, { path, text }] of files.entries()) {
    try {
      mkdirSync(join(out, dirname(path)), { recursive: true });
      writeFileSync(join(out, path), text, { flag: 'wx' });
    } catch (error) {
      throw new WriteError(
        `“${path}” cannot be written: ${wordsFor(error)}; ${at} of ${files.length} files were written, and the corpus is as it was`,
      );
    }
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}

function tried<T>(path: string, what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError(`“${path}” cannot be ${what}: ${wordsFor(error)}`);
  }
}
