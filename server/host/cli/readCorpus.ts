import { statSync } from 'node:fs';
import { type Snapshot, Workspace } from '../../core/index.ts';
import type { Skipped } from '../../lsp/ports.ts';
import { readFiles } from '../../lsp/reading/readFiles.ts';
import { nodeFolder, wordsFor } from '../nodeFolder.ts';

/** The folder itself cannot be read; the message says why, in words. */
export class ReadError extends Error {}

/** A corpus read from disk, once. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly skipped: readonly Skipped[];
}

/** @param jobs how many threads may read at once; as many as there are cores where it is not said. */
export async function readCorpus(directory: string, jobs?: number): Promise<Reading> {
  try {
    if (!statSync(directory).isDirectory()) throw new ReadError(`“${directory}” is no folder; name the corpus' folder`);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`“${directory}” cannot be read: ${wordsFor(error)}`);
  }
  const folder = nodeFolder(directory, jobs);
  const skipped: Skipped[] = [];
  const textOf = (path: string): string | undefined => {
    const reading = folder.readNow!(path);
    return 'text' in reading ? reading.text : undefined;
  };
  const workspace = new Workspace(textOf, { minimumWords: 3 });
  const paths = await folder.list([], (each) => skipped.push(each));
  workspace.expect(paths);
  const { changes, files } = (await readFiles(workspace, folder, paths, () => true))!;
  for (const file of files) if ('problem' in file) skipped.push({ path: file.path, reason: file.problem! });
  const snapshot = workspace.apply(changes);
  return { snapshot, skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
