import type { Range, TextDocumentIdentifier, TextDocumentPositionParams } from 'vscode-languageserver';
import { type Document, type FilePosition, offsetAt, type Span } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Session } from './session.ts';

/** A document that a request speaks of, in its corpus. */
export interface At {
  readonly corpus: Corpus;
  readonly document: Document;
}

/** Undefined where the uri is no document of a corpus: then there is nothing to answer. */
export function fromUri(session: Session, uri: string): At | undefined {
  const corpus = session.corpusOf(uri);
  const document = corpus?.document(uri);
  return corpus && document && { corpus, document };
}

/** A position in it, as a UTF-16 offset; one outside the text is moved to the nearest place inside. */
export function fromPosition(
  session: Session,
  params: TextDocumentPositionParams,
): (At & { at: FilePosition }) | undefined {
  const found = fromUri(session, params.textDocument.uri);
  if (!found) return undefined;
  const { path, lines } = found.document;
  const text = found.corpus.textOf(path) ?? '';
  return { ...found, at: { path, offset: offsetAt(text, lines, params.position) } };
}

/** A range of a document, moved to the nearest places inside; undefined where the uri is none of a corpus. */
export function fromRange(
  session: Session,
  { textDocument, range }: { readonly textDocument: TextDocumentIdentifier; readonly range: Range },
): (At & { within: Span }) | undefined {
  const found = fromUri(session, textDocument.uri);
  if (!found) return undefined;
  const { path, lines } = found.document;
  const text = found.corpus.textOf(path) ?? '';
  return { ...found, within: { start: offsetAt(text, lines, range.start), end: offsetAt(text, lines, range.end) } };
}
