import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { trailSlot } from '../protocol.ts';

/** Says what this thread is at work on now, by absolute path; nothing where it rests. Never throws. */
export type Trail = (...paths: readonly string[]) => void;

const open = new Map<string, number>();

/**
 * The trail of this thread (`trailSlot` says what it is for). A few microseconds a call, and none to the disk: what is written is
 * there for others to read when this process is killed.
 *
 * @param file absolute path of the trail, one for all threads of a process
 * @param slot which thread this is, from 0
 */
export function trailIn(file: string, slot = 0): Trail {
  const bytes = new Uint8Array(trailSlot);
  const encoder = new TextEncoder();
  let resting = false;
  return (...paths) => {
    if (paths.length === 0 && resting) return;
    resting = paths.length === 0;
    const { written } = encoder.encodeInto(paths.join('\0'), bytes.subarray(2));
    bytes[0] = written & 255;
    bytes[1] = written >> 8;
    try {
      writeSync(openOnce(file), bytes, 0, 2 + written, slot * trailSlot);
    } catch {
      // A full disk, or none: then nobody knows what it was.
    }
  };
}

function openOnce(file: string): number {
  let known = open.get(file);
  if (known === undefined) {
    mkdirSync(dirname(file), { recursive: true });
    known = openSync(file, 'a+');
    closeSync(known);
    known = openSync(file, 'r+');
    open.set(file, known);
  }
  return known;
}

/** After so long nobody asks for the trail of a server any more, in milliseconds. */
const OLD = 24 * 3600 * 1000;

/** Forgets what an earlier process was at work on, takes the trails away that others left long ago, and at the end its own. */
export function beginTrail(file: string): void {
  try {
    rmSync(file, { force: true });
    const [folder, kind] = [dirname(file), basename(file).replace(/-.*$/, '-')];
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (name.startsWith(kind) && Date.now() - statSync(path).mtimeMs > OLD) rmSync(path, { force: true });
    }
  } catch {
    // There is no such folder yet.
  }
  process.once('exit', () => {
    try {
      rmSync(file, { force: true });
    } catch {
      // It is swept when it is old.
    }
  });
}
