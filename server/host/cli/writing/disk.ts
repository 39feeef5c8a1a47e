import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

/** Who may do what with a file: its permissions, as `chmod` has them, and whose it is. */
export interface Access {
  readonly mode: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** What is asked of a disk to replace files: each call is done or fails as a whole. Paths are absolute. Tests let each fail. */
export interface Disk {
  /** Undefined where there is no such file. */
  read(path: string): Buffer | undefined;
  isThere(path: string): boolean;
  accessOf(path: string): Access;
  /** Makes a file that was not there, and answers when the disk has it. */
  create(path: string, bytes: Uint8Array, access: Access): void;
  /** Gives a file a second name, or a second file where there are no such names. Fails where there is one of that name. */
  double(path: string, to: string): void;
  /** Gives a file another name; a file that has it already is replaced. */
  rename(path: string, to: string): void;
  /** Like `rename`, and fails where there is one of that name. */
  move(path: string, to: string): void;
  /** No error where there is none. */
  remove(path: string): void;
  /** When a file was written last, in milliseconds since 1970; 0 where there is none. */
  writtenAt(path: string): number;
  /** That is now. Never throws. */
  touch(path: string): void;
  /** Answers when the disk has the names of a folder as they are now. */
  settle(folder: string): void;
}

/** What a file system says that knows no second name for a file; `EISDIR` is what Windows says of FAT. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'];

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
  accessOf(path) {
    const { mode, uid, gid } = statSync(path);
    return { mode: mode & 0o777, uid, gid };
  },
  create(path, bytes, access) {
    let file: number | undefined;
    try {
      file = openSync(path, 'wx', access.mode);
      admit(file, access);
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
      flush(to);
    }
  },
  rename: renameSync,
  move(path, to) {
    // Unlike a rename, a link fails where a file has come to lie there.
    try {
      linkSync(path, to);
    } catch (error) {
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      if (existsSync(to)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
      renameSync(path, to);
      return;
    }
    rmSync(path);
  },
  remove: (path) => rmSync(path, { force: true }),
  writtenAt: (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  touch(path) {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // Then it seems older than it is.
    }
  },
  settle(folder) {
    try {
      flush(folder, 'r');
    } catch {
      // Windows opens no folder, and keeps names in order by itself.
    }
  },
};

function flush(path: string, how: 'r' | 'r+' = 'r+'): void {
  const file = openSync(path, how);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What the person's own mask took away is given back, and what root makes for others is theirs. */
function admit(file: number, { mode, uid, gid }: Access): void {
  const now = fstatSync(file);
  try {
    if (uid !== undefined && gid !== undefined && (now.uid !== uid || now.gid !== gid)) fchownSync(file, uid, gid);
  } catch {
    // Only root may, and not on every disk.
  }
  try {
    if ((now.mode & 0o777) !== mode) fchmodSync(file, mode);
  } catch {
    // Not every disk knows permissions.
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What failed before is what is told.
  }
}
