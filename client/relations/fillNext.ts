import type { Uri } from 'vscode';
import { type EditOrRefusal, type FillNextParams, fillNextRequest } from '../../server/protocol.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';

const addMore = 'Add More';

/** Writes what an inquiring line may lead on to into its empty section; where there are entries, only if the reader wants more of them. */
export async function fillNext(session: Session, uri: Uri | undefined): Promise<void> {
  if (!uri) return void inform('Open an inquiring line of the corpus first.');
  const ask = (more: boolean): Promise<EditOrRefusal | undefined> => {
    const params: FillNextParams = { uri: uri.toString(), more };
    return session.ask<EditOrRefusal>(fillNextRequest, params);
  };
  let answer = await ask(false);
  if (answer && 'refused' in answer) {
    const picked = await inform(answer.refused, ...(answer.mayAdd ? [addMore] : []));
    if (picked !== addMore) return;
    answer = await ask(true);
  }
  if (answer && 'edit' in answer) await applyEdit(answer.edit);
}
