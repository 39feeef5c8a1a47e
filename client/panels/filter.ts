import { commands, type Disposable, window } from 'vscode';

/** Milliseconds after a letter before the tree is asked for what the words leave. */
const pause = 150;

/** Words that the rows of a view must have; they stay until somebody takes them away. */
export interface Filter extends Disposable {
  readonly words: string;
  /** Opens a box for the words; the tree follows what is typed. */
  ask(): void;
  clear(): void;
}

/**
 * The filter of a view. The context key `<id>.filtered` tells whether there is one.
 *
 * @param of what it looks at, in words
 */
export function filterOf(id: string, of: string, changed: () => void): Filter {
  let words = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(next: string): void {
    clearTimeout(timer);
    if (next.trim() === words) return;
    words = next.trim();
    void commands.executeCommand('setContext', `${id}.filtered`, words !== '');
    changed();
  }

  return {
    get words() {
      return words;
    },
    ask: () => {
      const box = window.createInputBox();
      box.title = `Filter by ${of}`;
      box.placeholder = 'Words, or parts of words, in any order';
      box.prompt = 'Stays until it is cleared. Empty shows all.';
      box.value = words;
      box.onDidChangeValue((value) => {
        clearTimeout(timer);
        timer = setTimeout(() => set(value), pause);
      });
      box.onDidAccept(() => {
        set(box.value);
        box.hide();
      });
      box.onDidHide(() => {
        set(box.value);
        box.dispose();
      });
      box.show();
    },
    clear: () => set(''),
    dispose: () => clearTimeout(timer),
  };
}

/** What is said behind a view's title: the words in force first. */
export const describe = ({ words }: Filter, ...rest: readonly string[]): string =>
  [...(words ? [`“${words}”`] : []), ...rest].filter(Boolean).join(' · ');
