/**
 * The page's line to the extension, and its memory: what it remembers is kept here at once, and told to the extension when the
 * reader has come to rest.
 */
import type { FromGraph } from './messages.ts';
import { fitting, nothingSaved, readSaved, type Saved } from './saved.ts';

interface VsCodeApi {
  postMessage(message: FromGraph): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface Talk {
  tell(message: FromGraph): void;
  saved(): Saved;
  save(change: Partial<Saved>): void;
  /** Takes up what the extension remembered, where the page itself knows nothing: it was not only reloaded. */
  remember(state: unknown): void;
}

/** After the last change, in milliseconds. */
const pause = 400;

/** The line; there is one for each page. */
export function openTalk(): Talk {
  const vscode = acquireVsCodeApi();
  const own = vscode.getState();
  let saved = own === undefined || own === null ? nothingSaved : readSaved(own);
  let timer: number | undefined;
  const flush = (): void => {
    window.clearTimeout(timer);
    if (timer === undefined) return;
    timer = undefined;
    vscode.postMessage({ type: 'remember', state: fitting(saved) });
  };
  // A page that is hidden is soon gone.
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  return {
    tell: (message) => vscode.postMessage(message),
    saved: () => saved,
    save: (change) => {
      const next = { ...saved, ...change };
      if (JSON.stringify(next) === JSON.stringify(saved)) return;
      saved = next;
      vscode.setState(saved);
      window.clearTimeout(timer);
      timer = window.setTimeout(flush, pause);
    },
    remember: (state) => {
      if (own !== undefined && own !== null) return;
      saved = readSaved(state);
      vscode.setState(saved);
    },
  };
}
