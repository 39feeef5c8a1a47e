import type { Uri } from 'vscode';
import { type NewDocumentResult, type NewInquiryParams, newInquiryRequest } from '../../server/protocol.ts';
import { corpusOf } from '../documents.ts';
import type { Session } from '../session/session.ts';
import { askTitle, orSay } from './askTitle.ts';
import { createDocument } from './createDocument.ts';
import { pickTitles } from './pickTitles.ts';
import { whichCorpus } from './whichCorpus.ts';

const name = 'New Inquiring Line';

/**
 * Asks for a question and for the notes to answer it from, and makes the inquiring line in the corpus that `near` lies in. Nothing is
 * made before both were answered.
 */
export async function newInquiry(session: Session, near: Uri | undefined): Promise<void> {
  const corpus = await whichCorpus(session, near);
  if (corpus === undefined) return;
  const asked = (title: string, sources: readonly string[]): Promise<NewDocumentResult | undefined> => {
    const params: NewInquiryParams = { uri: corpus, title, sources };
    return session.ask<NewDocumentResult>(newInquiryRequest, params);
  };
  const options = {
    title: `${name} (1/2)`,
    prompt: 'The question that it is to answer. The file is named after it.',
    placeHolder: 'Does rain make a path worse?',
  };
  const question = await askTitle(options, (title) => asked(title, []));
  if (!question) return;
  const isInside = near && corpusOf(near, session.status)?.folder === corpus;
  const sources = await pickTitles(session, isInside ? near.toString() : corpus, {
    title: `${name} (2/2): ${question.title.trim()}`,
    placeholder: 'Type to find the notes that answer it; pick them in the order in which they are to be listed',
  });
  if (!sources) return;
  const made = orSay(
    await asked(
      question.title,
      sources.map(({ uri }) => uri),
    ),
  );
  if (made) await createDocument(made);
}
