import type {
  ClientCapabilities,
  Connection,
  FoldingRange,
  FoldingRangeParams,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
  SelectionRange,
  SelectionRangeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Asked } from './asked.ts';
import { fromPosition, fromUri } from './fromProto.ts';
import type { Log } from './guard.ts';
import { answerTokens } from './semanticTokens.ts';
import type { Session } from './session.ts';
import { LEGEND } from './tokens.ts';
import { toFoldingRange, toRange, toSelectionRange } from './toProto.ts';

// How a text looks and moves: what an editor asks by itself whenever a text is shown or edited. Where a file is no document
// the answer is `null`, not an empty list, so that the editor does what it does without us.

export const APPEARANCE: ServerCapabilities = {
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  linkedEditingRangeProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
};

export function answerAppearance(
  connection: Connection,
  session: Session,
  asked: Asked,
  client: () => ClientCapabilities,
  log: Log,
): void {
  connection.onFoldingRanges(
    asked('foldingRange', (session, params: FoldingRangeParams) =>
      foldingRanges(session, params, client().textDocument?.foldingRange?.rangeLimit),
    ),
  );
  connection.onSelectionRanges(asked('selectionRange', selectionRanges));
  connection.languages.onLinkedEditingRange(asked('linkedEditingRange', linkedEditing));
  answerTokens(connection, session, asked, client, log);
}

function foldingRanges(session: Session, { textDocument }: FoldingRangeParams, most?: number): FoldingRange[] | null {
  const found = fromUri(session, textDocument.uri);
  const folds = found && core.foldingRanges(found.corpus.snapshot, found.document.path, most);
  return folds?.map(toFoldingRange) ?? null;
}

function selectionRanges(session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] | null {
  const found = fromUri(session, textDocument.uri);
  if (!found) return null;
  const { lines, path } = found.document;
  const text = found.corpus.textOf(path) ?? '';
  const offsets = positions.map((each) => core.offsetAt(text, lines, each));
  const chains = core.selectionRanges(found.corpus.snapshot, path, offsets);
  return chains?.map((chain) => toSelectionRange(lines, chain)) ?? null;
}

function linkedEditing(session: Session, params: LinkedEditingRangeParams): LinkedEditingRanges | null {
  const found = fromPosition(session, params);
  const linked = found && core.linkedEditing(found.corpus.snapshot, found.at);
  if (!linked) return null;
  return { ranges: linked.spans.map((each) => toRange(found.document.lines, each)), wordPattern: linked.words };
}
