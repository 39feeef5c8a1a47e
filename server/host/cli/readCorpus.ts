import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Snapshot, Workspace } from '../../core/index.ts';
import type { Skipped } from '../../lsp/ports.ts';
import { keep } from '../../lsp/reading/keep.ts';
import { load } from '../../lsp/reading/load.ts';
import { nodeFolder } from '../nodeFolder.ts';
import { wordsFor } from '../readFile.ts';
import type { Arguments } from './arguments.ts';

/** The folder itself cannot be read; the message says why, in words. */
export class ReadError extends Error {}

/** A corpus read from disk, once. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly skipped: readonly Skipped[];
}

export async function readCorpus({
  directory,
  jobs,
  cache,
}: Pick<Arguments, 'directory' | 'jobs' | 'cache'>): Promise<Reading> {
  try {
    if (!statSync(directory).isDirectory()) throw new ReadError(`“${directory}” is no folder; name the corpus' folder`);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`“${directory}” cannot be read: ${wordsFor(error)}`);
  }
  const folder = nodeFolder(resolve(directory), { jobs, cache });
  const skipped: Skipped[] = [];
  const textOf = (path: string): string | undefined => {
    const reading = folder.readNow!(path);
    return 'text' in reading ? reading.text : undefined;
  };
  const workspace = new Workspace(textOf, { minimumWords: 3 });
  const loaded = (await load(
    workspace,
    folder,
    [],
    (each) => skipped.push(each),
    () => true,
  ))!;
  const snapshot = workspace.apply(loaded.changes);
  if (loaded.read.length > 0) await keep(workspace, folder, loaded.stamps);
  return { snapshot, skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
