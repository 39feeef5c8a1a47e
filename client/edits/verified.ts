import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { fingerprint, type ProvenEdit, type ProvenFile } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';

/** So many files are opened at a time: each is a question to the window. */
const atOnce = 32;

/** A file is no longer the one that an edit was made for; the message says which, for the reader. */
export class MovedOn extends Error {}

/**
 * The edit as VS Code takes it, after making sure of all its proofs in this very moment: hand it over without waiting for
 * anything in between. Files that are closed are opened first, unseen, so that from here on VS Code sees whatever happens to
 * them.
 *
 * @throws MovedOn where a file is gone or is another one now.
 */
export async function verified({ label, files }: ProvenEdit): Promise<(preview?: boolean) => WorkspaceEdit> {
  const documents: (TextDocument | undefined)[] = [];
  for (let from = 0; from < files.length; from += atOnce) {
    documents.push(...(await Promise.all(files.slice(from, from + atOnce).map(open))));
  }
  return (preview = false) => {
    const movedOn = files.filter((file, at) => !isAsProven(documents[at], file));
    if (movedOn.length > 0) throw new MovedOn(inWords(movedOn));
    const edit = new WorkspaceEdit();
    for (const { uri, edits } of files) {
      for (const { range, after } of edits) {
        edit.replace(Uri.parse(uri), toRange(range), after, ...(preview ? [{ needsConfirmation: true, label }] : []));
      }
    }
    return edit;
  };
}

/** Undefined where there is no such file any more. */
async function open({ uri }: ProvenFile): Promise<TextDocument | undefined> {
  return workspace.openTextDocument(Uri.parse(uri)).then(
    (document) => document,
    () => undefined,
  );
}

function isAsProven(document: TextDocument | undefined, file: ProvenFile): boolean {
  if (!document || document.isClosed) return false;
  if (file.version !== null && document.version !== file.version) return false;
  if (fingerprint(document.getText()) !== file.fingerprint) return false;
  return file.edits.every(({ range, before }) => sameText(document.getText(toRange(range)), before));
}

/** Line ends of a document are all alike in an editor, and need not be so in the file. */
const sameText = (a: string, b: string): boolean => a === b || unifyLineEnds(a) === unifyLineEnds(b);
const unifyLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

const toRange = ({ start, end }: ProvenFile['edits'][number]['range']): Range =>
  new Range(start.line, start.character, end.line, end.character);

function inWords(files: readonly ProvenFile[]): string {
  const [first, ...others] = files.map(({ uri }) => shownPath(Uri.parse(uri)));
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `“${first}”${more} ${others.length === 0 ? 'has' : 'have'} changed meanwhile, so nothing was changed. Try again.`;
}
