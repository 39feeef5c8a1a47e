import { type Finds, mayBeDocument, packed, unpacked, type Workspace } from '../../core/index.ts';
import type { FileRead, Folder, Hand } from '../ports.ts';
import { Turns } from '../turns.ts';
import { condense, isDocument, NOT_READ, scan } from './condense.ts';

/** This thread, which gives other work its turn between two files. */
export function ownHand(workspace: Workspace, folder: Folder): Hand {
  const turns = new Turns();
  const { numbering, lexicon } = workspace;
  return {
    async condense(paths) {
      const files: FileRead[] = [];
      for (const path of paths) {
        folder.working?.(path);
        const reading = mayBeDocument(path) ? await folder.read(path) : NOT_READ;
        const file = condense(path, reading, numbering);
        const isKept = !folder.readNow && 'sheet' in file && 'text' in reading;
        files.push(isKept ? { ...file, text: reading.text } : file);
        if (!turns.isOver) continue;
        folder.working?.();
        await turns.give();
      }
      folder.working?.();
      return inOneBlock(files);
    },
    async scan(files) {
      const found: (Finds | undefined)[] = [];
      for (const file of files) {
        folder.working?.(file.path);
        const reading = file.text === undefined ? await folder.read(file.path) : { text: file.text };
        found.push(scan(file, 'text' in reading ? reading.text : undefined, lexicon));
        if (!turns.isOver) continue;
        folder.working?.();
        await turns.give();
      }
      folder.working?.();
      return found;
    },
  };
}

/** The same files, their columns in one block of memory: one for each would cost more than what is in them. */
function inOneBlock(files: readonly FileRead[]): FileRead[] {
  const sheets = unpacked(packed(files.map((file) => (isDocument(file) ? file.sheet : NONE))));
  return files.map((file, at) => (isDocument(file) ? { ...file, sheet: sheets[at]! } : file));
}

const NONE = new Int32Array();
