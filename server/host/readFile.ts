import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileKind, Reading } from '../lsp/ports.ts';
import { BEGINNING, decode, LARGEST, tooLarge } from './decode.ts';

/** A pipe must not block, and a link is not followed. Windows knows neither flag. */
export const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** What a system says where there is no such file, or what is there is none. */
const NO_FILE: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO'];

/** What an error says of the file that was to be read. */
export function failed(error: unknown): Reading {
  if (NO_FILE.includes((error as NodeJS.ErrnoException).code)) return { gone: true };
  return { problem: `cannot be read: ${wordsFor(error)}`, document: true };
}

/** What an error says of the file that was to be looked at: it may well be there, and why not is told when it is read. */
export function kindAfter(error: unknown): FileKind {
  const { code } = error as NodeJS.ErrnoException;
  return [...NO_FILE, 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code) ? 'nothing' : 'file';
}

/** Reads a file of a folder, at once. */
export function readFile(root: string, path: string): Reading {
  let file: number | undefined;
  try {
    file = openSync(join(root, path), FLAGS);
    const stat = fstatSync(file);
    if (!stat.isFile()) return { gone: true };
    if (stat.size > LARGEST) {
      const beginning = Buffer.alloc(BEGINNING);
      return tooLarge(path, stat.size, beginning.subarray(0, readSync(file, beginning)));
    }
    const bytes = bytesOf(file, stat.size);
    return stamped(path, bytes, stat.mtimeMs);
  } catch (error) {
    return failed(error);
  } finally {
    if (file !== undefined) close(file);
  }
}

/** A network's disk may fail at this, too; what was read was read. */
function close(file: number): void {
  try {
    closeSync(file);
  } catch {
    // There is nothing more to do with it.
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

/** A file can be written twice in what its system takes for one moment, in milliseconds. */
const MOMENT = 2000;

/** The text of a file's bytes, with what it is known again by. `modified` in milliseconds since 1970. */
export function stamped(path: string, bytes: Uint8Array, modified: number): Reading {
  const reading = decode(path, bytes);
  if (!('text' in reading)) return reading;
  return { ...reading, stamp: { size: bytes.length, modified: settledTime(modified), hash: crc32(bytes) } };
}

/** The time by which a file is known again; -1 for one that may be written once more at the same time: its bytes decide. */
const settledTime = (modified: number): number => (Date.now() - modified < MOMENT ? -1 : modified);

/** Size and time of each file, two numbers each; -1 twice where it is none, or nobody may look. */
export function stampsNow(root: string, paths: readonly string[]): Float64Array {
  const stamps = new Float64Array(2 * paths.length).fill(-1);
  for (const [at, path] of paths.entries()) {
    try {
      const stat = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
      if (stat?.isFile()) stamps.set([stat.size, stat.mtimeMs], 2 * at);
    } catch {
      // Then it is read, and that tells why.
    }
  }
  return stamps;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk can only be read',
  EEXIST: 'it is there already',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
};

/** An error of the file system in words. */
export function wordsFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && WORDS[code]) || (code ?? message);
}
