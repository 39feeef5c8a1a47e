import { Disposable, window, workspace } from 'vscode';
import { lookAgainNotification } from '../../server/protocol.ts';
import { mayBeDocument } from '../documents.ts';
import type { Session } from './session.ts';

/** Milliseconds. A README that is saved all day in a workspace that is no corpus is not to start a server each time. */
const soon = 500;
const restAfterSleep = 30_000;

/** Settings that say what is read. */
const readingSettings = ['noteCorpus.corpus', 'noteCorpus.exclude'];

/** While the window was away, others may have written to the folder: watchers lose some of that. */
export function lookAgainWhenBack(session: Session): Disposable {
  let isFocused = window.state.focused;
  return window.onDidChangeWindowState(({ focused }) => {
    if (focused && !isFocused) session.tell(lookAgainNotification);
    isFocused = focused;
  });
}

/** Starts the server again when something happens that could make a folder a corpus. Views and commands wake it, too. */
export function wakeWhenCalledFor(session: Session): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wakeSoon = () => {
    if (session.running || timer) return;
    const wait = Math.max(soon, session.asleepSince + restAfterSleep - Date.now());
    timer = setTimeout(() => {
      timer = undefined;
      void session.wake();
    }, wait);
  };
  return Disposable.from(
    workspace.onDidChangeConfiguration((change) => {
      // What else is to be read is the usual answer to a corpus that was too large.
      const isOther = readingSettings.some((name) => change.affectsConfiguration(name));
      if (session.stopped && isOther) void session.restart();
      else if (change.affectsConfiguration('noteCorpus')) void session.wake();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void (session.stopped ? session.restart() : session.wake())),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (mayBeDocument(uri) && workspace.getWorkspaceFolder(uri)) wakeSoon();
    }),
    workspace.onDidCreateFiles(({ files }) => {
      if (files.some(mayBeDocument)) wakeSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
