import { Range, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NewDocument } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';

/**
 * Makes a file where there is none, shows it, and puts the cursor where one writes on. Nothing is overwritten: where a file has come
 * meanwhile, the reader is told.
 */
export async function createDocument({ uri, text, at, insert }: NewDocument): Promise<void> {
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(`“${shownPath(file)}” could not be made. Is there such a file already?`);
    return;
  }
  const place = new Range(at.line, at.character, at.line, at.character);
  const editor = await window.showTextDocument(await workspace.openTextDocument(file), { selection: place });
  await editor.insertSnippet(new SnippetString(insert), place);
}
