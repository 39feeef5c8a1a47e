import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type FoldingRangeParams,
  type ResponseError,
  type SelectionRangeParams,
  type SemanticTokensDeltaParams,
  SemanticTokensDeltaRequest,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { fromRange, fromUri } from './fromProto.ts';
import type { Log, Send } from './guard.ts';
import { refreshTokens } from './refreshTokens.ts';
import type { Session } from './session.ts';
import { encoded, LEGEND, ToldTokens } from './tokens.ts';
import { toFoldingRange, toSelectionRange } from './toProto.ts';

// How a text looks and moves: what an editor asks for by itself whenever a text is shown or edited.

export const APPEARANCE: ServerCapabilities = {
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
};

/** Makes a handler of the library's kind; see `guard`. */
type Asked = <P, R>(
  name: string,
  handler: (session: Session, params: P, send?: Send) => R | Promise<R>,
) => (params: P, token?: CancellationToken) => Promise<R | ResponseError<void>>;

export function answerAppearance(
  connection: Connection,
  session: Session,
  asked: Asked,
  client: () => ClientCapabilities,
  log: Log,
): void {
  connection.onFoldingRanges(
    asked('foldingRange', (session, { textDocument: { uri } }: FoldingRangeParams) => {
      const found = fromUri(session, uri);
      const most = client().textDocument?.foldingRange?.rangeLimit;
      const folds = found && core.foldingRanges(found.corpus.snapshot, found.document.path, most);
      return folds?.map(toFoldingRange) ?? null;
    }),
  );
  connection.onSelectionRanges(
    asked('selectionRange', (session, { textDocument: { uri }, positions }: SelectionRangeParams) => {
      const found = fromUri(session, uri);
      if (!found) return null;
      const { lines, path } = found.document;
      const text = found.corpus.textOf(path) ?? '';
      const offsets = positions.map((each) => core.offsetAt(text, lines, each));
      const chains = core.selectionRanges(found.corpus.snapshot, path, offsets);
      return chains?.map((chain) => toSelectionRange(lines, chain)) ?? null;
    }),
  );
  answerTokens(connection, session, asked, client, log);
}

/** Of a file that is no document nothing is told, so that others may colour it. */
function answerTokens(
  connection: Connection,
  session: Session,
  asked: Asked,
  client: () => ClientCapabilities,
  log: Log,
): void {
  const told = new ToldTokens();
  const dataOf = (uri: string, within?: core.Span): number[] | undefined => {
    const found = fromUri(session, uri);
    const tokens = found && core.semanticTokens(found.corpus.snapshot, found.document.path, within);
    return tokens && encoded(found.document.lines, tokens);
  };
  connection.onRequest(
    SemanticTokensRequest.type,
    asked('semanticTokens', (_, { textDocument: { uri } }: SemanticTokensParams) => {
      const data = dataOf(uri);
      return data ? told.full(uri, data) : null;
    }),
  );
  connection.onRequest(
    SemanticTokensDeltaRequest.type,
    asked('semanticTokens/delta', (_, { textDocument: { uri }, previousResultId }: SemanticTokensDeltaParams) => {
      const data = dataOf(uri);
      return data ? told.since(uri, previousResultId, data) : null;
    }),
  );
  connection.onRequest(
    SemanticTokensRangeRequest.type,
    asked('semanticTokens/range', (session, { textDocument: { uri }, range }: SemanticTokensRangeParams) => {
      const data = dataOf(uri, fromRange(session, uri, range));
      return data ? { data } : null;
    }),
  );
  session.documents.onDidClose(({ document }) => told.forget(document.uri));
  refreshTokens(connection, session, client, log);
}
