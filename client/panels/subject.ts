import {
  Disposable,
  type Event,
  EventEmitter,
  TextEditorSelectionChangeKind,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { Row } from './rows.ts';

/** What the trees are about: all of them about the same. */
export interface Subject extends Disposable {
  readonly uri: Uri | undefined;
  readonly onDidChange: Event<void>;
  /** What is opened from this tree is only looked at. */
  watch(view: TreeView<Row>): Disposable;
}

/**
 * The active document; but one that was opened from a tree is only looked at, and the trees stay, so that a reader can go
 * through their places one after the other. Whoever clicks or types in that text is there, and the trees follow.
 */
export function subjectOf(editor: ActiveDocument): Subject {
  const changed = new EventEmitter<void>();
  let uri = editor.uri;
  /** Document of the row that was chosen last. */
  let lookedAt: string | undefined;

  const follow = () => {
    lookedAt = undefined;
    if (uri?.toString() === editor.uri?.toString()) return;
    uri = editor.uri;
    changed.fire();
  };
  const listening = Disposable.from(
    changed,
    editor.onDidChange((next) => {
      if (lookedAt === undefined || next?.toString() !== lookedAt) follow();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const byHand = kind === TextEditorSelectionChangeKind.Mouse || kind === TextEditorSelectionChangeKind.Keyboard;
      if (byHand && textEditor.document.uri.toString() === editor.uri?.toString()) follow();
    }),
  );
  return {
    get uri() {
      return uri;
    },
    onDidChange: changed.event,
    watch: (view) =>
      view.onDidChangeSelection(({ selection: [row] }) => {
        // A tree that is made anew has nothing selected any more: what was opened from it is still only looked at.
        if (row) lookedAt = row.opens?.toString();
      }),
    dispose: () => listening.dispose(),
  };
}
