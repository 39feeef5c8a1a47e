import type { Connection } from 'vscode-languageserver';
import type { Progress } from './reading/readFiles.ts';

/** A progress bar is shown for work that takes longer, in milliseconds. */
const PATIENCE = 1000;

/** Between two reports, in milliseconds: nobody reads faster. */
const PAUSE = 100;

/**
 * Shows how far the reading of a folder is, if it takes its time. `step` is for each bit of progress and answers false once
 * the user has had enough; `done` must be called at the end.
 */
export function showProgress(connection: Connection, folder: string): { step: Progress; done: () => void } {
  let cancelled = false;
  let over = false;
  let report: Progress | undefined;
  let end = (): void => {};
  const timer = setTimeout(() => {
    const bar = connection.window.createWorkDoneProgress();
    bar.then(
      (bar) => {
        // It took the client so long to make the bar that there is nothing left to show.
        if (over) return;
        bar.begin('Note Corpus', 0, `reading ${nameOf(folder)}`, true);
        bar.token.onCancellationRequested(() => (cancelled = true));
        let told = 0;
        report = (done, all) => {
          if (Date.now() - told < PAUSE) return true;
          told = Date.now();
          bar.report(Math.floor((100 * done) / Math.max(1, all)), `${done} of ${all} files`);
          return true;
        };
        end = () => bar.done();
      },
      () => {}, // The client will not show one; the work goes on.
    );
  }, PATIENCE);
  return {
    step: (done, all) => {
      report?.(done, all);
      return !cancelled;
    },
    done: () => {
      over = true;
      clearTimeout(timer);
      end();
    },
  };
}

/** `my notes` of `file:///home/me/my%20notes`. */
function nameOf(folder: string): string {
  const last = folder.replace(/\/+$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
