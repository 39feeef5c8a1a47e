import { commands, type Disposable } from 'vscode';
import type { Session } from './session.ts';

/** Keeps the keys that `when` clauses in the manifest ask for: `noteCorpus.active`, `.indexing`, `.stopped`, `.failed`, `.leftOut`. */
export function keepContextKeys(session: Session): Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void commands.executeCommand('setContext', key, value);
  };
  const keep = () => {
    set('noteCorpus.active', session.active);
    set('noteCorpus.indexing', session.indexing);
    set('noteCorpus.stopped', session.stopped);
    set('noteCorpus.failed', session.failed);
    set('noteCorpus.leftOut', session.leftOut.size > 0);
  };
  keep();
  return session.onDidChangeState(keep);
}
