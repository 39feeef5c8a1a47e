import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `0123abcd.corpus.4711-2`: a cache that the process 4711 writes, or was writing when it was killed. */
const DRAFT = /\.(\d+)-\d+$/;

/** Takes the drafts away that processes left in a folder of caches which are no more. Never throws. */
export function sweepDrafts(place: string): void {
  try {
    for (const name of readdirSync(place)) {
      const writer = DRAFT.exec(name)?.[1];
      if (writer !== undefined && !isAlive(Number(writer))) rmSync(join(place, name), { force: true });
    }
  } catch {
    // There is no such folder yet, or it may not be looked at: nothing is lost but some room.
  }
}

/** Whether there is such a process; one of somebody else's counts, too. */
export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
