import { type EditOrRefusal, type ListUserParams, listUserRequest } from '../../server/protocol.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';
import type { Row } from './rows.ts';

/** A row that stands for a document that uses another one, for the commands in its menu. */
export interface UserRow extends Row {
  /** Uris of the document that is used, and of the one that uses it. */
  readonly about: string;
  readonly user: string;
}

/** Puts an inquiry into the note's own list of those that use it. */
export async function listUser(session: Session, { about, user }: UserRow): Promise<void> {
  const params: ListUserParams = { uri: about, user };
  const answer = await session.ask<EditOrRefusal>(listUserRequest, params);
  if (!answer) return;
  if ('edit' in answer) await applyEdit(answer.edit);
  else void inform(answer.refused);
}
