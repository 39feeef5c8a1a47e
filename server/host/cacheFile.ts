import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Cache } from '../lsp/ports.ts';
import { sweepDrafts } from './sweepDrafts.ts';

// A cache is one file (the places of its graph are another): a head of 64 bytes (what it is, of what, by which program, how long,
// its checksum), and what the core keeps. It is written under another name and renamed, so that it is whole or not there.

/** Raised when what is kept changes its form or its meaning. */
const FORMAT = 1;

/** In bytes; eight divides it, so that columns lie as they must. */
const HEAD = 64;

/** How many were begun: two of one process never write to one draft. */
let drafts = 0;

/** Where the bundles lie: beside this one. */
declare const __dirname: string;

/**
 * The cache of one folder.
 *
 * @param root absolute path of the folder that is kept
 * @param place absolute path of the folder for caches; it is made when it is needed
 * @param what is kept: each has a file of its own
 */
export function cacheFile(root: string, place: string, what: 'corpus' | 'places' = 'corpus'): Cache {
  const path = join(place, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.${what}`);
  return {
    read() {
      try {
        const whole = readFileSync(path);
        // Columns are views: they must begin where a column may.
        const bytes = whole.byteOffset % 8 === 0 ? whole : Uint8Array.from(whole);
        const body = bytes.subarray(HEAD);
        return whole.subarray(0, HEAD).equals(headOf(root, body.length, crc32(body))) ? body : undefined;
      } catch {
        return undefined; // There is none yet, or it cannot be read: the corpus is read instead.
      }
    },
    exists: () => existsSync(path),
    async write(pieces, give) {
      const draft = `${path}.${process.pid}-${++drafts}`;
      sweepDrafts(place);
      try {
        mkdirSync(place, { recursive: true });
        const file = openSync(draft, 'w');
        try {
          let [length, sum] = [0, 0];
          for (const block of inBlocks(pieces)) {
            writeWhole(file, block, HEAD + length);
            sum = crc32(block, sum);
            length += block.length;
            await give();
          }
          writeWhole(file, headOf(root, length, sum), 0);
        } finally {
          closeSync(file);
        }
        renameSync(draft, path);
        return true;
      } catch {
        // A full disk, a folder that may not be written: the next start reads all.
        remove(draft);
        return false;
      }
    },
  };
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}

/** In bytes: the pieces are of some hundred, and each call of the system costs as much as thousands. */
const BLOCK = 256 * 1024;

/** The same bytes in larger pieces. Each holds until the next. */
function* inBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const block = new Uint8Array(BLOCK);
  let filled = 0;
  for (const piece of pieces) {
    if (filled + piece.length > BLOCK) {
      yield block.subarray(0, filled);
      filled = 0;
    }
    if (piece.length > BLOCK) yield piece;
    else {
      block.set(piece, filled);
      filled += piece.length;
    }
  }
  yield block.subarray(0, filled);
}

function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

function headOf(root: string, length: number, sum: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write('note-corpus cache\n', 'latin1');
  head.writeUInt32LE(FORMAT, 20);
  head.writeUInt32LE(sum, 24);
  head.writeDoubleLE(length, 32);
  createHash('sha256').update(`${root}\n${program()}`).digest().copy(head, 40, 0, 24);
  return head;
}

let known: string | undefined;

/** What tells this build from any other, which may see other things in the same texts: the bundle that reads them. */
function program(): string {
  if (known === undefined) {
    const stat =
      typeof __dirname === 'string' ? statSync(join(__dirname, 'thread.cjs'), { throwIfNoEntry: false }) : undefined;
    known = `${process.arch} ${stat?.size} ${stat?.mtimeMs}`;
  }
  return known;
}
