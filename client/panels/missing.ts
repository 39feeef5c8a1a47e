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
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { openTree } from './liveTree.ts';
import { documentRow, kindIcon } from './places.ts';
import type { Answer, Row } from './rows.ts';

/** So many missing notes are asked for at first, and more at every "Load more". */
const page = 500;

/** A row that stands for a missing note, for the commands in its menu. */
export interface MissingRow extends Row {
  readonly missing: MissingNote;
}

/** The Missing notes view: titles that are named and that no document has, most wanted first. */
export function openMissing(session: Session): Disposable {
  let limit = page;
  const tree = openTree('noteCorpus.missing', (token) => answerFor(session, limit, token));
  const badge = () => {
    const total = session.status.reduce((sum, { isCorpus, missing }) => sum + (isCorpus ? missing : 0), 0);
    tree.view.badge = total > 0 ? { value: total, tooltip: counted(total, 'missing note') } : undefined;
  };
  return Disposable.from(
    tree,
    session.onDidChangeState(badge),
    session.onDidChangeCorpus(() => tree.refresh()),
    tree.view.onDidChangeVisibility(({ visible }) => {
      if (visible && !session.running) void session.wake();
    }),
    commands.registerCommand('noteCorpus.loadMoreMissing', () => {
      limit += page;
      tree.refresh();
    }),
  );
}

async function answerFor(session: Session, limit: number, token: CancellationToken): Promise<Answer | undefined> {
  if (!session.active) return { rows: [], fingerprint: 'no corpus' };
  const params: MissingNotesParams = { limit };
  const result = await session.ask<MissingNotesResult>(missingNotesRequest, params, token);
  if (!result) return undefined;
  const several = new Set(result.notes.map(({ corpus }) => corpus)).size > 1;
  const rows: Row[] = result.notes.map((note) => missingRow(session, note, several));
  if (result.total > result.notes.length) rows.push(moreRow(result.total - result.notes.length));
  const answer = { rows, fingerprint: JSON.stringify(result) };
  return rows.length > 0 ? answer : { ...answer, message: 'Every title that is named has a document.' };
}

function missingRow(session: Session, missing: MissingNote, several: boolean): MissingRow {
  const { title, corpus } = missing;
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  const uses = [
    ...(missing.inquiries > 0 ? [counted(missing.inquiries, 'inquiring line')] : []),
    counted(missing.places, 'place'),
  ].join(' · ');
  const where = several ? `${folderName(corpus)} · ${uses}` : uses;
  item.id = `missing/${corpus}/${title}`;
  item.iconPath = new ThemeIcon(kindIcon.missing);
  item.description = where;
  item.tooltip = `${title}\nNo document has this title. It is named by ${counted(missing.documents, 'document')}: ${where}.`;
  item.accessibilityInformation = { label: `${title}, missing, ${where}` };
  item.contextValue = 'missing';
  const children = async () => {
    const params: MissingPlacesParams = { corpus, title };
    const citing = await session.ask<MissingPlacesResult>(missingPlacesRequest, params);
    return (citing ?? []).map((each) => documentRow(`${item.id}`, each));
  };
  return { item, children, missing };
}

function moreRow(left: number): Row {
  const item = new TreeItem(`Load more (${counted(left, 'missing note')} left)`);
  item.id = 'more';
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'noteCorpus.loadMoreMissing', title: 'Load More' };
  return { item };
}
