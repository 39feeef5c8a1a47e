import type { Disk } from '../../../server/host/cli/writing/disk.ts';

/** A disk in memory: what lies on it, by absolute path. */
export type Held = Map<string, Buffer>;

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

export function memoryDisk(held: Held): Disk {
  const need = (path: string): Buffer => {
    const bytes = held.get(path);
    if (!bytes) throw failure('ENOENT');
    return bytes;
  };
  const free = (path: string): void => {
    if (held.has(path)) throw failure('EEXIST');
  };
  return {
    read: (path) => held.get(path),
    isThere: (path) => held.has(path),
    accessOf(path) {
      need(path);
      return { mode: 0o644 };
    },
    create(path, bytes) {
      free(path);
      held.set(path, Buffer.from(bytes));
    },
    double(path, to) {
      free(to);
      held.set(to, need(path));
    },
    rename(path, to) {
      held.set(to, need(path));
      held.delete(path);
    },
    move(path, to) {
      free(to);
      held.set(to, need(path));
      held.delete(path);
    },
    remove: (path) => void held.delete(path),
    writtenAt: () => 0,
    touch: () => {},
    settle: () => {},
  };
}

/** How a disk fails at one of its calls, counted from 0. */
export interface Fault {
  readonly at: number;
  /** `once`: this call only, as where a file is locked. `dead`: this call and all that follow, as where the process is killed. */
  readonly how: 'once' | 'dead';
  /** What the call has done all the same: nothing, its first half, all of it. */
  readonly done: 'nothing' | 'half' | 'all';
  readonly code?: string;
}

/** A disk that fails. `calls` counts. */
export function faultyDisk(held: Held, { at, how, done, code = 'EIO' }: Fault): Disk & { calls: number } {
  const inner = memoryDisk(held);
  const disk = { ...inner, calls: 0 };
  for (const name of Object.keys(inner) as (keyof Disk)[]) {
    const act = inner[name] as (...given: unknown[]) => unknown;
    (disk[name] as unknown) = (...given: unknown[]) => {
      const call = disk.calls++;
      if (call < at || (call > at && how === 'once')) return act(...given);
      if (call === at && done === 'all') act(...given);
      if (call === at && done === 'half') half(name, given, held, act);
      throw failure(code);
    };
  }
  return disk;
}

/** A file of which half the bytes are written; a move of which only the second name is there. */
function half(name: keyof Disk, given: unknown[], held: Held, act: (...given: unknown[]) => unknown): void {
  if (name === 'create') {
    const bytes = given[1] as Uint8Array;
    act(given[0], bytes.subarray(0, bytes.length >> 1));
  }
  if (name === 'move') held.set(given[1] as string, held.get(given[0] as string)!);
}
