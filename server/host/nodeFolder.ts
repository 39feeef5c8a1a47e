import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isHidden } from '../core/index.ts';
import type { FileKind, Folder, Reading, Skipped } from '../lsp/ports.ts';
import { cacheFile } from './cacheFile.ts';
import { kindAfter, readFile } from './readFile.ts';
import { isRemote, remoteFolder } from './remoteFolder.ts';
import { foldersAbove, isLeftOut, rulesOf } from './rules.ts';
import { arrange } from './threads/arrange.ts';
import { hire, stampsOf } from './threads/hire.ts';
import { trailIn } from './trail.ts';
import { notListed, type Walked, walk } from './walk.ts';

/** How a folder is read. */
export interface NodeOptions {
  /** How many threads may read at once; as many as there are cores where it is not said. */
  readonly jobs?: number | undefined;
  /** Absolute path of the folder where caches are kept; without one nothing is kept. */
  readonly cache?: string | undefined;
  /** Absolute path of the file in which it is said what is worked on (`trailSlot`). */
  readonly trail?: string | undefined;
  /** Whether this thread is to go on with other work while a network's disk does not answer. */
  readonly goesOn?: boolean;
  /** Whether a folder lies on a network's disk, by its absolute path; the system is asked where it is not said. */
  readonly isRemote?: (root: string) => boolean;
  /** Whether only this thread is to work, on one document at a time. */
  readonly careful?: boolean | undefined;
}

/**
 * A folder on disk. Links to other places are not followed: they may lead in a circle, or out of the corpus.
 */
export function nodeFolder(root: string, options: NodeOptions = {}): Folder {
  const { cache, trail, careful = false } = options;
  const kept = cache !== undefined && { cache: cacheFile(root, cache), places: cacheFile(root, cache, 'places') };
  const at = trail === undefined ? undefined : trailIn(trail);
  const told = {
    ...(at && { working: (...paths: readonly string[]) => at(...paths.map((path) => join(root, path))) }),
    careful,
  };
  if (options.goesOn && (options.isRemote ?? isRemote)(root))
    return { ...remoteFolder(root), arrange, ...told, ...kept };
  const jobs = careful ? 1 : options.jobs;
  let rules = rulesOf([]);
  const readNow = (path: string): Reading => readFile(root, path);
  return {
    async list(exclude, skip) {
      const found = walked(root, exclude, skip);
      rules = found.rules;
      return found.files;
    },
    admits: (path) => {
      if (isHidden(path)) return false;
      const places = [...foldersAbove(path), path];
      return !places.some((each) => isLeftOut(rules, each) || isLink(join(root, each.replace(/\/$/, ''))));
    },
    kindsOf: async (paths) => paths.map((path) => kindOf(join(root, path))),
    read: async (path) => readNow(path),
    readNow,
    hire: (files, numbering) => hire({ root, ...(trail !== undefined && { trail }) }, files, numbering, jobs),
    stampsOf: (paths) => stampsOf({ root }, paths, jobs),
    arrange,
    ...told,
    ...kept,
  };
}

/** @param exclude patterns, in gitignore syntax */
function walked(root: string, exclude: readonly string[], skip: (skipped: Skipped) => void): Walked {
  const steps = walk(exclude, skip, (path) => kindOf(join(root, path)) === 'file');
  const entriesOf = (folder: string): Dirent[] => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      skip(notListed(folder, error));
      return [];
    }
  };
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    const asked = step.value;
    step = steps.next('entriesOf' in asked ? entriesOf(asked.entriesOf) : readFile(root, asked.textOf));
  }
}

function kindOf(path: string): FileKind {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : 'nothing';
  } catch (error) {
    return kindAfter(error);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
