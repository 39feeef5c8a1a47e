import type { CancellationToken, TreeView } from 'vscode';
import { CancellationTokenSource, commands, type Disposable, EventEmitter, window } from 'vscode';
import { dragging } from './dragging.ts';
import type { Answer, Row } from './rows.ts';

/** A tree that is asked for only while somebody looks at it. */
export interface LiveTree extends Disposable {
  readonly view: TreeView<Row>;
  /** Whether there is something to see: then what is newer can wait a moment. */
  readonly isShown: boolean;
  /** What is shown may be out of date: asks after `delay` milliseconds, or when the view becomes visible. */
  refresh(delay?: number): void;
  /** What is said at the title and the icon is of another document: it goes, until somebody looks again. */
  forget(): void;
}

/** Milliseconds after which it is asked again where there was no answer: the server may have been busy with something newer. */
const again = [500, 2_000, 8_000];

/**
 * Milliseconds after which VS Code is told once more that rows have changed, where it has not asked for them: what it hears while it
 * still waits for older rows it takes for done once those are there.
 */
const told = [1_000, 3_000, 9_000];

/**
 * Opens the tree of a view. `ask` gives what it is to show now, or `undefined` where there is no answer (what is shown
 * then stays, and it is asked again some times); its token is cancelled when something newer is asked. Why a tree is empty is in the context key `<id>.nothing`,
 * for the welcome in the manifest.
 */
export function openTree(id: string, ask: (token: CancellationToken) => Promise<Answer | undefined>): LiveTree {
  const changed = new EventEmitter<void>();
  let answer: Answer = { rows: [], fingerprint: '' };
  let stale = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: CancellationTokenSource | undefined;
  /** How often in a row there was no answer. */
  let missed = 0;
  /** The fingerprint of the rows that VS Code has. */
  let given = '';
  let telling: ReturnType<typeof setTimeout> | undefined;

  const view = window.createTreeView<Row>(id, {
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: dragging,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: ({ item }) => item,
      getChildren: async (row) => {
        if (row) return [...((await row.children?.()) ?? [])];
        given = answer.fingerprint;
        return [...answer.rows];
      },
    },
  });

  async function look(): Promise<void> {
    if (!stale || !view.visible) return;
    stale = false;
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    const next = await ask(mine.token);
    if (asking === mine) asking = undefined;
    if (mine.token.isCancellationRequested) return;
    if (next) {
      missed = 0;
      return show(next);
    }
    const delay = again[missed++];
    if (delay !== undefined) lookIn(delay);
  }

  function lookIn(delay: number): void {
    stale = true;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), delay);
  }

  function show(next: Answer): void {
    if (next.nothing !== answer.nothing)
      void commands.executeCommand('setContext', `${id}.nothing`, next.nothing ?? false);
    // VS Code takes a message away only for an empty string or `undefined`, which the strict types do not let through.
    if (next.message !== answer.message) view.message = next.message ?? '';
    if (next.description !== answer.description) view.description = next.description ?? '';
    if (next.badge?.value !== answer.badge?.value) view.badge = next.badge;
    const isSame = next.fingerprint === answer.fingerprint;
    answer = next;
    if (!isSame) tell(0);
  }

  function tell(times: number): void {
    changed.fire();
    clearTimeout(telling);
    const delay = told[times];
    if (delay === undefined) return;
    telling = setTimeout(() => {
      if (view.visible && given !== answer.fingerprint) tell(times + 1);
    }, delay);
  }

  const refresh = (delay = 0) => {
    missed = 0;
    lookIn(delay);
  };
  const seen = view.onDidChangeVisibility(({ visible }) => {
    if (visible) return void look();
    // Nobody waits for the answer any more.
    stale ||= asking !== undefined;
    asking?.cancel();
  });
  refresh();
  return {
    view,
    get isShown() {
      return answer.rows.length > 0;
    },
    refresh,
    forget: () => show({ ...answer, description: '', badge: undefined }),
    dispose: () => {
      clearTimeout(timer);
      clearTimeout(telling);
      asking?.cancel();
      for (const each of [seen, view, changed]) each.dispose();
    },
  };
}
