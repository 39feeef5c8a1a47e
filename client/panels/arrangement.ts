import { type Memento, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BacklinkGrouping, BacklinkOrder } from '../../server/protocol.ts';

/** How the backlinks are put together; kept for each workspace. */
export interface Arrangement {
  readonly groupBy: BacklinkGrouping;
  readonly sortBy: BacklinkOrder;
}

const memory = 'noteCorpus.backlinks.arrangement';

const groupings: Record<BacklinkGrouping, string> = {
  kind: 'Group by kind: inquiring lines, then notes',
  role: 'Group by role: in the Sources, in the body, among related concepts …',
  none: 'All documents in one list',
};

const orders: Record<BacklinkOrder, string> = {
  title: 'Sort by title',
  places: 'Sort by number of places',
  recent: 'Sort by last edit',
};

/** What was chosen in this workspace, and what holds where nothing was. */
export function recallArrangement(state: Memento): Arrangement {
  const { groupBy, sortBy } = state.get<Partial<Arrangement>>(memory) ?? {};
  return {
    groupBy: groupBy !== undefined && groupBy in groupings ? groupBy : 'kind',
    sortBy: sortBy !== undefined && sortBy in orders ? sortBy : 'title',
  };
}

interface Choice extends QuickPickItem {
  readonly change?: Partial<Arrangement>;
}

/** Lets the reader choose; undefined where nothing is to change. */
export async function pickArrangement(state: Memento): Promise<Arrangement | undefined> {
  const now = recallArrangement(state);
  const choice = (label: string, change: Partial<Arrangement>): Choice => {
    const isOn = Object.entries(change).every(([key, value]) => now[key as keyof Arrangement] === value);
    return { label: `$(${isOn ? 'check' : 'blank'}) ${label}`, change };
  };
  const items: Choice[] = [
    { label: 'Group', kind: QuickPickItemKind.Separator },
    ...Object.entries(groupings).map(([groupBy, label]) => choice(label, { groupBy: groupBy as BacklinkGrouping })),
    { label: 'Sort', kind: QuickPickItemKind.Separator },
    ...Object.entries(orders).map(([sortBy, label]) => choice(label, { sortBy: sortBy as BacklinkOrder })),
  ];
  const picked = await window.showQuickPick(items, { title: 'Backlinks', placeHolder: 'Group and sort backlinks' });
  if (!picked?.change) return undefined;
  const next = { ...now, ...picked.change };
  await state.update(memory, next);
  return next;
}
