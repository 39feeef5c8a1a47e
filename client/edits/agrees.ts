import type { ProvenFile } from '../../server/protocol.ts';
import { fingerprint } from '../../server/protocol.ts';

/** A document as the editor has it, as far as an edit has to do with it. */
export interface Shown {
  readonly isClosed: boolean;
  readonly version: number;
  readonly text: string;
  textIn(range: ProvenFile['edits'][number]['range']): string;
}

/** Whether a file is the one that its edits were made for: its version, all of its text, and each stretch that is replaced. */
export function agrees(document: Shown | undefined, file: ProvenFile): boolean {
  if (!document || document.isClosed) return false;
  if (file.version !== null && document.version !== file.version) return false;
  if (fingerprint(document.text) !== file.fingerprint) return false;
  return file.edits.every(({ range, before }) => sameText(document.textIn(range), before));
}

/** Line ends of a document are all alike in an editor, and need not be so in the file. */
const sameText = (a: string, b: string): boolean => a === b || unifyLineEnds(a) === unifyLineEnds(b);
const unifyLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
