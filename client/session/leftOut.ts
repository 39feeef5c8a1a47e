import { Disposable, type Memento, RelativePattern, Uri, window, workspace } from 'vscode';
import { shownPath } from '../documents.ts';
import { warn } from '../say.ts';
import { counted } from '../words.ts';

const tryAgain = 'Try It Again';
/** So many notices are enough; the status bar tells how many documents it is. */
const mostSaid = 3;
const storage = 'noteCorpus.leftOut';

/** The documents that are left out, since the server went down over each of them twice. */
export interface LeftOut extends Disposable {
  readonly uris: ReadonlySet<string>;
  /** Leaves these out, and says so. */
  add(uris: readonly string[]): void;
  /** Takes all of them up again. */
  clear(): void;
  /** Leaves out what an earlier window did, as far as that has not changed since. */
  readonly remembered: Promise<void>;
}

/** By uri, what was known of a document when it was left out (`signOf`). */
type Remembered = Readonly<Record<string, string>>;

/** @param tookUp is called when some of them are taken up again: one that changed, or all, because the reader asked for it. */
export function keepLeftOut(memory: Memento, tookUp: () => void): LeftOut {
  const watchers = new Map<string, Disposable>();
  let said = 0;
  const write = async () => {
    const signs = await Promise.all([...watchers.keys()].map(async (uri) => [uri, await signOf(uri)] as const));
    await memory.update(storage, signs.length > 0 ? Object.fromEntries(signs) : undefined);
  };
  const release = (uris: readonly string[]) => {
    for (const uri of uris) {
      watchers.get(uri)?.dispose();
      watchers.delete(uri);
    }
    if (uris.length === 0) return;
    tookUp();
    void write();
  };
  const watch = (uri: string) =>
    watchers.set(
      uri,
      whenItChanges(Uri.parse(uri), () => release([uri])),
    );
  const recall = async () => {
    for (const [uri, sign] of Object.entries(memory.get<Remembered>(storage, {}))) {
      if (!watchers.has(uri) && (await signOf(uri)) === sign) watch(uri);
    }
  };
  return {
    get uris() {
      return new Set(watchers.keys());
    },
    add: (uris) => {
      const added = uris.filter((uri) => !watchers.has(uri));
      if (added.length === 0) return;
      for (const uri of added) watch(uri);
      if (said++ < mostSaid) void say(added, () => release(added));
      void write();
    },
    clear: () => release([...watchers.keys()]),
    remembered: recall(),
    dispose: () => {
      for (const watcher of watchers.values()) watcher.dispose();
    },
  };
}

/** Size and time of a file; empty where there is none. */
async function signOf(uri: string): Promise<string> {
  try {
    const { size, mtime } = await workspace.fs.stat(Uri.parse(uri));
    return `${size} ${mtime}`;
  } catch {
    return '';
  }
}

/** Not with each letter that is typed: when it is saved, or changes on the disk. */
function whenItChanges(uri: Uri, act: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), '*'));
  const look = (other: Uri) => {
    if (other.toString() === uri.toString()) act();
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidChange(look),
    watcher.onDidDelete(look),
    workspace.onDidSaveTextDocument((document) => look(document.uri)),
  );
}

async function say(uris: readonly string[], again: () => void): Promise<void> {
  const first = Uri.parse(uris[0]!);
  const others = uris.length - 1;
  const which = others === 0 ? `“${shownPath(first)}”` : `“${shownPath(first)}” and ${counted(others, 'other')}`;
  const [change, over] = others === 0 ? ['it changes', 'it'] : ['they change', 'each'];
  const answer = await warn(
    `Note Corpus leaves out ${which} until ${change}: its language server went down twice over ${over}. The rest of the corpus is as before.`,
    tryAgain,
    'Open It',
  );
  if (answer === tryAgain) again();
  if (answer === 'Open It') await window.showTextDocument(first);
}
