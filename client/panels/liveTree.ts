import type { CancellationToken, TreeView } from 'vscode';
import { CancellationTokenSource, type Disposable, EventEmitter, window } from 'vscode';
import type { Answer, Row } from './rows.ts';

/** A tree that is asked for only while somebody looks at it. */
export interface LiveTree extends Disposable {
  readonly view: TreeView<Row>;
  /** What is shown may be out of date: asks after `delay` milliseconds, or when the view becomes visible. */
  refresh(delay?: number): void;
}

/**
 * Opens the tree of a view. `ask` gives what it is to show now, or `undefined` where there is no answer (what is shown
 * then stays); its token is cancelled when something newer is asked.
 */
export function openTree(id: string, ask: (token: CancellationToken) => Promise<Answer | undefined>): LiveTree {
  const changed = new EventEmitter<void>();
  let answer: Answer = { rows: [], fingerprint: '' };
  let stale = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: CancellationTokenSource | undefined;

  const view = window.createTreeView<Row>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: ({ item }) => item,
      getChildren: async (row) => [...(row ? ((await row.children?.()) ?? []) : answer.rows)],
    },
  });

  async function look(): Promise<void> {
    if (!stale || !view.visible) return;
    stale = false;
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    const next = await ask(mine.token);
    if (!next || mine.token.isCancellationRequested || next.fingerprint === answer.fingerprint) return;
    answer = next;
    // VS Code takes a message away only for an empty string or `undefined`, which the strict types do not let through.
    view.message = next.message ?? '';
    view.description = next.description ?? '';
    changed.fire();
  }

  const refresh = (delay = 0) => {
    stale = true;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), delay);
  };
  const seen = view.onDidChangeVisibility(() => void look());
  refresh();
  return {
    view,
    refresh,
    dispose: () => {
      clearTimeout(timer);
      asking?.cancel();
      for (const each of [seen, view, changed]) each.dispose();
    },
  };
}
