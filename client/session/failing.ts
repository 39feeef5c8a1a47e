import { type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** jsonrpc: the connection was closed while a request waited. `closed` hears of it, too. */
const connectionLost = -32097;

/** What has to be known, and done, when a server fails. */
export interface Failing {
  client(): BaseLanguageClient;
  /** Whether anybody still counts on this server. */
  isWanted(): boolean;
  /** The server is down for good; `what` says so to the reader. */
  gaveUp(what: string): void;
}

/**
 * The library's own way with a server that crashes (start it again, give up after the fifth time in three minutes), but
 * without its messages: it is said once, in our words, when the server is down for good.
 */
export function whenServerFails(
  failing: Failing,
): Required<Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'>> {
  let usual: ReturnType<BaseLanguageClient['createDefaultErrorHandler']> | undefined;
  const ask = () => {
    usual ??= failing.client().createDefaultErrorHandler();
    return usual;
  };
  return {
    errorHandler: {
      error: async (error, message, count) => {
        // No count: not a message that failed but a worker that threw. One that runs goes on, as a page would.
        if (count !== undefined) return { ...(await ask().error(error, message, count)), handled: true };
        if (!failing.client().isRunning()) failing.gaveUp(couldNotStart(error));
        return { action: 1 /* ErrorAction.Continue */, handled: true };
      },
      closed: async () => {
        if (!failing.isWanted()) return { action: 1 /* CloseAction.DoNotRestart */, handled: true };
        const answer = await ask().closed();
        if (answer.action === 1) failing.gaveUp('Note Corpus has stopped working: its language server keeps crashing.');
        return { ...answer, handled: true };
      },
    },
    // `false` is "do not try again"; the start fails with the same error.
    initializationFailedHandler: () => false,
  };
}

/** Leaves what the library would pop up at every try to the log. */
export function inLogOnly(client: BaseLanguageClient): void {
  const report = client.error.bind(client);
  client.error = (message, data, show) => report(message, data, show === 'force' ? false : show);
}

/** Says that the server is down, and offers to start it again. */
export async function sayServerIsDown(what: string, log: LogOutputChannel, restart: () => void): Promise<void> {
  const answer = await window.showErrorMessage(what, 'Restart', 'Show Log');
  if (answer === 'Restart') restart();
  if (answer === 'Show Log') log.show();
}

/** What to say of a start that failed; nothing where the server crashed, which `closed` has heard of. */
export function startFailure(error: { code?: number; message?: string }): string | undefined {
  return error.code === connectionLost ? undefined : couldNotStart(error);
}

function couldNotStart(error: { message?: string } | undefined): string {
  return `Note Corpus could not start its language server: ${error?.message ?? 'there is no reason given'}.`;
}
