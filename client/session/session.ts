import type { CancellationToken, Disposable, Event, LogOutputChannel } from 'vscode';
import type { StatusResult } from '../../server/protocol.ts';

/** The server as the rest of the client sees it: up while there is a corpus, asleep otherwise. */
export interface Session extends Disposable {
  readonly log: LogOutputChannel;
  /** What the server knows of each folder; empty while it does not run. */
  readonly status: StatusResult;
  readonly running: boolean;
  /** The server is up and some folder is a corpus. */
  readonly active: boolean;
  /** The corpus is being read, or the server is on its way up. */
  readonly indexing: boolean;
  /** The reader has stopped the reading, so that there is a folder of which nothing is known: it waits for `restart`. */
  readonly stopped: boolean;
  /** The server has crashed too often, or could not be started: it waits for `restart`. */
  readonly failed: boolean;
  /** Uris of documents that are left out, since the server went down over each of them twice. */
  readonly leftOut: ReadonlySet<string>;
  /** When the server went down, in milliseconds since 1970. */
  readonly crashes: readonly number[];
  /** The server went down, and is on its way up again; no status is known until it is. */
  readonly recovering: boolean;
  /** When it last fell asleep, in milliseconds since 1970; 0 before the first time. */
  readonly asleepSince: number;
  /** Any of the above is different now. */
  readonly onDidChangeState: Event<void>;
  /** The corpus is different now: ask again for what you show. */
  readonly onDidChangeCorpus: Event<void>;
  /** One of our own requests; `undefined` where there is no answer (see `ask.ts`). */
  ask<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result | undefined>;
  /** One of our own notifications; nothing happens where the server is not up. */
  tell(method: string, params?: unknown): void;
  /**
   * Starts the server if any folder could be a corpus, and again if it was started for other kinds of folders. One that was
   * stopped by the reader, or has failed, stays down.
   */
  wake(): Promise<void>;
  /** Starts the server afresh, also after it was stopped or has given up. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Takes up the documents that are left out. */
  tryAgain(): void;
}
