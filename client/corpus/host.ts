import {
  CancellationTokenSource,
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
} from 'vscode';
import type { FromCorpusPage, NamedStats, ToCorpusPage } from '../../media/corpus/messages.ts';
import { type StatsParams, type StatsResult, statsRequest } from '../../server/protocol.ts';
import { folderName } from '../folders.ts';
import { pageRoot, programPage } from '../programPage.ts';
import type { Session } from '../session/session.ts';
import { whyEmpty } from '../session/whyEmpty.ts';
import { fromPage } from './fromPage.ts';

/** So many items of each list are asked for at first, and when the reader wants more. */
const [few, many] = [10, 200];

/** Between two questions while the corpus changes, in milliseconds: each goes through all documents. */
const pause = 1000;

/** Starts the corpus page in a panel, and answers it until it is disposed. */
export function hostCorpusPage(context: ExtensionContext, session: Session, panel: WebviewPanel): Disposable {
  const { webview } = panel;
  let limit = few;
  /** What the page shows: the only thing that its words are looked up in. */
  let shown: readonly NamedStats[] = [];
  /** The last message, to send none twice; empty when the page begins anew. */
  let sent = '';
  let stale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: CancellationTokenSource | undefined;

  function post(message: ToCorpusPage): void {
    const text = JSON.stringify(message);
    if (text === sent) return;
    sent = text;
    void webview.postMessage(message);
  }

  /** What is shown may be out of date: asks soon, one question at a time, and only while somebody looks. */
  function look(delay = 0): void {
    stale = true;
    if (asking) return;
    clearTimeout(timer);
    timer = setTimeout(() => void show(), delay);
  }

  async function show(): Promise<void> {
    // A hidden page is gone, and says `ready` when it comes back.
    if (!stale || !panel.visible || asking) return;
    stale = false;
    if (!session.active) {
      if (session.recovering && shown.length > 0) return;
      shown = [];
      return post({ type: 'empty', message: whyEmpty(session) });
    }
    const mine = new CancellationTokenSource();
    asking = mine;
    const params: StatsParams = { limit };
    const result = await session.ask<StatsResult>(statsRequest, params, mine.token);
    asking = undefined;
    if (mine.token.isCancellationRequested) return;
    if (result) {
      shown = result.map((stats) => ({ name: folderName(stats.folder), stats }));
      post({ type: 'show', corpora: shown });
    } else if (shown.length === 0) {
      post({ type: 'empty', message: 'The corpus could not be counted. The log of Note Corpus says why.' });
    }
    if (stale) look(pause);
  }

  function hear(message: FromCorpusPage): void {
    switch (message.type) {
      case 'ready':
        sent = '';
        // What was known last, until what is true now was counted.
        if (shown.length > 0) post({ type: 'show', corpora: shown });
        look();
        break;
      case 'more':
        limit = many;
        look();
        break;
      case 'open': {
        const viewColumn = message.beside ? ViewColumn.Beside : ViewColumn.Active;
        if (uris(shown).has(message.uri))
          void commands.executeCommand('vscode.open', Uri.parse(message.uri), { viewColumn });
        break;
      }
      default: {
        const { corpus, title } = message;
        const missing = shown
          .find(({ stats }) => stats.folder === corpus)
          ?.stats.missing.first.find((each) => each.title === title);
        const command = message.type === 'graph' ? 'noteCorpus.showMissingInGraph' : 'noteCorpus.createMissing';
        if (missing) void commands.executeCommand(command, { missing: { ...missing, corpus } });
      }
    }
  }

  const listening = Disposable.from(
    webview.onDidReceiveMessage((value: unknown) => {
      const message = fromPage(value);
      if (message) hear(message);
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible && stale) look();
    }),
    session.onDidChangeCorpus(() => look(pause)),
    session.onDidChangeState(() => {
      if (!session.active || shown.length === 0) look();
    }),
  );
  webview.options = { enableScripts: true, localResourceRoots: [pageRoot(context.extensionUri)] };
  webview.html = programPage(webview, context.extensionUri, 'corpus', 'Corpus');

  return new Disposable(() => {
    clearTimeout(timer);
    asking?.cancel();
    listening.dispose();
  });
}

/** The documents that the page was told of. */
function uris(corpora: readonly NamedStats[]): ReadonlySet<string> {
  return new Set(
    corpora.flatMap(({ stats: { mostUsed, orphans, unused, disagreeing } }) =>
      [mostUsed, orphans, unused, disagreeing].flatMap(({ first }) => first.map(({ uri }) => uri)),
    ),
  );
}
