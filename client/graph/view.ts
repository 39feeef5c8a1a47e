import { commands, type Disposable, ViewColumn, window } from 'vscode';
import { hostGraph, type Surroundings } from './host.ts';

/** What is the same wherever a graph is shown. */
export type Common = Pick<Surroundings, 'context' | 'session' | 'editor' | 'views'>;

/** The Neighbourhood view in the side bar. `full` opens the full graph. */
export function registerGraphView(common: Common & Pick<Surroundings, 'full'>): Disposable {
  return window.registerWebviewViewProvider('noteCorpus.neighbourhood', {
    resolveWebviewView(view) {
      if (!common.session.running) void common.session.wake();
      const graph = hostGraph({
        ...common,
        webview: view.webview,
        memory: 'noteCorpus.graph.view',
        hasMap: false,
        isVisible: () => view.visible,
        open: (uri, beside) => {
          const viewColumn = beside ? ViewColumn.Beside : ViewColumn.Active;
          void commands.executeCommand('vscode.open', uri, { viewColumn, preview: true });
        },
      });
      view.onDidDispose(() => graph.dispose());
    },
  });
}
