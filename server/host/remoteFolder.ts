import { type Dirent, readFileSync } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isHidden } from '../core/index.ts';
import type { FileKind, Folder, Reading, Skipped } from '../lsp/ports.ts';
import { LARGEST, tooLarge } from './decode.ts';
import { FLAGS, failed, kindAfter, stamped } from './readFile.ts';
import { foldersAbove, isLeftOut, rulesOf } from './rules.ts';
import { notListed, type Walked, walk } from './walk.ts';

/** File systems whose files lie elsewhere, so that an answer may take for ever. */
const REMOTE =
  /^(nfs\d?|cifs|smb3|smbfs|afs|ceph|glusterfs|lustre|davfs|fuse\.(sshfs|rclone|s3fs|davfs2|gvfsd-fuse|goofys))$/;

/**
 * Whether a folder lies on a network's disk. Nothing is asked of that disk: it might not answer.
 *
 * @param mounts what the system says of its disks (`proc(5)`, "/proc/self/mounts"); read where it is not given
 */
export function isRemote(root: string, mounts = mountsNow()): boolean {
  if (process.platform === 'win32') return /^[\\/]{2}[^\\/.?]/.test(root);
  let [longest, kind] = ['', ''];
  for (const line of mounts.split('\n')) {
    const [, at = '', type = ''] = line.split(' ');
    const place = at.replace(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
    const isIn = place === '/' || root === place || root.startsWith(`${place}/`);
    if (isIn && place.length >= longest.length) [longest, kind] = [place, type];
  }
  return REMOTE.test(kind);
}

function mountsNow(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return ''; // Not every system tells.
  }
}

/** A folder on a disk that may not answer: nothing is asked of it at once, so that all else goes on meanwhile. */
export function remoteFolder(root: string): Folder {
  let rules = rulesOf([]);
  let links: ReadonlySet<string> = new Set();
  return {
    async list(exclude, skip) {
      const found = await walked(root, exclude, skip);
      ({ rules, links } = found);
      return found.files;
    },
    admits: (path) => {
      const places = [...foldersAbove(path), path];
      return !isHidden(path) && !places.some((each) => isLeftOut(rules, each) || links.has(each.replace(/\/$/, '')));
    },
    async kindsOf(paths) {
      const kinds: FileKind[] = [];
      await inLanes(paths, async (path, at) => {
        kinds[at] = await kindOf(join(root, path));
      });
      return kinds;
    },
    read: (path) => readLater(root, path),
    async stampsOf(paths) {
      const stamps = new Float64Array(2 * paths.length).fill(-1);
      await inLanes(paths, async (path, at) => {
        const stat = await lstat(join(root, path)).catch(() => undefined);
        if (stat?.isFile()) stamps.set([stat.size, stat.mtimeMs], 2 * at);
      });
      return stamps;
    },
  };
}

/** So many files are looked at together: a disk that does not answer keeps so many of the system's hands, and no more. */
const LANES = 8;

/** Does something with each of some files, a few at a time. */
async function inLanes(paths: readonly string[], act: (path: string, at: number) => Promise<void>): Promise<void> {
  const left = paths.entries();
  const lane = async (): Promise<void> => {
    for (const [at, path] of left) await act(path, at);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** @param exclude patterns, in gitignore syntax */
async function walked(root: string, exclude: readonly string[], skip: (skipped: Skipped) => void): Promise<Walked> {
  // Nobody looks whether there is such a file: where names are no UTF-8, they are told.
  const steps = walk(exclude, skip, () => false);
  const entriesOf = (folder: string): Promise<Dirent[]> =>
    readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      skip(notListed(folder, error));
      return [];
    });
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    const asked = step.value;
    step = steps.next('entriesOf' in asked ? await entriesOf(asked.entriesOf) : await readLater(root, asked.textOf));
  }
}

async function kindOf(path: string): Promise<FileKind> {
  try {
    const stat = await lstat(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'nothing';
  } catch (error) {
    return kindAfter(error);
  }
}

/** Reads a file as `readFile` does. */
async function readLater(root: string, path: string): Promise<Reading> {
  try {
    const file = await open(join(root, path), FLAGS);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return { gone: true };
      if (stat.size > LARGEST) return tooLarge(path, stat.size, new Uint8Array());
      return stamped(path, await file.readFile(), stat.mtimeMs);
    } finally {
      void file.close().catch(() => {});
    }
  } catch (error) {
    return failed(error);
  }
}
