import type { Change, Stamp, Workspace } from '../../core/index.ts';
import type { LastReading } from '../../protocol.ts';
import type { FileRead, Folder, Skipped } from '../ports.ts';
import { type Progress, readFiles, type Seen } from './readFiles.ts';
import { restore } from './restore.ts';

/** A corpus as it was found, not applied yet. */
export interface Loaded {
  readonly changes: readonly Change[];
  /** The files that had to be read. */
  readonly read: readonly Seen[];
  /** By path: of all files that can be known again. */
  readonly stamps: Map<string, Stamp>;
}

/**
 * Finds all files of a folder, and reads those that the cache does not know. To be asked before anything else of a
 * workspace. Undefined where `progress` wanted no more of it.
 *
 * @param listed is told of the paths of all files, and answers who is told of documents as soon as they are read
 */
export async function load(
  workspace: Workspace,
  folder: Folder,
  exclude: readonly string[],
  skip: (skipped: Skipped) => void,
  progress: Progress,
  listed: (paths: readonly string[]) => (files: readonly FileRead[]) => void = () => () => {},
): Promise<Loaded | undefined> {
  const paths = await folder.list(exclude, skip);
  const restored = await restore(workspace, folder, paths);
  // What was kept is there in no time: only who has to wait for files to be read is answered early.
  const met = listed(paths);
  workspace.expect(paths);
  const found = await readFiles(workspace, folder, restored.left, progress, met);
  if (!found) return undefined;
  for (const { path, problem } of found.seen) if (problem !== undefined) skip({ path, reason: problem });
  const stamps = new Map<string, Stamp>();
  for (const { path, stamp } of [...restored.files, ...found.seen]) if (stamp) stamps.set(path, stamp);
  return { changes: [...restored.changes, ...found.changes], read: found.seen, stamps };
}

/** The same in figures, for a report. */
export function lastReading({ changes, read }: Loaded, milliseconds: number): LastReading {
  return { milliseconds, files: changes.length, read: read.length, cache: read.length < changes.length };
}
