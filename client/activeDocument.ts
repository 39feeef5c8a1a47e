import {
  type Disposable,
  type Event,
  EventEmitter,
  TabInputText,
  TabInputWebview,
  type TextEditor,
  type Uri,
  window,
} from 'vscode';

/** The document that the reader is at; stays the same while the focus is in a webview, such as our graph. */
export interface ActiveDocument extends Disposable {
  readonly uri: Uri | undefined;
  readonly onDidChange: Event<Uri | undefined>;
}

/** VS Code says "no editor" between two editors: what is true after so many milliseconds counts. */
const settle = 30;

/** Follows the active editor. */
export function followEditor(): ActiveDocument {
  const changed = new EventEmitter<Uri | undefined>();
  // After a reload the focus may be in our graph: then the text that is in sight is the one.
  const inSight = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined);
  let uri = documentOf(window.activeTextEditor, inSight?.document.uri);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const next = documentOf(window.activeTextEditor, uri);
    if (next?.toString() === uri?.toString()) return;
    uri = next;
    changed.fire(uri);
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, settle);
  };
  const listeners = [window.onDidChangeActiveTextEditor(lookSoon), window.tabGroups.onDidChangeTabs(lookSoon)];

  return {
    get uri() {
      return uri;
    },
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(timer);
      for (const each of [...listeners, changed]) each.dispose();
    },
  };
}

function documentOf(editor: TextEditor | undefined, last: Uri | undefined): Uri | undefined {
  // The Output panel and other embedded editors stand in no column, and do not count.
  if (editor) return editor.viewColumn === undefined ? last : editor.document.uri;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  // A text in a tab, and no editor: it is still being opened, and we hear of it again.
  return input instanceof TabInputWebview || input instanceof TabInputText ? last : undefined;
}
