import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { ParamsError } from './params.ts';
import { Refusal } from './refusal.ts';
import { hear } from './turns.ts';

/** Where the server says what went wrong: the client's output channel, or standard error. Never note text. */
export interface Log {
  error(message: string): void;
  info(message: string): void;
  /** For what was thrown in a timer or a promise that nobody waits for: uncaught, it would end the process. */
  readonly failed: (error: unknown) => void;
}

export function logTo(console: { error(message: string): void; info(message: string): void }): Log {
  return {
    error: (message) => console.error(message),
    info: (message) => console.info(message),
    failed: (error) => console.error(inWords(error)),
  };
}

/** Sends part of an answer, where the client wants it in parts (LSP 3.17, "Partial Result Progress"). */
export type Send = (part: unknown) => void;

/** Whether the client still waits for the answer: long work asks between its steps. */
export type IsWanted = () => boolean;

const cancelled = (name: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);

/** What a request's handler needs to be answered well. */
export interface Circumstances {
  readonly log: Log;
  /** Resolves when the corpora are read. */
  readonly ready: () => Promise<void>;
  /** Version of the open document that a request speaks of; undefined where it speaks of none. */
  readonly versionIn: (params: unknown) => number | undefined;
  /** Hears which document is worked on, where a request names one, and when that is done: of none. */
  readonly working: (params: unknown) => void;
}

/**
 * Wraps a request's handler: waits until the corpora are read, answers a cancelled request as such, one whose document
 * was edited while it waited as out of date (its positions are of another text), and turns an exception into an error
 * answer that names the request, with the stack in the log. The only try/catch around a handler.
 *
 * @param early answers before the corpora are read, where it can
 */
export function guard<P, R>(
  { log, ready, versionIn, working }: Circumstances,
  name: string,
  handler: (params: P, send?: Send, isWanted?: IsWanted) => R | Promise<R>,
  early?: (params: P) => Promise<R | undefined>,
): (
  params: P,
  token?: CancellationToken,
  progress?: unknown,
  results?: { report(part: unknown): void },
) => Promise<R | ResponseError<void>> {
  return async (first, second, _, results) => {
    // A request without any params is handed over as `(token)`.
    const [params, token] = second ? [first, second] : [null as P, first as CancellationToken];
    hear();
    try {
      const version = versionIn(params);
      const answer = await early?.(params);
      if (answer === undefined) await ready();
      if (token.isCancellationRequested) return cancelled(name);
      if (version !== undefined && versionIn(params) !== version) {
        return new ResponseError(
          LSPErrorCodes.ContentModified,
          `The document was changed before ${name} was answered.`,
        );
      }
      if (answer !== undefined) return answer;
      let made: R | Promise<R>;
      working(params);
      try {
        made = handler(params, results && ((part) => results.report(part)), () => !token.isCancellationRequested);
      } finally {
        // What is waited for is no work.
        working(undefined);
      }
      const found = await made;
      return token.isCancellationRequested ? cancelled(name) : found;
    } catch (error) {
      if (error instanceof ParamsError)
        return new ResponseError(ErrorCodes.InvalidParams, `${name}: ${error.message}.`);
      // What the person is told is no fault of ours, and no note text goes to the log.
      if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      log.error(`${name}: ${inWords(error)}`);
      return new ResponseError(
        LSPErrorCodes.RequestFailed,
        `Note Corpus could not answer ${name}; its output tells why.`,
      );
    }
  };
}

/** The same for a notification, which nobody waits for. */
export function guardNotification<P>(log: Log, name: string, handler: (params: P) => void): (params: P) => void {
  return (params) => {
    try {
      handler(params);
    } catch (error) {
      log.error(`${name}: ${inWords(error)}`);
    }
  };
}

const inWords = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
