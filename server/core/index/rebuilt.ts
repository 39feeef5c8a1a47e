import { summarize } from '../syntax/summarize.ts';
import { type ProseColumns, proseColumns, type Sheet, sheetOf } from './sheet.ts';
import { currentText, documentsOf, type Snapshot } from './snapshot.ts';
import { type Change, Workspace } from './workspace.ts';

/** A document that was read, and is not yet looked through for the titles of all. */
interface Read {
  readonly path: string;
  readonly sheet: Sheet;
  readonly prose: ProseColumns;
}

/**
 * The snapshot that the same files make when they are read anew, at once, by nothing that is known already. In steps, a file
 * each; undefined where a document is no longer the one that the snapshot knows.
 */
export function* rebuilt(snapshot: Snapshot): Generator<void, Snapshot | undefined> {
  const workspace = new Workspace(snapshot.textOf, { minimumWords: snapshot.minimumWords });
  const documents = documentsOf(snapshot);
  const read: Read[] = [];
  for (const document of documents) {
    yield;
    const text = currentText(snapshot, document);
    const summary = text === undefined ? undefined : summarize(document.path, text);
    if (!summary) return undefined;
    const sheet = sheetOf(document.path, summary, workspace.numbering);
    workspace.learn(sheet);
    read.push({ path: document.path, sheet, prose: proseColumns(summary.prose) });
  }
  const changes: Change[] = [];
  for (const [at, { path, sheet, prose }] of read.entries()) {
    yield;
    const text = currentText(snapshot, documents[at]!);
    if (text === undefined) return undefined;
    const { lexicon } = workspace;
    changes.push({ path, condensed: { sheet, finds: lexicon.scan(text, prose), scanned: lexicon.size } });
  }
  const known = new Set(read.map(({ path }) => path));
  for (const path of snapshot.files) if (!known.has(path)) changes.push({ path, present: true });
  return workspace.apply(changes);
}
