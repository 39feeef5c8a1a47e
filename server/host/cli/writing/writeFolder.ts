import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { wordsFor } from '../../readFile.ts';
import { tried } from './replaceFiles.ts';
import { WriteError } from './writeError.ts';

const DRAFT = '.note-corpus';

/**
 * Writes texts to a folder that is empty or not there yet, outside of the corpus: all of them, or none. They are written to a
 * hidden folder first. That takes the name of one that is not there, in one step; one that is there stays the same folder, with
 * its permissions, and gets what lies in the hidden one: a run that is killed just then leaves a part of it.
 *
 * @throws WriteError
 */
export function writeFolder(root: string, out: string, files: readonly { path: string; text: string }[]): void {
  if (`${resolve(out)}${sep}`.startsWith(`${resolve(root)}${sep}`)) {
    throw new WriteError(`“${basename(out)}” lies in the corpus; name a folder beside it`);
  }
  const isThere = existsSync(out);
  const draft = isThere ? join(out, DRAFT) : join(dirname(resolve(out)), `.${basename(resolve(out))}${DRAFT}`);
  if (isThere && tried(out, 'written', () => readdirSync(out)).some((name) => name !== DRAFT)) {
    throw new WriteError(`“${basename(out)}” is not empty; name an empty folder, or a new one`);
  }
  const moved: string[] = [];
  try {
    // One that was left by a run that was killed.
    rmSync(draft, { recursive: true, force: true });
    tried(out, 'written', () => mkdirSync(draft, { recursive: true }));
    for (const { path, text } of files) tried(path, 'written', () => writeNew(join(draft, path), text));
    tried(out, 'written', () => {
      if (isThere) moveInto(out, draft, moved);
      else renameSync(draft, out);
    });
  } catch (error) {
    for (const path of [draft, ...moved]) removeAll(path);
    const words = error instanceof WriteError ? error.message : wordsFor(error);
    throw new WriteError(`${words}; nothing was written, and the corpus is as it was`);
  }
}

/** @param moved gets the paths that are there now */
function moveInto(out: string, draft: string, moved: string[]): void {
  for (const name of readdirSync(draft)) {
    renameSync(join(draft, name), join(out, name));
    moved.push(join(out, name));
  }
  rmSync(draft, { recursive: true });
}

function removeAll(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // What failed before is what is told; the next run takes it away.
  }
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}
