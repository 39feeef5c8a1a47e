import type { Document } from '../index/document.ts';
import { isThere } from '../index/files.ts';
import { folderOf, withoutEnding } from '../index/paths.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Refused } from './edits.ts';
import { fileName } from './fileName.ts';

/** A file or folder that gets another path. Paths are relative to the corpus. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The move that gives a document's file another name in the same folder, with the same ending. */
export function moveTo(snapshot: Snapshot, { path }: Document, stem: string): { readonly move: Move } | Refused {
  const ending = path.slice(withoutEnding(path).length);
  const name = stem.toLowerCase().endsWith(ending.toLowerCase()) ? stem.slice(0, -ending.length || undefined) : stem;
  const readable = fileName(name, '');
  if (readable !== name) {
    return {
      refused: `“${name}” would be the name of the file, which not every system can have; “${readable}” it could be.`,
    };
  }
  const folder = folderOf(path);
  const to = `${folder === '' ? '' : `${folder}/`}${name}${ending}`;
  const isThereAlready = documentAt(snapshot, to) !== undefined || isThere(snapshot.files, to);
  if (isThereAlready && to.toLowerCase() !== path.toLowerCase()) return { refused: `There is a file “${to}” already.` };
  return { move: { from: path, to } };
}
