import { commands, Disposable, type ExtensionContext, ThemeIcon, TreeItem, Uri } from 'vscode';
import {
  type BacklinkGroup,
  type BacklinkPlacesParams,
  type BacklinkRow,
  type BacklinksResult,
  backlinkPlacesRequest,
  type Declared,
  type PlacesResult,
  type SectionRole,
} from '../../server/protocol.ts';
import { wholeOf } from '../plain.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { counted } from '../words.ts';
import { pickArrangement, recallArrangement } from './arrangement.ts';
import { pagesOf } from './backlinkPages.ts';
import { describe, type Filter, filterOf } from './filter.ts';
import { openFollowing } from './following.ts';
import { group } from './group.ts';
import { labelOf } from './label.ts';
import { listUser, type UserRow } from './listUser.ts';
import { moreRow } from './more.ts';
import { openAt, placeRows, usingRow } from './places.ts';
import type { Answer, Row } from './rows.ts';
import type { Subject } from './subject.ts';

const id = 'noteCorpus.backlinks';

/** The Backlinks view: who uses the active document. */
export function openBacklinks(context: ExtensionContext, session: Session, subject: Subject): Disposable {
  const state = context.workspaceState;
  const pages = pagesOf(session);
  /** Whether somebody has unfolded a row, so that there are sentences to keep up to date. */
  let unfolded = false;
  const tree = openFollowing(id, session, subject, async (uri, token) => {
    const arrangement = recallArrangement(state);
    const params = { uri: uri.toString(), ...arrangement, filter: filter.words };
    const result = await pages.ask(params, token);
    if (!result) return result;
    const showing: Showing = {
      result,
      filter,
      byEdit: arrangement.sortBy === 'recent',
      placesOf: async (row, role) => {
        unfolded = true;
        const asked: BacklinkPlacesParams = { uri: result.uri, user: row.uri, ...(role && { role }) };
        return (await session.ask<PlacesResult>(backlinkPlacesRequest, asked)) ?? [];
      },
    };
    const { version, ...rest } = result;
    return { ...answerOf(showing), fingerprint: JSON.stringify([rest, arrangement, unfolded && version]) };
  });
  const filter = filterOf(id, 'titles and sentences', () => tree.refresh());
  return Disposable.from(
    tree,
    filter,
    commands.registerCommand('noteCorpus.filterBacklinks', () => filter.ask()),
    commands.registerCommand('noteCorpus.clearBacklinksFilter', () => filter.clear()),
    commands.registerCommand('noteCorpus.arrangeBacklinks', async () => {
      if (await pickArrangement(state)) tree.refresh();
    }),
    commands.registerCommand('noteCorpus.loadMoreBacklinks', (group: string) => {
      pages.want(group);
      tree.refresh();
    }),
    commands.registerCommand(
      'noteCorpus.listUser',
      ifTrusted((row: UserRow) => listUser(session, row)),
    ),
  );
}

/** What the rows are made of. */
interface Showing {
  readonly result: BacklinksResult;
  readonly filter: Filter;
  /** Whether they stand in the order of their last edits: then it is told. */
  readonly byEdit: boolean;
  placesOf(row: BacklinkRow, role: SectionRole | undefined): Promise<PlacesResult>;
}

function answerOf(showing: Showing): Omit<Answer, 'fingerprint'> {
  const { result, filter } = showing;
  const unbacked = filter.words ? [] : result.declared.filter(({ status }) => status !== 'listed');
  const rows = [...result.groups.map((each) => usingGroup(showing, each)), declaredGroup(result.uri, unbacked)].filter(
    (each) => each !== undefined,
  );
  const { total, left, inquiries } = result;
  const documents = counted(total, 'document');
  const count = filter.words ? `${left} of ${documents}` : inquiries > 0 ? counted(inquiries, 'inquiring line') : '';
  return {
    rows,
    description: describe(filter, count),
    ...(total > 0 && {
      badge: { value: total, tooltip: `${documents} ${total === 1 ? 'uses' : 'use'} “${labelOf(result.title)}”` },
    }),
    ...(rows.length === 0 && { nothing: total > 0 ? 'filtered' : 'found' }),
  };
}

/** Where those who name a document do so, said of them. */
const userRoleWords: Record<SectionRole, string> = {
  sources: 'Among their Sources',
  body: 'In their body',
  related: 'Among their related concepts',
  'used-by': 'In their list of inquiring lines',
  next: 'Among their next inquiring lines',
  prompt: 'In their research prompt',
  papers: 'Among their papers',
  'original-title': 'As their original title',
};

function usingGroup(showing: Showing, { key, total, rows }: BacklinkGroup): Row | undefined {
  const { result } = showing;
  const what = { inquiry: 'inquiry', note: 'note', page: 'page', missing: 'note' }[result.kind];
  const role = key === 'inquiries' || key === 'notes' || key === 'all' ? undefined : key;
  const labels = {
    inquiries: `Inquiring lines that use this ${what}`,
    notes: 'Notes that link here',
    all: `Documents that use this ${what}`,
  };
  const label = role ? userRoleWords[role] : labels[key as keyof typeof labels];
  const row = (each: BacklinkRow): UserRow => ({
    ...usingRow(key, each, showing.byEdit, async (parent) =>
      placeRows(parent, await showing.placesOf(each, role), { title: each.title, uri: Uri.parse(each.uri) }),
    ),
    about: result.uri,
    user: each.uri,
  });
  const more = total > rows.length ? moreRow(key, total - rows.length, 'noteCorpus.loadMoreBacklinks', key) : undefined;
  return group(label, key, rows, row, total, more);
}

function declaredGroup(uri: string, declared: readonly Declared[]): Row | undefined {
  return group('Declared here, not backed', 'declared', declared, (each, index) => {
    const why = each.status === 'missing-document' ? 'no document has this title' : 'does not name this note';
    const item = new TreeItem(labelOf(each.title));
    item.id = `declared#${index}`;
    item.iconPath = new ThemeIcon('warning');
    item.description = why;
    item.tooltip = `${wholeOf(each.title)}\n${why}`;
    item.accessibilityInformation = { label: `${labelOf(each.title)}: ${why}` };
    item.command = openAt(uri, each.range);
    return { item };
  });
}
