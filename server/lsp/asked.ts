import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { Send } from './guard.ts';
import type { Session } from './session.ts';

/** Makes of a request's handler one of the library's kind, behind the guard. */
export type Asked = <P, R>(
  name: string,
  handler: (session: Session, params: P, send?: Send) => R | Promise<R>,
) => (params: P, token?: CancellationToken) => Promise<R | ResponseError<void>>;
