import { Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, mayBeDocument } from '../documents.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';

/**
 * The document that a command about a prompt is for: the one that it was called with (a lens gives its uri, a menu the file), else
 * the active one. Undefined where that is none of a corpus, of which the reader is told.
 */
export function inquiryAt(session: Session, editor: ActiveDocument, given: unknown): Uri | undefined {
  const uri = given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given) : editor.uri;
  if (uri && mayBeDocument(uri) && corpusOf(uri, session.status)) return uri;
  void inform(
    session.indexing
      ? 'The corpus is still being read. Try again in a moment.'
      : 'Open an inquiring line of the corpus first: its research prompt is meant.',
  );
  return undefined;
}
