import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { pageRoot } from '../programPage.ts';
import type { Session } from '../session/session.ts';
import { hostCorpusPage } from './host.ts';

const viewType = 'noteCorpus.corpus';

/** The corpus page, in an editor panel of its own; there is at most one, and it comes back after the window is reloaded. */
export function registerCorpusPage(context: ExtensionContext, session: Session): Disposable {
  let open: WebviewPanel | undefined;

  function adopt(panel: WebviewPanel): void {
    open?.dispose();
    const icons = Uri.joinPath(context.extensionUri, 'media', 'icons');
    panel.iconPath = { light: Uri.joinPath(icons, 'corpus-light.svg'), dark: Uri.joinPath(icons, 'corpus-dark.svg') };
    const page = hostCorpusPage(context, session, panel);
    open = panel;
    panel.onDidDispose(() => {
      page.dispose();
      if (open === panel) open = undefined;
    });
  }

  return Disposable.from(
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => adopt(panel),
    }),
    commands.registerCommand('noteCorpus.showCorpus', () => {
      if (!session.running) void session.wake();
      if (open) return open.reveal();
      const localResourceRoots = [pageRoot(context.extensionUri)];
      adopt(
        window.createWebviewPanel(viewType, 'Corpus', ViewColumn.Active, { enableScripts: true, localResourceRoots }),
      );
    }),
    new Disposable(() => open?.dispose()),
  );
}
