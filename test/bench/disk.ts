import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

// Files are changed at their ends only, so that they are mended by cutting them off where they ended.

interface Ending {
  readonly path: string;
  readonly size: number;
  /** Seconds, as they were: a cache of the server may go by them. */
  readonly modified: number;
}

const journalOf = (root: string): string => `${root}.changed.json`;

/** Adds a line to each file, and writes down first how they were. */
export function lengthen(root: string, paths: readonly string[], lineFor: (path: string) => string): void {
  const endings = paths.map((path): Ending => {
    const { size, mtimeMs } = statSync(join(root, path));
    return { path, size, modified: mtimeMs / 1000 };
  });
  writeFileSync(journalOf(root), JSON.stringify(endings));
  for (const path of paths) appendFileSync(join(root, path), lineFor(path));
}

/** Makes the files what they were before. */
export function mend(root: string): void {
  const journal = journalOf(root);
  if (!existsSync(journal)) return;
  for (const { path, size, modified } of JSON.parse(readFileSync(journal, 'utf8')) as Ending[]) {
    truncateSync(join(root, path), size);
    utimesSync(join(root, path), modified, modified);
  }
  rmSync(journal);
}
