import { type AddRelatedParams, addRelatedRequest, type EditOrRefusal } from '../../server/protocol.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import type { RelatedRow } from '../panels/related.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';

/** Puts a related document into the list of the one that it is related to; what they have to do with each other is left to be written. */
export async function addRelated(session: Session, { about, related }: RelatedRow): Promise<void> {
  const params: AddRelatedParams = { uri: about, target: related.uri };
  const answer = await session.ask<EditOrRefusal>(addRelatedRequest, params);
  if (!answer) return;
  if ('edit' in answer) await applyEdit(answer.edit);
  else void inform(answer.refused);
}
