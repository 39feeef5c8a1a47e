import { resolvedReferencesOf } from '../../index/references.ts';
import { type ProseColumns, proseColumns, type Sheet, sheetOf } from '../../index/sheet.ts';
import { documentAt, documentsOf, type Snapshot, type TextOf } from '../../index/snapshot.ts';
import { summaryOf } from '../../index/summaries.ts';
import { type Change, Workspace } from '../../index/workspace.ts';
import { summarize } from '../../syntax/summarize.ts';
import { edited } from '../edits.ts';
import type { Conversion } from './convert.ts';
import { differenceBetween } from './sameSaying.ts';
import { type Saying, sayingOf } from './saying.ts';

/**
 * Reads the corpus as it would be after a conversion, and compares all that its documents say. Answers what would be otherwise, in a
 * sentence; undefined where nothing would.
 */
export function* proveAll(
  snapshot: Snapshot,
  { files, edits }: Pick<Conversion, 'files' | 'edits'>,
): Generator<number, string | undefined> {
  const texts = new Map<string, string>(files.map(({ path, text }) => [path, text]));
  const moved = new Map(files.map(({ from, path }) => [from, path]));
  for (const each of edits) {
    const text = snapshot.textOf(each.path);
    if (text !== undefined) texts.set(each.path, edited(text, each.edits));
  }
  const textOf = (path: string): string | undefined => texts.get(path) ?? snapshot.textOf(path);
  const pathOf = (path: string): string => moved.get(path) ?? path;
  const after = yield* readAgain(snapshot, textOf, pathOf);
  for (const document of documentsOf(snapshot)) {
    yield files.length;
    const [before, then] = [saidBy(snapshot, document.path, pathOf), saidBy(after, pathOf(document.path))];
    if (!before) continue;
    const difference = then ? differenceBetween(before, withWordsOf(before, then)) : 'it would be no document';
    if (difference !== undefined) {
      return `Nothing was converted: the corpus would not say the same, since in “${document.path}” ${difference}.`;
    }
  }
  return undefined;
}

/** The corpus with other texts and paths, read in steps: all titles first, and then who names them. */
function* readAgain(snapshot: Snapshot, textOf: TextOf, pathOf: (path: string) => string): Generator<number, Snapshot> {
  const workspace = new Workspace(textOf, { minimumWords: snapshot.minimumWords });
  const { lexicon, numbering } = workspace;
  const read: { path: string; sheet: Sheet; prose: ProseColumns }[] = [];
  for (const { path: from } of documentsOf(snapshot)) {
    yield 0;
    const path = pathOf(from);
    const summary = summarize(path, textOf(path) ?? '');
    if (!summary) continue;
    const sheet = sheetOf(path, summary, numbering);
    workspace.learn(sheet);
    read.push({ path, sheet, prose: proseColumns(summary.prose) });
  }
  const others = Array.from(snapshot.files).filter((path) => !documentAt(snapshot, path));
  const changes: Change[] = others.map((path) => ({ path, present: true }));
  for (const { path, sheet, prose } of read) {
    yield 0;
    const finds = lexicon.scan(textOf(path) ?? '', prose);
    changes.push({ path, condensed: { sheet, finds, scanned: lexicon.size } });
  }
  return workspace.apply(changes);
}

/** Words were compared when each text was converted. What has changed since are links that follow. */
function withWordsOf(before: Saying, then: Saying): Saying {
  const sections = then.sections.map((section, at) => ({
    ...section,
    entries: section.entries.map((entry, number) => {
      const { summary, relation } = before.sections[at]?.entries[number] ?? entry;
      return { ...entry, summary, relation };
    }),
  }));
  return { ...then, sections, words: before.words };
}

function saidBy(snapshot: Snapshot, path: string, pathOf?: (path: string) => string): Saying | undefined {
  const document = documentAt(snapshot, path);
  const text = snapshot.textOf(path);
  const summary = document && summaryOf(snapshot, document);
  if (!document || !summary || text === undefined) return undefined;
  return sayingOf(snapshot, text, { summary, references: resolvedReferencesOf(snapshot, document) }, pathOf);
}
