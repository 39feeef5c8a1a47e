import type { LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { complain } from '../say.ts';

/** jsonrpc: the connection was closed while a request waited. `closed` hears of it, too. */
const connectionLost = -32097;

/** So many messages may fail to be written before the server counts as gone. */
const bearable = 3;

/** What has to be known, and done, when a server fails. */
export interface Failing {
  client(): BaseLanguageClient;
  /** Whether anybody still counts on this server. */
  isWanted(): boolean;
  /** The server is gone; it may be started again. */
  wentDown(): void;
  /** The server is down for good; `what` says so to the reader. */
  gaveUp(what: string): void;
}

/**
 * Whether and when a server that crashed is started again is ours to say (`crashes.ts`), and so is what is said of it: the
 * library's own way (again at once, and silence after the fifth time in three minutes) is switched off.
 */
export function whenServerFails(
  failing: Failing,
): Required<Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'>> {
  return {
    errorHandler: {
      error: (error, _, count) => {
        // No count: not a message that failed but a worker that threw. One that runs goes on, as a page would.
        if (count === undefined && !failing.client().isRunning()) failing.gaveUp(couldNotStart(error));
        if (count !== undefined && count > bearable) failing.wentDown();
        return { action: 1 /* ErrorAction.Continue */, handled: true };
      },
      closed: () => {
        if (failing.isWanted()) failing.wentDown();
        // Else the log would say that it is not started again.
        return {
          action: 1 /* CloseAction.DoNotRestart */,
          handled: true,
          message: 'The connection to the server was closed.',
        };
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
  const answer = await complain(what, 'Restart', 'Show Log');
  if (answer === 'Restart') restart();
  if (answer === 'Show Log') log.show();
}

/** What to say of a request that failed: the server's own words, or that it went down. */
export const requestFailure = (error: unknown, client: BaseLanguageClient): string => {
  if (!client.isRunning()) return 'Nothing was changed: Note Corpus went down before it answered.';
  return error instanceof Error ? error.message : String(error);
};

/** What to say of a start that failed; nothing where the server crashed, which `closed` has heard of. */
export function startFailure(error: { code?: number; message?: string }): string | undefined {
  return error.code === connectionLost ? undefined : couldNotStart(error);
}

/** What to say of a server that could not even be started. */
export function couldNotStart(error: { message?: string } | undefined): string {
  return `Note Corpus could not start its language server: ${error?.message ?? 'there is no reason given'}.`;
}
