import { ProgressLocation, window } from 'vscode';
import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';
import { grouped } from '../words.ts';

export type ProgressValue = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** LSP 3.17: asks the server to leave a piece of work. */
export const cancelNotification = 'window/workDoneProgress/cancel';

/** Milliseconds. More figures in a second nobody can read, and the server has one for each of its turns. */
const pause = 200;

/** What the server says of the files that it reads (LSP 3.17, "Work Done Progress"), and whether it was stopped. */
export interface Reading {
  /** A piece of work has begun and not ended. */
  readonly busy: boolean;
  /** The reader has cancelled it; true until `goOn`. */
  readonly stopped: boolean;
  hear(token: ProgressToken, value: ProgressValue): void;
  /** The corpus is to be read again, or was read all the same. */
  goOn(): void;
  /** A server that is gone ends nothing any more. */
  forget(): void;
}

/**
 * Shows how far the server is, and lets the reader cancel it. `changed` is called when it becomes busy or idle, `cancel`
 * is to tell the server.
 */
export function watchReading(changed: () => void, cancel: (token: ProgressToken) => void): Reading {
  const open = new Map<ProgressToken, Shown>();
  let stopped = false;

  function begin(token: ProgressToken): void {
    const shown = show(() => {
      stopped = true;
      cancel(token);
    });
    open.set(token, shown);
    if (open.size === 1) changed();
  }

  function end(token: ProgressToken): void {
    open.get(token)?.end();
    if (open.delete(token) && open.size === 0) changed();
  }

  return {
    get busy() {
      return open.size > 0;
    },
    get stopped() {
      return stopped;
    },
    hear: (token, value) => {
      if (value.kind === 'begin') begin(token);
      else if (value.kind === 'end') end(token);
      else open.get(token)?.report(value);
    },
    goOn: () => {
      stopped = false;
    },
    forget: () => {
      for (const shown of open.values()) shown.end();
      open.clear();
    },
  };
}

/** One piece of work, as it is shown. */
interface Shown {
  report(value: WorkDoneProgressReport): void;
  end(): void;
}

/**
 * "Reading the corpus: 1,234 of 10,000 files (12%)" in the status bar, where VS Code shows its own work: clicked, it opens a
 * notification with the bar and Cancel. None pops up by itself, however long it takes: nobody has to do anything.
 */
function show(cancelled: () => void): Shown {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let report: Shown['report'] = () => {};
  const options = { location: ProgressLocation.Window, title: 'Reading the corpus', cancellable: true };
  void window.withProgress(options, (progress, token) => {
    token.onCancellationRequested(cancelled);
    let at = Number.NEGATIVE_INFINITY;
    let reached = 0;
    report = ({ message, percentage = reached }) => {
      if (performance.now() - at < pause) return;
      at = performance.now();
      const figures = message ? `${inOurFigures(message)} (${percentage}%)` : `${percentage}%`;
      progress.report({ message: figures, increment: percentage - reached });
      reached = percentage;
    };
    return ended;
  });
  return { report: (value) => report(value), end };
}

/** "1,234 of 10,000 files" of "1234 of 10000 files". */
function inOurFigures(message: string): string {
  return message.replace(/\d{4,}/g, (figure) => grouped(Number(figure)));
}
