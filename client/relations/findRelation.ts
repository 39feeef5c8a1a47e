import { CancellationTokenSource, commands, type QuickPickItem, ThemeIcon, type Uri, window } from 'vscode';
import {
  type FindRelationsParams,
  type FindRelationsResult,
  type FoundRelation,
  findRelationsRequest,
} from '../../server/protocol.ts';
import { labelOf } from '../panels/label.ts';
import { kindIcon, openAt } from '../panels/places.ts';
import { iconless } from '../plain.ts';
import type { Session } from '../session/session.ts';
import { counted, grouped } from '../words.ts';
import { whichCorpus } from '../writing/whichCorpus.ts';

interface RelationItem extends QuickPickItem {
  readonly found: FoundRelation;
}

/**
 * Lets the reader look for a relation by words of its sentence, its type or its titles, which the server finds as they are typed, and
 * goes to where it stands. A button leaves only those that have none back.
 */
export async function findRelation(session: Session, near: Uri | undefined, oneSided: boolean): Promise<void> {
  const corpus = await whichCorpus(session, near, false, 'Which corpus is to be looked through?');
  if (corpus === undefined) return;
  const pick = window.createQuickPick<RelationItem>();
  pick.placeholder = 'Type words of a relation, its type, or a title';
  let isFiltered = oneSided;
  let asking: CancellationTokenSource | undefined;

  const look = async (): Promise<void> => {
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    pick.busy = true;
    pick.buttons = [isFiltered ? showAll : showOneSided];
    const params: FindRelationsParams = { uri: corpus, query: pick.value, oneSided: isFiltered };
    const result = await session.ask<FindRelationsResult>(findRelationsRequest, params, mine.token);
    if (mine.token.isCancellationRequested) return;
    pick.busy = false;
    pick.title = titleOf(result, isFiltered);
    pick.items = (result?.relations ?? []).map(itemOf);
  };

  pick.onDidChangeValue(() => void look());
  pick.onDidTriggerButton(() => {
    isFiltered = !isFiltered;
    void look();
  });
  pick.onDidAccept(() => {
    const found = pick.selectedItems[0]?.found;
    if (!found) return;
    pick.hide();
    const { command, arguments: args } = openAt(found.uri, found.range);
    void commands.executeCommand(command, ...(args ?? []));
  });
  pick.onDidHide(() => {
    asking?.cancel();
    pick.dispose();
  });
  void look();
  pick.show();
}

const showOneSided = { iconPath: new ThemeIcon('filter'), tooltip: 'Only One-Sided Relations' };
const showAll = { iconPath: new ThemeIcon('filter-filled'), tooltip: 'All Relations' };

function titleOf(result: FindRelationsResult | undefined, isFiltered: boolean): string {
  const what = isFiltered ? 'one-sided relation' : 'relation';
  if (!result) return '';
  const { total, relations } = result;
  return relations.length < total ? `${grouped(relations.length)} of ${counted(total, what)}` : counted(total, what);
}

/** Shown always: the server has found it, and VS Code is not to look for the words once more. */
function itemOf(found: FoundRelation): RelationItem {
  const { from, to, kind, sentence, type } = found;
  return {
    label: iconless(labelOf(sentence ?? to)),
    description: iconless(labelOf(type ?? '')),
    detail: iconless(labelOf(`${from} → ${to}`)),
    iconPath: new ThemeIcon(kindIcon[kind]),
    alwaysShow: true,
    found,
  };
}
