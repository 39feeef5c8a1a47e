import { type Finds, mayBeDocument, packed, unpacked, type Workspace } from '../../core/index.ts';
import { inAMoment } from '../patient.ts';
import type { FileRead, Folder, Hand, Reading } from '../ports.ts';
import { Turns } from '../turns.ts';
import { condense, isDocument, NOT_READ, scan } from './condense.ts';

/** So many files are put aside at most: each that does not answer keeps one of the system's hands. */
const MANY = 8;

/** This thread, which gives other work its turn between two files. */
export function ownHand(workspace: Workspace, folder: Folder): Hand {
  const turns = new Turns();
  const { numbering, lexicon } = workspace;
  return {
    async condense(paths) {
      const files: FileRead[] = new Array(paths.length);
      const aside = new Set<Promise<void>>();
      const take = (at: number, reading: Reading): void => {
        const path = paths[at]!;
        folder.working?.(path);
        const file = condense(path, reading, numbering);
        const isKept = !folder.readNow && 'sheet' in file && 'text' in reading;
        files[at] = isKept ? { ...file, text: reading.text } : file;
        folder.working?.();
      };
      const putAside = (taken: Promise<void>): void => {
        aside.add(taken);
        // What fails stays, and is met below.
        taken.then(
          () => aside.delete(taken),
          () => {},
        );
      };
      for (const [at, path] of paths.entries()) {
        if (folder.readNow || !mayBeDocument(path)) {
          folder.working?.(path);
          take(at, mayBeDocument(path) ? await folder.read(path) : NOT_READ);
        } else {
          const coming = folder.read(path);
          const reading = await inAMoment(coming);
          if (reading) take(at, reading);
          else putAside(coming.then((late) => take(at, late)));
          if (aside.size === MANY) await Promise.race(aside);
        }
        if (turns.isOver) await turns.give();
      }
      await Promise.all(aside);
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
