import type { Document } from '../index/document.ts';
import { isThere } from '../index/files.ts';
import { folderOf, withoutEnding } from '../index/paths.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import type { Refused } from './edits.ts';

/** A file or folder that gets another path. Paths are relative to the corpus. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The move that gives a document's file another name in the same folder, with the same ending. */
export function moveTo(snapshot: Snapshot, { path }: Document, stem: string): { readonly move: Move } | Refused {
  const ending = path.slice(withoutEnding(path).length);
  const name = stem.toLowerCase().endsWith(ending.toLowerCase()) ? stem.slice(0, -ending.length || undefined) : stem;
  const wrong = wrongInName(name);
  if (wrong !== undefined) return { refused: `“${name}” would be the name of the file, and ${wrong}.` };
  const folder = folderOf(path);
  const to = `${folder === '' ? '' : `${folder}/`}${name}${ending}`;
  const isThereAlready = documentAt(snapshot, to) !== undefined || isThere(snapshot.files, to);
  if (isThereAlready && to.toLowerCase() !== path.toLowerCase()) return { refused: `There is a file “${to}” already.` };
  return { move: { from: path, to } };
}

/** What no system, or not every one, takes in a file's name. */
function wrongInName(name: string): string | undefined {
  const unfit = /[/\\:*?"<>|\p{Cc}]/u.exec(name)?.[0];
  if (unfit !== undefined) return `a file’s name cannot hold “${unfit}”`;
  if (/^\.|[. ]$|^$/.test(name)) return 'a file’s name can neither begin nor end with a dot or a space';
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name)) return 'Windows keeps that name for itself';
  return name.length > 200 ? 'it is too long' : undefined;
}
