import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { LARGEST, decode, tooLarge } from './decode.ts';
import type { Folder, Reading, Skipped } from './ports.ts';

/** Rules that hold below a folder: those of its `.gitignore`. */
interface Rules {
  /** Path of the folder with a `/` at its end; empty for the corpus' own. */
  readonly base: string;
  readonly ignore: Ignore;
}

/** A folder on disk. Links to other places are not followed: they may lead in a circle, or out of the corpus. */
export function nodeFolder(root: string): Folder {
  let rules: Rules[] = [];
  const readNow = (path: string): Reading => readFile(root, path);
  return {
    async list(exclude, skip) {
      rules = [{ base: '', ignore: ignore().add([...exclude]) }];
      const files: string[] = [];
      walk(root, '', rules, files, skip);
      return files.sort();
    },
    admits: (path) => !isHidden(path) && !isIgnored(rules, path),
    kindOf: async (path) => {
      const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
      return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : 'nothing';
    },
    read: async (path) => readNow(path),
    readNow,
  };
}

function walk(root: string, folder: string, rules: Rules[], files: string[], skip: (skipped: Skipped) => void): void {
  const base = folder === '' ? '' : `${folder}/`;
  const entries = entriesOf(join(root, folder), folder, skip);
  if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
    const own = readFile(root, `${base}.gitignore`);
    if ('text' in own) rules.push({ base, ignore: ignore().add(own.text) });
  }
  for (const entry of entries) {
    const path = base + entry.name;
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory()) {
      if (!isIgnored(rules, `${path}/`)) walk(root, path, rules, files, skip);
    } else if (entry.isFile() && !isIgnored(rules, path)) files.push(path);
  }
}

function entriesOf(folder: string, path: string, skip: (skipped: Skipped) => void): import('node:fs').Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    skip({ path: path || '.', reason: `cannot be listed: ${wordsFor(error)}` });
    return [];
  }
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');

function isIgnored(rules: readonly Rules[], path: string): boolean {
  return rules.some((rule) => path.startsWith(rule.base) && path !== rule.base && rule.ignore.ignores(path.slice(rule.base.length)));
}

/** A pipe must not block, and a link is not followed. Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function readFile(root: string, path: string): Reading {
  let file: number | undefined;
  try {
    file = openSync(join(root, path), FLAGS);
    const stat = fstatSync(file);
    if (!stat.isFile()) return { gone: true };
    if (stat.size > LARGEST) {
      const beginning = Buffer.alloc(64 * 1024);
      return tooLarge(path, stat.size, beginning.subarray(0, readSync(file, beginning)));
    }
    return decode(path, readFileSync(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP') return { gone: true };
    return { problem: `cannot be read: ${wordsFor(error)}`, document: true };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'the system does not permit it',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
};

/** An error of the file system in words. */
export function wordsFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && WORDS[code]) || (code ?? message);
}
