import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** What is asked of a disk to replace files: each call is done or fails as a whole. Paths are absolute. Tests let each fail. */
export interface Disk {
  /** Undefined where there is no such file. */
  read(path: string): Buffer | undefined;
  isThere(path: string): boolean;
  /** Permissions of a file, as `chmod` has them. */
  modeOf(path: string): number;
  /** Makes a file that was not there, and answers when the disk has it. */
  create(path: string, bytes: Uint8Array, mode: number): void;
  /** Gives a file a second name, or a second file where there are no such names. Fails where there is one of that name. */
  double(path: string, to: string): void;
  /** Gives a file another name; a file that has it already is replaced. */
  rename(path: string, to: string): void;
  /** Like `rename`, and fails where there is one of that name. */
  move(path: string, to: string): void;
  /** No error where there is none. */
  remove(path: string): void;
  /** Answers when the disk has the names of a folder as they are now. */
  settle(folder: string): void;
}

/** What a file system says that knows no second name for a file. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

export const nodeDisk: Disk = {
  read(path) {
    try {
      return readFileSync(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  isThere: (path) => statSync(path, { throwIfNoEntry: false }) !== undefined,
  modeOf: (path) => statSync(path).mode & 0o777,
  create(path, bytes, mode) {
    let file: number | undefined;
    try {
      file = openSync(path, 'wx', mode);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } catch (error) {
      if (file !== undefined) removeIfThere(path);
      throw error;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
  double(path, to) {
    try {
      linkSync(path, to);
    } catch (error) {
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      copyFileSync(path, to, constants.COPYFILE_EXCL);
    }
  },
  rename: renameSync,
  move(path, to) {
    // Unlike a rename, a link fails where a file has come to lie there.
    try {
      linkSync(path, to);
    } catch (error) {
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      renameSync(path, to);
      return;
    }
    rmSync(path);
  },
  remove: (path) => rmSync(path, { force: true }),
  settle(folder) {
    let file: number | undefined;
    try {
      file = openSync(folder, 'r');
      fsyncSync(file);
    } catch {
      // Windows opens no folder, and keeps names in order by itself.
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
};

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What failed before is what is told.
  }
}
