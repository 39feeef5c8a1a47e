import { commands, Disposable, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import {
  type OutgoingGroup,
  type OutgoingParams,
  type OutgoingPlacesParams,
  type OutgoingResult,
  type OutgoingRow,
  outgoingPlacesRequest,
  outgoingRequest,
  type PlacesResult,
} from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { wholeOf } from '../plain.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { openFollowing } from './following.ts';
import { group } from './group.ts';
import { keyOf, labelOf } from './label.ts';
import type { MissingRow } from './missing.ts';
import { moreRow } from './more.ts';
import { kindIcon, openAt, openingRow, placeRows, roleWords } from './places.ts';
import type { Answer, Row } from './rows.ts';
import type { Subject } from './subject.ts';

/** So many rows of a role are asked for at first, and more at every "Load more". */
const page = 500;

/** The Sources and Links Out view: what the active document names. */
export function openOutgoing(session: Session, subject: Subject): Disposable {
  /** How often somebody has unfolded a row: there are sentences to keep up to date then. */
  let unfolded = 0;
  let limit = page;
  const tree = openFollowing('noteCorpus.outgoing', session, subject, async (uri, token) => {
    const params: OutgoingParams = { uri: uri.toString(), limit };
    const result = await session.ask<OutgoingResult | null>(outgoingRequest, params, token);
    if (!result) return result;
    return answerOf(result, unfolded, async (params) => {
      unfolded++;
      return (await session.ask<PlacesResult>(outgoingPlacesRequest, params)) ?? [];
    });
  });
  return Disposable.from(
    tree,
    subject.onDidChange(() => {
      limit = page;
    }),
    commands.registerCommand('noteCorpus.loadMoreOutgoing', () => {
      limit += page;
      tree.refresh();
    }),
  );
}

type AskPlaces = (params: OutgoingPlacesParams) => Promise<PlacesResult>;

function answerOf(result: OutgoingResult, unfolded: number, ask: AskPlaces): Answer {
  const rows = result.groups.map((each) => roleGroup(result, each, ask)).filter((each) => each !== undefined);
  return {
    rows,
    description: wrongIn(result),
    fingerprint: JSON.stringify([result, unfolded]),
    ...(rows.length === 0 && { nothing: 'found' as const }),
  };
}

/** "2 missing notes · 1 broken link": titles, however often they are named. */
function wrongIn({ groups }: OutgoingResult): string {
  const all = groups.flatMap((each) => each.rows);
  const count = (wanted: OutgoingRow['status'], what: string): string => {
    const titles = new Set(all.flatMap(({ status, title }) => (status === wanted ? [title] : [])));
    return titles.size > 0 ? counted(titles.size, what) : '';
  };
  return [count('missing', 'missing note'), count('ambiguous', 'ambiguous title'), count('broken', 'broken link')]
    .filter(Boolean)
    .join(' · ');
}

function roleGroup(result: OutgoingResult, { role, total, rows }: OutgoingGroup, ask: AskPlaces): Row | undefined {
  const row = (each: OutgoingRow): Row => namedRow(result, role, each, ask);
  const left = total - rows.length;
  const rest = left > 0 ? moreRow(role, left, 'noteCorpus.loadMoreOutgoing') : undefined;
  return group(roleWords[role] || 'Named in the body', role, rows, row, total, rest);
}

/** How each status looks, and what is said of it. */
const statusLook: Record<Exclude<OutgoingRow['status'], 'resolved'>, { icon: string; said: string }> = {
  missing: { icon: kindIcon.missing, said: 'no document has this title' },
  ambiguous: { icon: 'versions', said: 'several documents have this title' },
  broken: { icon: 'warning', said: 'no such file' },
};

function namedRow(result: OutgoingResult, role: OutgoingGroup['role'], named: OutgoingRow, ask: AskPlaces): Row {
  const { title, status, targets, places, first, relation } = named;
  const item = new TreeItem(labelOf(title), TreeItemCollapsibleState.Collapsed);
  const [target] = status === 'resolved' ? targets : [];
  const id = `${role}/${status}/${target?.uri ?? keyOf(title)}`;
  const said = [
    status === 'resolved' ? '' : statusLook[status].said,
    relation ? (relation.type ?? '') : '',
    places > 1 ? counted(places, 'place') : '',
    target ? labelOf(shownPath(Uri.parse(target.uri))) : '',
  ].filter(Boolean);
  item.id = id;
  item.description = said.join(' · ');
  item.iconPath =
    status === 'resolved'
      ? new ThemeIcon(kindIcon[target?.kind ?? 'page'])
      : new ThemeIcon(statusLook[status].icon, new ThemeColor('list.warningForeground'));
  item.tooltip = [wholeOf(title), item.description, ...(relation ? ['', wholeOf(relation.sentence)] : [])].join('\n');
  item.accessibilityInformation = { label: [labelOf(title), target?.kind ?? status, ...said].join(', ') };
  item.command = target
    ? { command: 'vscode.open', title: 'Open', arguments: [Uri.parse(target.uri)] }
    : openAt(result.uri, first);
  const children = async (): Promise<Row[]> => {
    const found = await ask({ uri: result.uri, role, first: first.start });
    const candidates = status === 'ambiguous' ? targets.map((each) => openingRow(id, each)) : [];
    return [...candidates, ...placeRows(id, found, names)];
  };
  const names = target ? { title, uri: Uri.parse(target.uri) } : status === 'missing' ? { title } : undefined;
  const row: Row = { item, opens: Uri.parse(target?.uri ?? result.uri), ...(names && { names }), children };
  if (target) item.contextValue = 'document';
  if (status !== 'missing') return row;
  item.contextValue = 'missing';
  const made: MissingRow = { ...row, missing: { title, corpus: result.corpus } };
  return made;
}
