import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { IsWanted, Send } from './guard.ts';
import type { Session } from './session.ts';

/** Answers a request: to be sent in parts, and to be left where nobody waits for it any more. */
export type Handler<P, R> = (session: Session, params: P, send?: Send, isWanted?: IsWanted) => R | Promise<R>;

/** Makes of a request's handler one of the library's kind, behind the guard. */
export type Asked = <P, R>(
  name: string,
  handler: Handler<P, R>,
) => (params: P, token?: CancellationToken) => Promise<R | ResponseError<void>>;

/** Registers the handler of a request of our own. */
export type Answer = (method: string, handler: Handler<never, unknown>) => void;
