import { type ExtensionContext, window } from 'vscode';
import type { StatusResult } from '../server/protocol.ts';
import { followEditor } from './activeDocument.ts';
import { registerCommands } from './commands/commands.ts';
import { registerConverting } from './converting/register.ts';
import { registerCorpusPage } from './corpus/register.ts';
import { registerGraph } from './graph/register.ts';
import { registerLists } from './lists/register.ts';
import { registerPanels } from './panels/register.ts';
import { registerPrompts } from './prompt/register.ts';
import { registerRelations } from './relations/register.ts';
import { hearLog } from './report/hearLog.ts';
import { registerReport } from './report/register.ts';
import { keepContextKeys } from './session/contextKeys.ts';
import { openSession } from './session/openSession.ts';
import type { MakeClient } from './session/options.ts';
import { lookAgainWhenBack, wakeWhenCalledFor } from './session/wakers.ts';
import { showStatus } from './statusBar.ts';
import { readingUntilTrusted } from './trust.ts';
import { registerWriting } from './writing/register.ts';

/** What the extension shows of itself to others (`extensions.getExtension(…).exports`), read-only. */
export interface Extension {
  /** What the server knows of each folder; empty while it does not run. */
  status(): StatusResult;
  /** Whether the corpus is being read just now. */
  indexing(): boolean;
  /** Stops the server. */
  stop(): Promise<void>;
}

/** Puts the extension together: the only place that knows all its parts. `makeClient` is what desktop and web differ in. */
export function start(context: ExtensionContext, makeClient: MakeClient): Extension {
  const heard = hearLog(window.createOutputChannel('Note Corpus', { log: true }));
  const { log } = heard;
  const session = openSession(readingUntilTrusted(makeClient), log, context.workspaceState);
  const editor = followEditor();
  context.subscriptions.push(
    log,
    session,
    editor,
    keepContextKeys(session),
    showStatus(session),
    registerPanels(context, session, editor),
    registerGraph(context, session, editor),
    registerCorpusPage(context, session),
    registerPrompts(session, editor),
    registerCommands(context, session),
    registerReport(context, session, heard),
    registerWriting(session, editor),
    registerRelations(session, editor),
    registerLists(session, editor),
    registerConverting(session, editor),
    wakeWhenCalledFor(session),
    lookAgainWhenBack(session),
  );
  void session.wake();
  return { status: () => session.status, indexing: () => session.indexing, stop: () => session.stop() };
}
