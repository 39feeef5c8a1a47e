import { Uri } from 'vscode';
import { type UpdateListsParams, type UpdateListsResult, updateListsRequest } from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { inform, question } from '../say.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';

/** Writes up the lists of documents, or of all in some folders; where several would change, once the reader has agreed. */
export async function updateLists(session: Session, uris: readonly Uri[]): Promise<void> {
  const params: UpdateListsParams = { uris: uris.map(String) };
  const result = await session.ask<UpdateListsResult>(updateListsRequest, params);
  if (!result) return;
  const left = leftOver(result);
  if (!result.edit) {
    const of = result.documents === 1 ? 'this document' : counted(result.documents, 'document');
    void inform(left || `The lists of ${of} are up to date.`);
    return;
  }
  const { files } = result.edit;
  const how = files.length === 1 ? update : await agreed(files.length, left);
  if (how && (await applyEdit(result.edit, how === preview)) && left && files.length === 1) {
    void inform(left);
  }
}

const update = 'Update';
const preview = 'Preview';

async function agreed(files: number, left: string): Promise<string | undefined> {
  const message = `Update the lists of ${counted(files, 'document')}?`;
  const detail = `${left ? `${left}\n\n` : ''}Sources follow the text, lists of inquiring lines follow the sources, and numbers follow the lists. One undo takes all of it back.`;
  return question(message, detail, update, preview);
}

/** What could not be written, in a sentence. */
function leftOver({ left }: UpdateListsResult): string {
  if (left.length === 0) return '';
  const names = left.slice(0, 3).map((uri) => `“${shownPath(Uri.parse(uri))}”`);
  const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
  return `In ${names.join(', ')}${more} some list was left as it is: it could not be written so that it would be read as meant.`;
}
