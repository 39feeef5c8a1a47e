import type {
  DefinitionLink,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  ReferenceParams,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { fromPosition, fromUri } from './fromProto.ts';
import type { Send } from './guard.ts';
import type { Session } from './session.ts';
import {
  toDocumentHighlight,
  toDocumentLink,
  toDocumentSymbol,
  toHover,
  toLocation,
  toLocationLinks,
  toWorkspaceSymbol,
} from './toProto.ts';
import { turn } from './turns.ts';

// One handler for each request of the protocol, named as the query that it asks: convert in, ask, convert out.

type InDocument = { readonly textDocument: TextDocumentIdentifier };

export function definition(session: Session, params: TextDocumentPositionParams): DefinitionLink[] | null {
  const found = fromPosition(session, params);
  const answer = found && core.definition(found.corpus.snapshot, found.at);
  return answer ? toLocationLinks(found.corpus, found.document.lines, answer) : null;
}

/** The same while the corpus is still read: as soon as it can be said. Undefined once `definition` is to be asked. */
export function earlyDefinition(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Promise<DefinitionLink[] | undefined> {
  return session.early(uri, async (corpus, early) => {
    const text = session.documents.get(uri)?.getText();
    const path = corpus.uris.pathOf(uri);
    if (text === undefined || path === undefined) return undefined;
    const lines = core.lineStarts(text);
    const answer = await early.definition(text, { path, offset: core.offsetAt(text, lines, position) });
    return answer && toLocationLinks(corpus, lines, answer);
  });
}

/** For clients that do not know location links. */
export const asLocations = (links: readonly DefinitionLink[]): Location[] =>
  links.map((link) => ({ uri: link.targetUri, range: link.targetSelectionRange }));

/** So many places are sent at first, where the client wants them in parts; and so many at a time from then on. */
const FIRST_PAGE = 100;
const PAGE = 1000;

export async function references(session: Session, params: ReferenceParams, send?: Send): Promise<Location[]> {
  const found = fromPosition(session, params);
  if (!found) return [];
  const places = core.eachReference(found.corpus.snapshot, found.at, params.context.includeDeclaration);
  let page: Location[] = [];
  let size = FIRST_PAGE;
  for (const { document, span } of places) {
    page.push(toLocation(found.corpus, document, span));
    if (!send || page.length < size) continue;
    send(page);
    page = [];
    size = PAGE;
    await turn();
  }
  if (send) send(page);
  return send ? [] : page;
}

export function hover(session: Session, params: TextDocumentPositionParams): Hover | null {
  const found = fromPosition(session, params);
  const answer = found && core.hover(found.corpus.snapshot, found.at);
  return answer ? toHover(found.document.path, found.document.lines, answer) : null;
}

export function documentHighlights(session: Session, params: TextDocumentPositionParams): DocumentHighlight[] {
  const found = fromPosition(session, params);
  if (!found) return [];
  const highlights = core.documentHighlights(found.corpus.snapshot, found.at);
  return highlights.map((each) => toDocumentHighlight(found.document.lines, each));
}

export function documentLinks(session: Session, { textDocument }: InDocument): DocumentLink[] {
  const found = fromUri(session, textDocument.uri);
  if (!found) return [];
  const { corpus, document } = found;
  const links = core.documentLinks(corpus.snapshot, document.path);
  return links.map((link) => toDocumentLink(corpus, document.lines, link));
}

export function documentSymbols(session: Session, { textDocument }: InDocument): DocumentSymbol[] {
  const found = fromUri(session, textDocument.uri);
  if (!found) return [];
  const { corpus, document } = found;
  const symbols = core.documentSymbols(corpus.snapshot, document.path);
  return symbols.map((symbol) => toDocumentSymbol(document.lines, symbol));
}

/** At most so many, over all corpora, each of which has its share. */
const MOST_SYMBOLS = 200;

export function workspaceSymbols(session: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
  const { corpora } = session;
  const share = Math.ceil(MOST_SYMBOLS / Math.max(1, corpora.length));
  return corpora.flatMap((corpus) =>
    core.workspaceSymbols(corpus.snapshot, query, share).map((symbol) => toWorkspaceSymbol(corpus, symbol)),
  );
}
