import { Disposable, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import {
  type NamedDocument,
  type OutgoingGroup,
  type OutgoingParams,
  type OutgoingPlacesParams,
  type OutgoingResult,
  type OutgoingRow,
  outgoingPlacesRequest,
  outgoingRequest,
  type PlacesResult,
} from '../../server/protocol.ts';
import type { ActiveDocument } from '../activeDocument.ts';
import { shownPath } from '../documents.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { openFollowing } from './following.ts';
import { group } from './group.ts';
import { labelOf, wholeOf } from './label.ts';
import type { MissingRow } from './missing.ts';
import { kindIcon, openAt, placeRows, roleWords } from './places.ts';
import type { Answer, Row } from './rows.ts';

/** The Sources and Links Out view: what the active document names. */
export function openOutgoing(session: Session, editor: ActiveDocument): Disposable {
  /** Whether somebody has unfolded a row, so that there are sentences to keep up to date. */
  let unfolded = 0;
  const tree = openFollowing('noteCorpus.outgoing', session, editor, async (uri, token) => {
    const params: OutgoingParams = { uri: uri.toString() };
    const result = await session.ask<OutgoingResult | null>(outgoingRequest, params, token);
    if (!result) return result;
    return answerOf(result, unfolded, async (params) => {
      unfolded++;
      return (await session.ask<PlacesResult>(outgoingPlacesRequest, params)) ?? [];
    });
  });
  return Disposable.from(tree);
}

type AskPlaces = (params: OutgoingPlacesParams) => Promise<PlacesResult>;

function answerOf(result: OutgoingResult, unfolded: number, ask: AskPlaces): Answer {
  const rows = result.groups.map((each) => roleGroup(result, each, ask)).filter((each) => each !== undefined);
  const all = result.groups.flatMap((each) => each.rows);
  const wrong = all.filter(({ status }) => status !== 'resolved').length;
  return {
    rows,
    description: wrong > 0 ? `${counted(wrong, 'title')} without a document` : '',
    fingerprint: JSON.stringify([result, unfolded]),
    ...(rows.length === 0 && { nothing: 'found' as const }),
  };
}

function roleGroup(result: OutgoingResult, { role, total, rows }: OutgoingGroup, ask: AskPlaces): Row | undefined {
  const row = (each: OutgoingRow): Row => namedRow(result, role, each, ask);
  const left = total - rows.length;
  const rest = left > 0 ? { item: new TreeItem(`and ${counted(left, 'more', 'more')}`) } : undefined;
  return group(roleWords[role] || 'Named in the body', role, rows, row, total, rest);
}

/** How each status looks, and what is said of it. */
const statusLook: Record<Exclude<OutgoingRow['status'], 'resolved'>, { icon: string; said: string }> = {
  missing: { icon: kindIcon.missing, said: 'no document has this title' },
  ambiguous: { icon: 'versions', said: 'several documents have this title' },
  broken: { icon: 'warning', said: 'no such file' },
};

function namedRow(result: OutgoingResult, role: OutgoingGroup['role'], row: OutgoingRow, ask: AskPlaces): Row {
  const { title, status, targets, places, first, relation } = row;
  const item = new TreeItem(labelOf(title), TreeItemCollapsibleState.Collapsed);
  const [target] = status === 'resolved' ? targets : [];
  const id = `${role}/${status}/${target?.uri ?? title}`;
  const said = [
    status === 'resolved' ? '' : statusLook[status].said,
    relation ? (relation.type ?? '') : '',
    places > 1 ? counted(places, 'place') : '',
    target ? shownPath(Uri.parse(target.uri)) : '',
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
    return [...(status === 'ambiguous' ? targets.map((each) => candidateRow(id, each)) : []), ...placeRows(id, found)];
  };
  if (target) {
    const opens = Uri.parse(target.uri);
    item.contextValue = 'document';
    return { item, opens, names: { title, uri: opens }, children };
  }
  if (status !== 'missing') return { item, opens: Uri.parse(result.uri), children };
  item.contextValue = 'missing';
  const missing: MissingRow['missing'] = { title, corpus: result.corpus };
  const made: MissingRow = { item, opens: Uri.parse(result.uri), names: { title }, children, missing };
  return made;
}

/** One of the documents that a title may mean. */
function candidateRow(parent: string, { uri, title, kind }: NamedDocument): Row {
  const opens = Uri.parse(uri);
  const item = new TreeItem(labelOf(title));
  item.id = `${parent}/${uri}`;
  item.iconPath = new ThemeIcon(kindIcon[kind]);
  item.description = shownPath(opens);
  item.tooltip = `${wholeOf(title)}\n${item.description}`;
  item.accessibilityInformation = { label: `${labelOf(title)}, ${kind}, may be meant, ${item.description}` };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [opens] };
  item.contextValue = 'document';
  return { item, opens, names: { title, uri: opens } };
}
