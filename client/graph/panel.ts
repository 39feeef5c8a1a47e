import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { pageRoot } from '../programPage.ts';
import { type Graph, hostGraph } from './host.ts';
import type { Common } from './view.ts';

const viewType = 'noteCorpus.graph';

/** The graph in an editor panel of its own; there is at most one. */
export interface GraphPanel extends Disposable {
  /** Opens it beside the editor, without taking the focus; goes to it where it is open already. */
  show(): Graph;
}

/** Registers the panel, so that it also comes back after the window is reloaded. */
export function registerGraphPanel(common: Common): GraphPanel {
  let open: { readonly panel: WebviewPanel; readonly graph: Graph } | undefined;

  function adopt(panel: WebviewPanel): Graph {
    open?.panel.dispose();
    const icons = Uri.joinPath(common.context.extensionUri, 'media', 'icons');
    panel.iconPath = { light: Uri.joinPath(icons, 'graph-light.svg'), dark: Uri.joinPath(icons, 'graph-dark.svg') };
    const graph = hostGraph({
      ...common,
      webview: panel.webview,
      memory: 'noteCorpus.graph.panel',
      hasMap: true,
      full: () => {},
      isVisible: () => panel.visible,
      open: (uri, beside) => void openFrom(panel, uri, beside),
    });
    open = { panel, graph };
    panel.onDidDispose(() => {
      graph.dispose();
      if (open?.panel === panel) open = undefined;
    });
    return graph;
  }

  const serializer = window.registerWebviewPanelSerializer(viewType, {
    // Where it stood is in the workspace's memory; of the page's own state nothing is needed.
    deserializeWebviewPanel: async (panel) => void adopt(panel),
  });

  return {
    show: () => {
      if (open) {
        open.panel.reveal();
        return open.graph;
      }
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const localResourceRoots = [pageRoot(common.context.extensionUri)];
      return adopt(window.createWebviewPanel(viewType, 'Graph', column, { enableScripts: true, localResourceRoots }));
    },
    dispose: () => Disposable.from(serializer, ...(open ? [open.panel] : [])).dispose(),
  };
}

/** Opens a document in another column than the panel's: the graph is to stay in sight. */
function openFrom(panel: WebviewPanel, uri: Uri, beside: boolean): Thenable<unknown> {
  const others = window.tabGroups.all
    .map(({ viewColumn }) => viewColumn)
    .filter((column) => column !== panel.viewColumn);
  const viewColumn = beside ? ViewColumn.Beside : (others[0] ?? ViewColumn.Beside);
  return commands.executeCommand('vscode.open', uri, { viewColumn, preview: true });
}
