import { commands, Disposable, type ExtensionContext, Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import { corpusOf, pathIn } from '../documents.ts';
import type { MissingRow } from '../panels/missing.ts';
import type { Row } from '../panels/rows.ts';
import type { Session } from '../session/session.ts';
import { openNamedViews } from './namedViews.ts';
import { registerGraphPanel } from './panel.ts';
import { registerGraphView } from './view.ts';

/** The Neighbourhood view, the graph panel, and the commands that show it. */
export function registerGraph(context: ExtensionContext, session: Session, editor: ActiveDocument): Disposable {
  const common = { context, session, editor, views: openNamedViews(context.workspaceState) };
  const panel = registerGraphPanel(common);
  return Disposable.from(
    panel,
    registerGraphView({
      ...common,
      full: (corpus, id) => {
        const graph = panel.show();
        if (corpus !== undefined && id !== null) graph.walk(corpus, id);
      },
    }),
    commands.registerCommand('noteCorpus.showGraph', () => {
      if (!session.running) void session.wake();
      panel.show();
    }),
    commands.registerCommand('noteCorpus.showDocumentInGraph', (row?: Row) => {
      const uri = row?.names?.uri;
      const corpus = uri && corpusOf(uri, session.status)?.folder;
      const id = corpus && pathIn(Uri.parse(corpus), uri);
      if (id) panel.show().walk(corpus, id);
    }),
    commands.registerCommand('noteCorpus.showMissingInGraph', ({ missing }: MissingRow) => {
      panel.show().walk(missing.corpus, `missing:${missing.title}`);
    }),
  );
}
