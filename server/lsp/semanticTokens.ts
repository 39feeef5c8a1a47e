import {
  type ClientCapabilities,
  type Connection,
  type SemanticTokensDeltaParams,
  SemanticTokensDeltaRequest,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Asked } from './asked.ts';
import { fromRange, fromUri } from './fromProto.ts';
import type { Log } from './guard.ts';
import { refreshTokens } from './refreshTokens.ts';
import type { Session } from './session.ts';
import { encoded, ToldTokens } from './tokens.ts';

/** Answers with tokens, with what changed of them since they were told, and asks for the question where they changed by themselves. */
export function answerTokens(
  connection: Connection,
  session: Session,
  asked: Asked,
  client: () => ClientCapabilities,
  log: Log,
): void {
  const told = new ToldTokens();
  connection.onRequest(
    SemanticTokensRequest.type,
    asked('semanticTokens', (session, { textDocument: { uri } }: SemanticTokensParams) => {
      const data = tokensOf(session, uri);
      return data ? told.full(uri, data) : null;
    }),
  );
  connection.onRequest(
    SemanticTokensDeltaRequest.type,
    asked('semanticTokens/delta', (session, { textDocument: { uri }, previousResultId }: SemanticTokensDeltaParams) => {
      const data = tokensOf(session, uri);
      return data ? told.since(uri, previousResultId, data) : null;
    }),
  );
  connection.onRequest(
    SemanticTokensRangeRequest.type,
    asked('semanticTokens/range', (session, { textDocument: { uri }, range }: SemanticTokensRangeParams) => {
      const data = tokensOf(session, uri, fromRange(session, { textDocument: { uri }, range })?.within);
      return data ? { data } : null;
    }),
  );
  session.documents.onDidClose(({ document }) => told.forget(document.uri));
  refreshTokens(connection, session, client, log);
}

/** As numbers; undefined where the uri is no document of a corpus. */
function tokensOf(session: Session, uri: string, within?: core.Span): number[] | undefined {
  const found = fromUri(session, uri);
  const tokens = found && core.semanticTokens(found.corpus.snapshot, found.document.path, within);
  return tokens && encoded(found.document.lines, tokens);
}
