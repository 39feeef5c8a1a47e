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

/** Whose backlinks are shown. */
export interface Subject extends Disposable {
  readonly uri: Uri | undefined;
  readonly onDidChange: Event<void>;
}

/**
 * The active document; but one that was opened from the tree itself is only looked at, and the tree stays, so that a
 * reader can go through its places one after the other. Whoever clicks or types in that text is there, and the tree
 * follows.
 */
export function subjectOf(view: TreeView<Row>, editor: ActiveDocument): Subject {
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
    view.onDidChangeSelection(({ selection: [row] }) => {
      lookedAt = row?.opens?.toString();
    }),
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
    dispose: () => listening.dispose(),
  };
}
