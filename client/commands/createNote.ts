import { Position, Selection, type TextEditor, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NewNote } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { placesToWrite } from '../edits/places.ts';
import { warn } from '../say.ts';
import { mayWrite } from '../trust.ts';

/**
 * Makes the file of a note and shows it, the cursor behind its title. A file that is there already is never written over: then the
 * reader is told, and nothing is answered.
 */
export async function createNote({ uri, text, title }: NewNote): Promise<TextEditor | undefined> {
  if (!mayWrite()) return undefined;
  const file = Uri.parse(uri);
  const objection = await placesToWrite()(file, 'new');
  if (objection) {
    void warn(`“${shownPath(file)}” ${objection}, so nothing was made.`);
    return undefined;
  }
  if (await exists(file)) return sayItExists(file);
  const edit = new WorkspaceEdit();
  const contents = new TextEncoder().encode(text);
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents });
  if (!(await workspace.applyEdit(edit))) {
    void warn(`“${shownPath(file)}” could not be made.`);
    return undefined;
  }
  const behindTitle = new Position(title.line, title.character);
  return window.showTextDocument(file, { selection: new Selection(behindTitle, behindTitle) });
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function sayItExists(file: Uri): Promise<undefined> {
  const open = 'Open It';
  const answer = await warn(`“${shownPath(file)}” exists already, so nothing was made.`, open);
  if (answer === open) await window.showTextDocument(file);
}
