import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { wordsFor } from '../../readFile.ts';
import { tried } from './replaceFiles.ts';
import { WriteError } from './writeError.ts';

/**
 * Writes texts to a folder that is empty or not there yet, outside of the corpus: all of them, or none. They are written to a
 * folder beside it first, which then takes its name.
 *
 * @throws WriteError
 */
export function writeFolder(root: string, out: string, files: readonly { path: string; text: string }[]): void {
  if (`${resolve(out)}${sep}`.startsWith(`${resolve(root)}${sep}`)) {
    throw new WriteError(`“${basename(out)}” lies in the corpus; name a folder beside it`);
  }
  tried(out, 'written', () => {
    mkdirSync(out, { recursive: true });
    if (readdirSync(out).length > 0)
      throw new WriteError(`“${basename(out)}” is not empty; name an empty folder, or a new one`);
  });
  const draft = join(dirname(resolve(out)), `.${basename(resolve(out))}.note-corpus`);
  try {
    // One that was left by a run that was killed.
    rmSync(draft, { recursive: true, force: true });
    for (const { path, text } of files) tried(path, 'written', () => writeNew(join(draft, path), text));
    tried(out, 'written', () => {
      mkdirSync(draft, { recursive: true });
      // Not every system renames a folder over one that is empty.
      rmdirSync(out);
      renameSync(draft, out);
    });
  } catch (error) {
    try {
      rmSync(draft, { recursive: true, force: true });
    } catch {
      // What failed before is what is told; the next run takes it away.
    }
    const words = error instanceof WriteError ? error.message : wordsFor(error);
    throw new WriteError(`${words}; nothing was written, and the corpus is as it was`);
  }
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}
