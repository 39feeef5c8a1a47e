import { documentAt, type Stamp, type Stocked, stockOf, type Workspace } from '../../core/index.ts';
import type { Folder } from '../ports.ts';
import { Turns } from '../turns.ts';
import { utf8 } from './utf8.ts';

/**
 * Keeps a corpus for the next start, where the host can. Answers whether it did; never rejects.
 *
 * @param stamps of the files that are to be kept
 */
export async function keep(
  workspace: Workspace,
  { cache }: Folder,
  stamps: ReadonlyMap<string, Stamp>,
): Promise<boolean> {
  if (!cache) return false;
  const { snapshot, numbering, minimumWords, namesInUse } = workspace;
  const files: Stocked[] = [];
  for (const [path, stamp] of stamps) {
    const document = documentAt(snapshot, path);
    if (!document) files.push({ path, stamp });
    else {
      const { sheet, finds } = document;
      // One that could not be looked through is read again.
      if (finds || namesInUse.size === 0) files.push(finds ? { path, stamp, sheet, finds } : { path, stamp, sheet });
    }
  }
  const turns = new Turns();
  return cache.write(stockOf(files, numbering, namesInUse, minimumWords, utf8), () => turns.give());
}
