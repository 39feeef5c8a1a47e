import { type TextDocument, Uri, WorkspaceEdit, type WorkspaceEditEntryMetadata, workspace } from 'vscode';
import { type ConversionResult, type ConvertedFile, fingerprint } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { placesToWrite } from '../edits/places.ts';
import { inWords, MovedOn, mayLieThere, verified } from '../edits/verified.ts';

/** So many files are read at a time. */
const atOnce = 32;

/**
 * Makes the new files, lets links follow, and deletes the old files: one edit, which VS Code undoes in one step. In that order, so
 * that at no moment a text is nowhere. A rename of each file with an edit of its text would have VS Code ask about links, which
 * follow in here already.
 *
 * @returns whether VS Code applied it
 * @throws MovedOn where a file is another one now, or a new one has come to lie where one is to be made.
 */
export async function replaceFiles({ files, edit }: ConversionResult, isShownFirst: boolean): Promise<boolean> {
  const metadata: WorkspaceEditEntryMetadata | undefined = isShownFirst
    ? { label: edit.label, needsConfirmation: true }
    : undefined;
  const objectionTo = placesToWrite();
  for (let from = 0; from < files.length; from += atOnce)
    await Promise.all(files.slice(from, from + atOnce).map((file) => makeSure(file, objectionTo)));
  const take = await verified(edit);
  const movedOn = files.filter((file) => !isAsOpened(openDocument(file.oldUri), file));
  if (movedOn.length > 0) throw new MovedOn(inWords(movedOn.map(({ oldUri }) => ({ uri: oldUri }))));
  const whole = new WorkspaceEdit();
  for (const { newUri, text } of files) {
    const contents = new TextEncoder().encode(text);
    whole.createFile(Uri.parse(newUri), { overwrite: false, ignoreIfExists: false, contents }, metadata);
  }
  take(whole, metadata);
  for (const { oldUri } of files) whole.deleteFile(Uri.parse(oldUri), { ignoreIfNotExists: false }, metadata);
  return workspace.applyEdit(whole, { isRefactoring: true });
}

/** The documents that would lose what is not saved of them: their files are deleted. */
export function unsavedAmong(files: readonly ConvertedFile[]): TextDocument[] {
  return files.flatMap(({ oldUri }) => {
    const document = openDocument(oldUri);
    return document?.isDirty ? [document] : [];
  });
}

/** @throws MovedOn */
async function makeSure(file: ConvertedFile, objectionTo: ReturnType<typeof placesToWrite>): Promise<void> {
  const { oldUri, newUri } = file;
  for (const uri of [oldUri, newUri]) await mayLieThere(Uri.parse(uri), objectionTo);
  const isTaken = await workspace.fs.stat(Uri.parse(newUri)).then(
    () => true,
    () => false,
  );
  if (isTaken)
    throw new MovedOn(`“${shownPath(Uri.parse(newUri))}” exists already, so nothing was changed. Try again.`);
  if (openDocument(oldUri)) return;
  const bytes = await workspace.fs.readFile(Uri.parse(oldUri)).then(
    (bytes) => bytes,
    () => undefined,
  );
  if (!bytes || fingerprint(new TextDecoder().decode(bytes)) !== file.fingerprint) {
    throw new MovedOn(inWords([{ uri: oldUri }]));
  }
}

const openDocument = (uri: string): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === Uri.parse(uri).toString());

/** A closed file was read a moment ago. */
function isAsOpened(document: TextDocument | undefined, { version, fingerprint: proof }: ConvertedFile): boolean {
  if (!document) return version === null;
  return !document.isDirty && fingerprint(document.getText()) === proof;
}
