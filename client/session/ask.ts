import type { CancellationToken, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** LSP 3.17: the documents changed while the answer was made; asking again is right. */
const contentModified = -32801;
/** LSP 3.17: the server, or we, took the question back. */
const cancelled = [-32802, -32800];
const tries = 3;
/** Milliseconds between two tries. */
const pause = 200;

/**
 * The server's answer to one of our own requests; `undefined` where there is none: the question was taken back, the
 * server is not up, or it failed, which the log then tells.
 */
export async function ask<Result>(
  client: BaseLanguageClient,
  log: LogOutputChannel,
  method: string,
  params: unknown,
  token?: CancellationToken,
): Promise<Result | undefined> {
  for (let left = tries; left > 0; left--) {
    try {
      // Without a token nothing may stand in its place: the library would take it for a second parameter.
      return await (token
        ? client.sendRequest<Result>(method, params, token)
        : client.sendRequest<Result>(method, params));
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (token?.isCancellationRequested || !client.isRunning() || cancelled.includes(code as number)) return undefined;
      if (code !== contentModified || left === 1) {
        log.error(`${method}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return undefined;
}
