import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where the server says what went wrong: the client's output channel, or standard error. Never note text. */
export interface Log {
  error(message: string): void;
  info(message: string): void;
}

/**
 * Wraps a request's handler: waits until the corpora are read, answers a cancelled request as such, and turns an exception
 * into an error answer that names the request, with the stack in the log. The only try/catch around a handler.
 */
export function guard<P, R>(
  log: Log,
  name: string,
  ready: () => Promise<void>,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    try {
      await ready();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
      return await handler(params, token);
    } catch (error) {
      log.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, `Note Corpus could not answer ${name}; its output tells why.`);
    }
  };
}

/** The same for a notification, which nobody waits for. */
export function guardNotification<P>(
  log: Log,
  name: string,
  handler: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async (params) => {
    try {
      await handler(params);
    } catch (error) {
      log.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  };
}
