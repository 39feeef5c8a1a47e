import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isHidden, mayBeDocument } from '../core/index.ts';
import type { FileKind, Folder, Reading, Skipped } from '../lsp/ports.ts';
import { BEGINNING, decode, LARGEST, tooLarge } from './decode.ts';
import { foldersAbove, isLeftOut, type Rules, rulesOf, withGitIgnore } from './rules.ts';
import { hire } from './threads/hire.ts';

/**
 * A folder on disk. Links to other places are not followed: they may lead in a circle, or out of the corpus.
 *
 * @param jobs how many threads may read at once; as many as there are cores where it is not said.
 */
export function nodeFolder(root: string, jobs?: number): Folder {
  let rules = rulesOf([]);
  const readNow = (path: string): Reading => readFile(root, path);
  return {
    async list(exclude, skip) {
      const walk: Walk = { root, files: [], skip, rules: rulesOf(exclude) };
      look(walk, '', walk.rules);
      rules = walk.rules;
      return walk.files.sort();
    },
    admits: (path) => {
      if (isHidden(path)) return false;
      const places = [...foldersAbove(path), path];
      return !places.some((each) => isLeftOut(rules, each) || isLink(join(root, each.replace(/\/$/, ''))));
    },
    kindsOf: async (paths) => paths.map((path) => kindOf(join(root, path))),
    read: async (path) => readNow(path),
    readNow,
    hire: (files, numbering) => hire(root, files, numbering, jobs),
  };
}

interface Walk {
  readonly root: string;
  readonly files: string[];
  readonly skip: (skipped: Skipped) => void;
  /** All rules that were met. */
  rules: Rules;
}

/** @param rules those that hold in this folder. */
function look(walk: Walk, folder: string, rules: Rules): void {
  const base = folder === '' ? '' : `${folder}/`;
  const entries = entriesOf(walk, folder);
  let inside = rules;
  if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
    const own = readFile(walk.root, `${base}.gitignore`);
    if ('text' in own) {
      inside = withGitIgnore(rules, base, own.text);
      walk.rules = withGitIgnore(walk.rules, base, own.text);
    }
  }
  for (const entry of entries) {
    const path = base + entry.name;
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) {
      if (!isLeftOut(inside, `${path}/`)) look(walk, path, inside);
    } else if (entry.isFile() && !isLeftOut(inside, path)) {
      if (isNamedInUtf8(walk.root, path)) walk.files.push(path);
      else if (mayBeDocument(path)) walk.skip({ path, reason: 'has a name that is not valid UTF-8' });
    }
  }
}

function entriesOf({ root, skip }: Walk, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    skip({ path: folder || '.', reason: `cannot be listed: ${wordsFor(error)}` });
    return [];
  }
}

/** Bytes of a name that are no UTF-8 are `\ufffd` to us, and a file by the name that we then have is not there. */
const isNamedInUtf8 = (root: string, path: string): boolean =>
  !path.includes('\ufffd') || kindOf(join(root, path)) === 'file';

function kindOf(path: string): FileKind {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : 'nothing';
  } catch (error) {
    // It may well be there: that we may not look is found out, and told, when it is read.
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'file' : 'nothing';
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

/** A pipe must not block, and a link is not followed. Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function readFile(root: string, path: string): Reading {
  let file: number | undefined;
  try {
    file = openSync(join(root, path), FLAGS);
    const stat = fstatSync(file);
    if (!stat.isFile()) return { gone: true };
    if (stat.size > LARGEST) {
      const beginning = Buffer.alloc(BEGINNING);
      return tooLarge(path, stat.size, beginning.subarray(0, readSync(file, beginning)));
    }
    return decode(path, bytesOf(file, stat.size));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP' || code === 'ENXIO')
      return { gone: true };
    return { problem: `cannot be read: ${wordsFor(error)}`, document: true };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Holds one file at a time: a buffer for each would be most of the work of reading it. */
const buffer = new Uint8Array(LARGEST + 1);

/** The bytes of an open file. They hold until the next call. */
function bytesOf(file: number, size: number): Uint8Array {
  let end = 0;
  // A file that grows meanwhile is read no further than it was; one that says 0, as some virtual ones do, to its end.
  const most = size || buffer.length;
  for (let read = -1; read !== 0 && end < most; end += read) read = readSync(file, buffer, end, most - end, null);
  return buffer.subarray(0, end);
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
};

/** An error of the file system in words. */
export function wordsFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && WORDS[code]) || (code ?? message);
}
