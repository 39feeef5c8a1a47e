import type { TextEdit } from 'vscode-languageserver';
import { type Document, documentsOf, updateLists, updating } from '../core/index.ts';
import type { UpdateListsResult } from '../protocol.ts';
import type { Corpus } from './corpus.ts';
import { fromUri } from './fromProto.ts';
import { textsIn } from './params.ts';
import { proving } from './proof.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { toRange } from './toProto.ts';
import { inTurns } from './turns.ts';

/** So many documents and folders can be named. */
const MOST = 10_000;

/** What brings lists up to date (`noteCorpus/updateLists`), worked out in stretches: a corpus has many. */
export async function updatedLists(session: Session, params: unknown): Promise<UpdateListsResult> {
  const uris = textsIn(params, 'uris', MOST).map((uri) => uri.replace(/\/+$/, ''));
  const corpus = uris[0] === undefined ? undefined : session.corpusOf(uris[0]);
  if (!corpus) throw new Refusal('This does not belong to a corpus.');
  // What the index says of a closed file may be out of date.
  await session.freshen(
    corpus,
    documentsIn(corpus, uris).map(({ path }) => path),
  );
  const documents = documentsIn(corpus, uris);
  const { files, left } = (await inTurns(updating(corpus.snapshot, documents)))!;
  const label = files.length === 1 ? 'Update Lists' : `Update Lists in ${files.length} Documents`;
  const edit = files.length > 0 ? (await inTurns(proving(corpus, label, files)))! : null;
  return { edit, documents: documents.length, left: left.map(({ path }) => corpus.uris.uriOf(path)) };
}

function documentsIn({ snapshot, uris: { folder, pathOf } }: Corpus, uris: readonly string[]): Document[] {
  const isAll = uris.includes(folder.replace(/\/+$/, ''));
  const paths = uris.flatMap((uri) => pathOf(uri) ?? []);
  return documentsOf(snapshot).filter(
    ({ path }) => isAll || paths.some((each) => path === each || path.startsWith(`${each}/`)),
  );
}

/** The lists of a document that is about to be saved, where its reader wants that (LSP 3.17, "WillSaveWaitUntil Request"). */
export function listsBeforeSaving(session: Session, uri: string): TextEdit[] {
  const found = fromUri(session, uri);
  if (!found?.corpus.settings.updateOnSave) return [];
  const { corpus, document } = found;
  const own = updateLists(corpus.snapshot, [document]).files.find(({ path }) => path === document.path);
  return (own?.edits ?? []).map(({ span, after }) => ({ range: toRange(document.lines, span), newText: after }));
}
