import type { Uri } from 'vscode';
import { type MissingNote, type NewDocumentResult, type NewNoteParams, newNoteRequest } from '../../server/protocol.ts';
import type { Session } from '../session/session.ts';
import { askTitle, orSay } from './askTitle.ts';
import { createDocument } from './createDocument.ts';
import { whichCorpus } from './whichCorpus.ts';

/**
 * Asks for a title, and makes the note that has it: in `folder`, else where the notes of the corpus lie that `near` is in. A note that
 * was missing begins with what is said of it.
 */
export async function newNote(session: Session, near: Uri | undefined, folder?: Uri): Promise<void> {
  const uri = await whichCorpus(session, folder ?? near, folder !== undefined);
  if (uri === undefined) return;
  const options = {
    title: 'New Note',
    prompt: 'The title: a question or a claim. The file is named after it.',
    placeHolder: 'Why does mud stick to boots?',
  };
  const accepted = await askTitle(options, (title) =>
    asked(session, { uri, title, ...(folder && { folder: folder.toString() }) }),
  );
  if (accepted) await createDocument(accepted.made);
}

/** Makes a note that is named and missing. */
export async function createMissing(
  session: Session,
  { corpus, title }: Pick<MissingNote, 'corpus' | 'title'>,
): Promise<void> {
  const made = orSay(await asked(session, { uri: corpus, title }));
  if (made) await createDocument(made);
}

const asked = (session: Session, params: NewNoteParams): Promise<NewDocumentResult | undefined> =>
  session.ask<NewDocumentResult>(newNoteRequest, params);
