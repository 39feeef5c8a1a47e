import { Disposable, RelativePattern, Uri, window, workspace } from 'vscode';
import { shownPath } from '../documents.ts';

const tryAgain = 'Try It Again';

/** The documents that are left out, since the server went down over each of them twice. */
export interface LeftOut extends Disposable {
  readonly uris: ReadonlySet<string>;
  /** Leaves these out, and says so. */
  add(uris: readonly string[]): void;
  /** Takes all of them up again. */
  clear(): void;
}

/** @param tookUp is called when some of them are taken up again: one that changed, or all, because the reader asked for it. */
export function keepLeftOut(tookUp: () => void): LeftOut {
  const watchers = new Map<string, Disposable>();
  const release = (uris: readonly string[]) => {
    for (const uri of uris) {
      watchers.get(uri)?.dispose();
      watchers.delete(uri);
    }
    if (uris.length > 0) tookUp();
  };
  return {
    get uris() {
      return new Set(watchers.keys());
    },
    add: (uris) => {
      for (const uri of uris) {
        if (watchers.has(uri)) continue;
        watchers.set(
          uri,
          whenItChanges(Uri.parse(uri), () => release([uri])),
        );
        void say(Uri.parse(uri), () => release([uri]));
      }
    },
    clear: () => release([...watchers.keys()]),
    dispose: () => {
      for (const watcher of watchers.values()) watcher.dispose();
    },
  };
}

/** Not with each letter that is typed: when it is saved, or changes on the disk. */
function whenItChanges(uri: Uri, act: () => void): Disposable {
  const isIt = (other: Uri) => other.toString() === uri.toString();
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'));
  const look = (other: Uri) => {
    if (isIt(other)) act();
  };
  return Disposable.from(
    watcher,
    watcher.onDidChange(look),
    watcher.onDidDelete(look),
    workspace.onDidSaveTextDocument((document) => look(document.uri)),
  );
}

async function say(uri: Uri, again: () => void): Promise<void> {
  const answer = await window.showWarningMessage(
    `Note Corpus leaves out “${shownPath(uri)}” until it changes: its language server went down twice over it. The rest of the corpus is as before.`,
    tryAgain,
    'Open It',
  );
  if (answer === tryAgain) again();
  if (answer === 'Open It') await window.showTextDocument(uri);
}
