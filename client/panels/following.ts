import { type CancellationToken, Disposable, type Uri, workspace } from 'vscode';
import { corpusOf, mayBeDocument } from '../documents.ts';
import type { Session } from '../session/session.ts';
import { type LiveTree, openTree } from './liveTree.ts';
import { type Answer, none } from './rows.ts';
import type { Subject } from './subject.ts';

/** Milliseconds without typing after which it is asked again: text above places moves them, and words change with each letter. */
const typingPause = 500;

/** What a view has to say of a document; `null` where the server knows none, `undefined` where there is no answer. */
export type Tell = (uri: Uri, token: CancellationToken) => Promise<Answer | null | undefined>;

/** Opens a tree about the document that the reader is at. */
export function openFollowing(id: string, session: Session, subject: Subject, tell: Tell): LiveTree {
  const tree = openTree(id, async (token) => {
    if (!session.active) return without(session);
    const { uri } = subject;
    if (!uri) return none('document');
    if (!corpusOf(uri, session.status) || !mayBeDocument(uri)) return none('foreign');
    const answer = await tell(uri, token);
    return answer === null ? none('foreign') : answer;
  });
  const listening = Disposable.from(
    subject.watch(tree.view),
    subject.onDidChange(() => {
      if (!tree.view.visible) tree.forget();
      tree.refresh();
    }),
    wakeWhenSeen(tree, session),
    session.onDidChangeCorpus(() => tree.refresh()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (corpusOf(document.uri, session.status)) tree.refresh(typingPause);
    }),
  );
  const { view, refresh, forget } = tree;
  return {
    view,
    refresh,
    forget,
    get isShown() {
      return tree.isShown;
    },
    dispose: () => Disposable.from(listening, tree).dispose(),
  };
}

/** Where there is no corpus: nothing, and why; while the server starts again after a crash, what is shown stays. */
export const without = (session: Session): Answer | undefined => (session.recovering ? undefined : none('corpus'));

/** Whoever looks at a view wants the server. */
export function wakeWhenSeen({ view }: LiveTree, session: Session): Disposable {
  return view.onDidChangeVisibility(({ visible }) => {
    if (visible && !session.running) void session.wake();
  });
}
