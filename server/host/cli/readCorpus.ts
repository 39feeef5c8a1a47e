import { statSync } from 'node:fs';
import { type Change, mayBeDocument, type Snapshot, Workspace } from '../../core/index.ts';
import type { Skipped } from '../../lsp/ports.ts';
import { nodeFolder, wordsFor } from '../nodeFolder.ts';

/** The folder itself cannot be read; the message says why, in words. */
export class ReadError extends Error {}

/** A corpus read from disk, once. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly skipped: readonly Skipped[];
}

export async function readCorpus(directory: string): Promise<Reading> {
  try {
    if (!statSync(directory).isDirectory()) throw new ReadError(`“${directory}” is no folder; name the corpus' folder`);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`“${directory}” cannot be read: ${wordsFor(error)}`);
  }
  const folder = nodeFolder(directory);
  const skipped: Skipped[] = [];
  const changes: Change[] = [];
  for (const path of await folder.list([], (each) => skipped.push(each))) {
    const reading = mayBeDocument(path) ? await folder.read(path) : { problem: '', document: false };
    if ('text' in reading) changes.push({ path, text: reading.text });
    else if ('problem' in reading) {
      changes.push({ path, present: true });
      if (reading.document) skipped.push({ path, reason: reading.problem });
    }
  }
  const textOf = (path: string): string | undefined => {
    const reading = folder.readNow!(path);
    return 'text' in reading ? reading.text : undefined;
  };
  const snapshot = new Workspace(textOf, { minimumWords: 3 }).apply(changes);
  return { snapshot, skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
