import { type CancellationToken, commands, Disposable, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  type MissingNote,
  type MissingNotesParams,
  type MissingNotesResult,
  type MissingPlacesParams,
  type MissingPlacesResult,
  missingNotesRequest,
  missingPlacesRequest,
} from '../../server/protocol.ts';
import { folderName } from '../folders.ts';
import { wholeOf } from '../plain.ts';
import type { Session } from '../session/session.ts';
import { counted, grouped } from '../words.ts';
import { describe, type Filter, filterOf } from './filter.ts';
import { wakeWhenSeen, without } from './following.ts';
import { keyOf, labelOf } from './label.ts';
import { openTree } from './liveTree.ts';
import { moreRow } from './more.ts';
import { documentRow, kindIcon } from './places.ts';
import type { Answer, Row } from './rows.ts';

const id = 'noteCorpus.missing';

/** So many missing notes are asked for at first, and more at every "Load more". */
const page = 500;

/** Milliseconds after a change before it is asked again: all references are counted for the answer. */
const pause = 300;

/** A row that stands for a missing note, for the commands in its menu. */
export interface MissingRow extends Row {
  readonly missing: Pick<MissingNote, 'title' | 'corpus'>;
}

/** The Missing notes view: titles that are named and that no document has, most wanted first. */
export function openMissing(session: Session): Disposable {
  let limit = page;
  const tree = openTree(id, (token) => answerFor(session, limit, filter, token));
  const filter = filterOf(id, 'titles', () => {
    limit = page;
    tree.refresh();
  });
  // Also while nobody looks: the title of the view tells it then.
  const tell = () => {
    if (!filter.words) tree.view.description = allMissing(session);
  };
  return Disposable.from(
    tree,
    filter,
    wakeWhenSeen(tree, session),
    session.onDidChangeState(tell),
    session.onDidChangeCorpus(() => tree.refresh(tree.isShown && session.active ? pause : 0)),
    commands.registerCommand('noteCorpus.filterMissing', () => filter.ask()),
    commands.registerCommand('noteCorpus.clearMissingFilter', () => filter.clear()),
    commands.registerCommand('noteCorpus.loadMoreMissing', () => {
      limit += page;
      tree.refresh();
    }),
  );
}

/** "38": how many there are in all corpora. */
function allMissing({ status }: Session): string {
  const total = status.reduce((sum, { isCorpus, missing }) => sum + (isCorpus ? missing : 0), 0);
  return total > 0 ? grouped(total) : '';
}

async function answerFor(
  session: Session,
  limit: number,
  filter: Filter,
  token: CancellationToken,
): Promise<Answer | undefined> {
  if (!session.active) return without(session);
  const params: MissingNotesParams = { limit, filter: filter.words };
  const result = await session.ask<MissingNotesResult>(missingNotesRequest, params, token);
  if (!result) return undefined;
  const several = new Set(result.notes.map(({ corpus }) => corpus)).size > 1;
  const rows: Row[] = result.notes.map((note) => missingRow(session, note, several));
  const left = result.total - result.notes.length;
  if (left > 0) rows.push(moreRow('missing', left, 'noteCorpus.loadMoreMissing'));
  return {
    rows,
    description: filter.words ? describe(filter, counted(result.total, 'missing note')) : allMissing(session),
    fingerprint: JSON.stringify(result),
    ...(rows.length === 0 && { nothing: filter.words ? ('filtered' as const) : ('found' as const) }),
  };
}

function missingRow(session: Session, missing: MissingNote, several: boolean): MissingRow {
  const { title, corpus } = missing;
  const item = new TreeItem(labelOf(title), TreeItemCollapsibleState.Collapsed);
  const uses = [
    ...(missing.inquiries > 0 ? [counted(missing.inquiries, 'inquiring line')] : []),
    counted(missing.places, 'place'),
  ].join(' · ');
  const where = several ? `${folderName(corpus)} · ${uses}` : uses;
  item.id = `missing/${corpus}/${keyOf(title)}`;
  item.iconPath = new ThemeIcon(kindIcon.missing);
  item.description = where;
  item.tooltip = `${wholeOf(title)}\nNo document has this title. It is named by ${counted(missing.documents, 'document')}: ${where}.`;
  item.accessibilityInformation = { label: `${labelOf(title)}, missing, ${where}` };
  item.contextValue = 'missing';
  const children = async () => {
    const params: MissingPlacesParams = { corpus, title };
    const citing = await session.ask<MissingPlacesResult>(missingPlacesRequest, params);
    return (citing ?? []).map((each) => documentRow(`${item.id}`, each));
  };
  return { item, children, missing, names: { title } };
}
