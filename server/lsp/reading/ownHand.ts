import { type Finds, mayBeDocument, type Workspace } from '../../core/index.ts';
import type { FileRead, Folder, Hand } from '../ports.ts';
import { condense, NOT_READ, scan } from './condense.ts';
import { Turns } from './turns.ts';

/** This thread, which gives other work its turn between two files. */
export function ownHand(workspace: Workspace, folder: Folder): Hand {
  const turns = new Turns();
  const { numbering, lexicon } = workspace;
  return {
    async condense(paths) {
      const files: FileRead[] = [];
      for (const path of paths) {
        const reading = mayBeDocument(path) ? await folder.read(path) : NOT_READ;
        const file = condense(path, reading, numbering);
        const isKept = !folder.readNow && 'sheet' in file && 'text' in reading;
        files.push(isKept ? { ...file, text: reading.text } : file);
        await turns.give();
      }
      return files;
    },
    async scan(files) {
      const found: (Finds | undefined)[] = [];
      for (const file of files) {
        const reading = file.text === undefined ? await folder.read(file.path) : { text: file.text };
        found.push(scan(file, 'text' in reading ? reading.text : undefined, lexicon));
        await turns.give();
      }
      return found;
    },
  };
}
