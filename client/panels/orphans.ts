import { commands, Disposable } from 'vscode';
import { type CorpusOrphans, type OrphansParams, type OrphansResult, orphansRequest } from '../../server/protocol.ts';
import { folderName } from '../folders.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { describe, type Filter, filterOf } from './filter.ts';
import { wakeWhenSeen, without } from './following.ts';
import { group } from './group.ts';
import { openTree } from './liveTree.ts';
import { moreRow } from './more.ts';
import { openingRow } from './places.ts';
import type { Answer, Row } from './rows.ts';

const id = 'noteCorpus.orphans';

/** So many documents of a list are asked for at first, and more at every "Load more". */
const page = 500;

/** Milliseconds after a change before it is asked again: every document is looked at for the answer. */
const pause = 2000;

/** The Orphans view: documents that stand alone. */
export function openOrphans(session: Session): Disposable {
  let limit = page;
  const tree = openTree(id, async (token) => {
    if (!session.active) return without(session);
    const params: OrphansParams = { limit, filter: filter.words };
    const result = await session.ask<OrphansResult>(orphansRequest, params, token);
    return result && answerOf(result, filter);
  });
  const filter = filterOf(id, 'titles', () => {
    limit = page;
    tree.refresh();
  });
  return Disposable.from(
    tree,
    filter,
    wakeWhenSeen(tree, session),
    session.onDidChangeCorpus(() => tree.refresh(tree.isShown && session.active ? pause : 0)),
    commands.registerCommand('noteCorpus.filterOrphans', () => filter.ask()),
    commands.registerCommand('noteCorpus.clearOrphansFilter', () => filter.clear()),
    commands.registerCommand('noteCorpus.loadMoreOrphans', () => {
      limit += page;
      tree.refresh();
    }),
  );
}

function answerOf(result: OrphansResult, filter: Filter): Answer {
  const rows = result
    .flatMap((each) => [
      listGroup('Name nobody, and nobody names them', 'orphans', each, each.orphans, result.length > 1),
      listGroup('Notes that no inquiring line uses', 'unused', each, each.unused, result.length > 1),
    ])
    .filter((each) => each !== undefined);
  const total = result.reduce((sum, { orphans, unused }) => sum + orphans.total + unused.total, 0);
  return {
    rows,
    description: describe(filter, total > 0 ? counted(total, 'document') : ''),
    fingerprint: JSON.stringify(result),
    ...(rows.length === 0 && { nothing: filter.words ? ('filtered' as const) : ('found' as const) }),
  };
}

function listGroup(
  label: string,
  key: string,
  { folder }: CorpusOrphans,
  { total, first }: CorpusOrphans['orphans'],
  several: boolean,
): Row | undefined {
  const parent = `${key}/${folder}`;
  const left = total - first.length;
  const more = left > 0 ? moreRow(parent, left, 'noteCorpus.loadMoreOrphans') : undefined;
  const named = several ? `${label}: ${folderName(folder)}` : label;
  return group(named, parent, first, (each) => openingRow(parent, each), total, more);
}
