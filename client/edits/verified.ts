import { Range, type TextDocument, Uri, WorkspaceEdit, type WorkspaceEditEntryMetadata, workspace } from 'vscode';
import type { ProvenEdit, ProvenFile } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { agrees } from './agrees.ts';
import { placesToWrite } from './places.ts';

/** So many files are opened at a time: each is a question to the window. */
const atOnce = 32;

/** A file is no longer the one that an edit was made for; the message says which, for the reader. */
export class MovedOn extends Error {}

/** Hands over an edit at once, put behind what is in `whole` already; with `metadata`, VS Code shows it first. */
export type Take = (whole?: WorkspaceEdit, metadata?: WorkspaceEditEntryMetadata) => WorkspaceEdit;

/**
 * The edit as VS Code takes it, after making sure of all its proofs in this very moment: hand it over without waiting for
 * anything in between. Files that are closed are opened first, unseen, so that from here on VS Code sees whatever happens to
 * them.
 *
 * @throws MovedOn where a file is gone or is another one now.
 */
export async function verified({ files }: ProvenEdit): Promise<Take> {
  const documents: (TextDocument | undefined)[] = [];
  const objectionTo = placesToWrite();
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    await Promise.all(some.map(({ uri }) => mayLieThere(Uri.parse(uri), objectionTo)));
    documents.push(...(await Promise.all(some.map(open))));
  }
  return (whole = new WorkspaceEdit(), metadata) => {
    const movedOn = files.filter((file, at) => !isAsProven(documents[at], file));
    if (movedOn.length > 0) throw new MovedOn(inWords(movedOn));
    for (const { uri, edits } of files) {
      for (const { range, after } of edits) whole.replace(Uri.parse(uri), toRange(range), after, metadata);
    }
    return whole;
  };
}

/** @throws MovedOn where it may not. */
export async function mayLieThere(uri: Uri, objectionTo: ReturnType<typeof placesToWrite>): Promise<void> {
  const objection = await objectionTo(uri);
  if (objection) throw new MovedOn(`“${shownPath(uri)}” ${objection}, so nothing was changed.`);
}

/** Undefined where there is no such file any more. */
async function open({ uri }: ProvenFile): Promise<TextDocument | undefined> {
  return workspace.openTextDocument(Uri.parse(uri)).then(
    (document) => document,
    () => undefined,
  );
}

function isAsProven(document: TextDocument | undefined, file: ProvenFile): boolean {
  const shown = document && {
    isClosed: document.isClosed,
    version: document.version,
    text: document.getText(),
    textIn: (range: ProvenFile['edits'][number]['range']) => document.getText(toRange(range)),
  };
  return agrees(shown, file);
}

const toRange = ({ start, end }: ProvenFile['edits'][number]['range']): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** What to say of files that are no longer as they were. */
export function inWords(files: readonly { readonly uri: string }[]): string {
  const [first, ...others] = files.map(({ uri }) => shownPath(Uri.parse(uri)));
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `“${first}”${more} ${others.length === 0 ? 'has' : 'have'} changed meanwhile, so nothing was changed. Try again.`;
}
