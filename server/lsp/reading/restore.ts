import { type Change, mayBeDocument, readStock, type Stocked, type Workspace } from '../../core/index.ts';
import type { Folder } from '../ports.ts';
import { Turns } from '../turns.ts';
import { utf8 } from './utf8.ts';

/** What was kept of a corpus and still holds. */
export interface Restored {
  readonly files: readonly Stocked[];
  readonly changes: readonly Change[];
  /** The other files, which are to be read. */
  readonly left: readonly string[];
}

/**
 * Takes up what the last run kept of these files: those of the same size and time are the same files, and so are those of
 * the same bytes, which a checkout may have written anew. To be asked before anything else of a workspace.
 */
export async function restore(
  workspace: Workspace,
  { cache, stampsOf, read }: Folder,
  paths: readonly string[],
): Promise<Restored> {
  if (!cache?.exists() || !stampsOf) return { files: [], changes: [], left: paths };
  // Another thread may look at the files meanwhile.
  const looking = stampsOf(paths);
  const bytes = cache.read();
  const stock = bytes && readStock(bytes, workspace.numbering, workspace.minimumWords, utf8);
  const stamps = await looking;
  if (!stock) return { files: [], changes: [], left: paths };
  workspace.resume(stock.names);
  const turns = new Turns();
  const files: Stocked[] = [];
  const changes: Change[] = [];
  const left: string[] = [];
  for (const [at, path] of paths.entries()) {
    const known = stock.files.get(path);
    if (!mayBeDocument(path)) changes.push({ path, present: true });
    else if (known && (isSame(known, stamps[2 * at]!, stamps[2 * at + 1]!) || (await hasSameBytes(known, read)))) {
      files.push(known);
      changes.push(changeOf(known, workspace.lexicon.size));
    } else left.push(path);
    if (turns.isOver) await turns.give();
  }
  return { files, changes, left };
}

const isSame = ({ stamp }: Stocked, size: number, modified: number): boolean =>
  stamp.size === size && stamp.modified === modified;

async function hasSameBytes({ path, stamp }: Stocked, read: Folder['read']): Promise<boolean> {
  const reading = await read(path);
  return 'text' in reading && reading.stamp?.size === stamp.size && reading.stamp.hash === stamp.hash;
}

function changeOf({ path, sheet, finds }: Stocked, scanned: number): Change {
  if (!sheet) return { path, present: true };
  return { path, condensed: finds ? { sheet, finds, scanned } : { sheet, scanned: 0 } };
}
