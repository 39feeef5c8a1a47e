import type { PrepareRenameParams, Range, RenameFilesParams, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { MoveFilesResult, RenameResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { type At, fromPosition } from './fromProto.ts';
import { positionIn, textIn, urisIn } from './params.ts';
import { proven, toWorkspaceEdit } from './proof.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';

// Rename of titles, and what follows when files move: for any client, and with proof for ours. Nothing is applied here.

export function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): { range: Range; placeholder: string } | null {
  const found = fromPosition(session, params);
  const target = found && core.renameTarget(found.corpus.snapshot, found.at);
  if (!target) return null;
  const { span, name } = granted(target);
  return { range: toRange(found.document.lines, span), placeholder: name };
}

export async function rename(session: Session, { newName, ...params }: RenameParams): Promise<WorkspaceEdit | null> {
  const found = await renamed(session, params, newName, false);
  return found && 'files' in found.answer ? toWorkspaceEdit(found.corpus, found.answer.files) : null;
}

/** The same, of our own client, which may rename files too. */
export async function provenRename(session: Session, params: unknown): Promise<RenameResult | null> {
  const place = { textDocument: { uri: textIn(params, 'uri') }, position: positionIn(params, 'position') };
  const found = await renamed(session, place, textIn(params, 'newName'), true);
  if (!found) return null;
  const { corpus, answer } = found;
  if ('files' in answer) return { edit: proven(corpus, `Rename “${shortened(answer.from)}”`, answer.files) };
  const { from, to } = answer.move;
  return { move: { oldUri: corpus.uris.uriOf(from), newUri: corpus.uris.uriOf(to) } };
}

async function renamed(
  session: Session,
  params: PrepareRenameParams,
  newName: string,
  moves: boolean,
): Promise<{ corpus: Corpus; answer: core.Rename } | undefined> {
  const found = fromPosition(session, params);
  if (!found) return undefined;
  const { corpus } = found;
  const before = corpus.snapshot;
  const answer = renameAt(found, newName, moves);
  // What the index says of a closed file may be out of date: a checkout that nobody has announced yet. Our own client makes
  // sure of each file; for others a look at those that nobody watches is all that can be done.
  if ('files' in answer && (moves || !session.watched)) await session.freshen(corpus, pathsOf(answer.files));
  if (corpus.snapshot === before) return { corpus, answer };
  const again = fromPosition(session, params);
  return again && { corpus, answer: renameAt(again, newName, moves) };
}

function renameAt({ corpus, at }: At & { at: core.FilePosition }, newName: string, moves: boolean): core.Rename {
  const { keepAlias } = corpus.settings;
  return granted(core.rename(corpus.snapshot, at, newName, { keepAlias, moves }));
}

/** Files and folders are about to move (LSP 3.17, "WillRenameFiles Request"): what keeps the links is answered, and not done. */
export async function willRenameFiles(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const edits = await moved(session, files);
  const documentChanges = edits.flatMap(({ corpus, files }) => toWorkspaceEdit(corpus, files).documentChanges ?? []);
  return documentChanges.length > 0 ? { documentChanges } : null;
}

export async function provenMove(session: Session, params: unknown): Promise<MoveFilesResult> {
  const edits = await moved(session, urisIn(params, 'files'));
  const label = 'Update links to what moves';
  const files = edits.flatMap(({ corpus, files }) => proven(corpus, label, files).files);
  return files.length > 0 ? { label, files } : null;
}

/** Edits by corpus: links never cross one. */
async function moved(
  session: Session,
  files: readonly { oldUri: string; newUri: string }[],
): Promise<{ corpus: Corpus; files: core.FileEdits[] }[]> {
  const moves = new Map<Corpus, core.Move[]>();
  for (const { oldUri, newUri } of files) {
    const corpus = session.corpusOf(oldUri);
    const [from, to] = [corpus?.uris.pathOf(oldUri), corpus?.uris.pathOf(newUri)];
    if (!corpus?.settings.updateOnMove || from === undefined || to === undefined) continue;
    moves.set(corpus, [...(moves.get(corpus) ?? []), { from, to }]);
  }
  const found: { corpus: Corpus; files: core.FileEdits[] }[] = [];
  for (const [corpus, own] of moves) {
    const edits = (): core.FileEdits[] => core.moveEdits(corpus.snapshot, own);
    await session.freshen(corpus, pathsOf(edits()));
    found.push({ corpus, files: edits() });
  }
  return found;
}

const pathsOf = (files: readonly core.FileEdits[]): string[] => files.map(({ path }) => path);

/** @throws Refusal where the core says no. */
function granted<T extends object>(answer: T | core.Refused): T {
  if ('refused' in answer) throw new Refusal(answer.refused);
  return answer;
}

const shortened = (title: string): string => (title.length <= 60 ? title : `${title.slice(0, 59).trimEnd()}…`);
