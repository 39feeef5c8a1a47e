import { CancellationTokenSource, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import {
  type FindTitlesParams,
  type FindTitlesResult,
  type FoundTitle,
  findTitlesRequest,
} from '../../server/protocol.ts';
import { labelOf } from '../panels/label.ts';
import { kindIcon } from '../panels/places.ts';
import { iconless } from '../plain.ts';
import type { Session } from '../session/session.ts';

interface TitleItem extends QuickPickItem {
  readonly found?: FoundTitle;
}

/**
 * Lets the reader pick documents by their titles, which the server finds as they are typed: a corpus may have more of them than a list
 * can hold. What is picked stays through all queries, in the order of picking. Undefined where the reader cancelled.
 *
 * @param near uri of a document, whose neighbours are offered first, or of the corpus folder
 */
export function pickTitles(
  session: Session,
  near: string,
  words: { readonly title: string; readonly placeholder: string },
): Promise<readonly FoundTitle[] | undefined> {
  const pick = window.createQuickPick<TitleItem>();
  Object.assign(pick, { ...words, canSelectMany: true, ignoreFocusOut: true });
  let chosen: readonly FoundTitle[] = [];
  let asking: CancellationTokenSource | undefined;

  const look = async (query: string): Promise<void> => {
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    pick.busy = true;
    const params: FindTitlesParams = { uri: near, query };
    const found = await session.ask<FindTitlesResult>(findTitlesRequest, params, mine.token);
    if (mine.token.isCancellationRequested) return;
    pick.busy = false;
    const items = itemsOf(chosen, found ?? [], query);
    pick.items = items;
    pick.selectedItems = items.filter(({ picked }) => picked);
  };

  pick.onDidChangeValue((query) => void look(query));
  pick.onDidChangeSelection((selected) => {
    chosen = inOrder(
      chosen,
      selected.map(({ found }) => found).filter((each) => each !== undefined),
    );
  });
  void look('');
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      asking?.cancel();
      pick.dispose();
    });
  });
}

/** What is picked comes first, so that it is in sight, and stays picked, whatever is looked for. */
function itemsOf(chosen: readonly FoundTitle[], found: FindTitlesResult, query: string): TitleItem[] {
  const isChosen = new Set(chosen.map(({ uri }) => uri));
  const others = found.filter(({ uri }) => !isChosen.has(uri));
  return [
    ...(chosen.length > 0 ? [separator('picked'), ...chosen.map((each) => itemOf(each, true))] : []),
    ...(others.length > 0
      ? [separator(query.trim() === '' ? 'near' : 'found'), ...others.map((each) => itemOf(each, false))]
      : []),
  ];
}

const separator = (label: string): TitleItem => ({ label, kind: QuickPickItemKind.Separator });

/** Shown always: the server has found it, and VS Code is not to look for the words once more. */
function itemOf(found: FoundTitle, picked: boolean): TitleItem {
  const { title, kind, path, description } = found;
  return {
    label: iconless(labelOf(title)),
    description: iconless(labelOf(path)),
    ...(description && { detail: iconless(labelOf(description)) }),
    iconPath: new ThemeIcon(kindIcon[kind]),
    alwaysShow: true,
    picked,
    found,
  };
}

/** Those that were picked before in their order, then those that are new. VS Code tells them in the order of the list. */
function inOrder(before: readonly FoundTitle[], now: readonly FoundTitle[]): FoundTitle[] {
  const uris = new Set(now.map(({ uri }) => uri));
  const had = new Set(before.map(({ uri }) => uri));
  return [...before.filter(({ uri }) => uris.has(uri)), ...now.filter(({ uri }) => !had.has(uri))];
}
