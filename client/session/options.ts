import { type LogOutputChannel, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { type InitializationOptions, pulseRequest } from '../../server/protocol.ts';
import { documentGlob } from '../documents.ts';
import { plainNames } from '../plainNames.ts';
import type { whenServerFails } from './failing.ts';
import type { Reading } from './reading.ts';

/** A client that can be started, and `end`, which clears away what its own `stop` leaves running. */
export interface Server {
  readonly client: BaseLanguageClient;
  end(): void;
  /**
   * What ends it, also when it does not answer any more: to be had before it is stopped, since the library then forgets the process, and one
   * that is stuck in a loop would go on behind a window that was closed.
   */
  killer(): () => void;
  /** Uris of the documents that it was at work on when it went down, as far as that is known. */
  working(): Promise<readonly string[]>;
}

/** The one thing that desktop and web do differently. `start` says what the server is to know besides, each time it starts. */
export type MakeClient = (options: LanguageClientOptions, start: Partial<InitializationOptions>) => Promise<Server>;

/** The uri schemes of the workspace's folders, sorted: a server knows only the ones it was started with. */
export function folderSchemes(): string[] {
  return [...new Set((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme))].sort();
}

/**
 * How the language client is set up. `reading` hears of every step of the server's work; `edits` go through what verifies them; `beat`
 * hears of all that is sent to the server.
 */
export function clientOptions(
  log: LogOutputChannel,
  trace: LogOutputChannel,
  failing: ReturnType<typeof whenServerFails>,
  reading: Reading,
  edits: Middleware,
  beat: () => void,
): LanguageClientOptions {
  return {
    // A document is a file below a workspace folder, so the folders' own schemes are the right ones, whatever file
    // system they are on (file, vscode-vfs, vscode-test-web, …), and `git:` or `output:` documents never count.
    documentSelector: folderSchemes().map((scheme) => ({ scheme, pattern: documentGlob })),
    outputChannel: log,
    traceOutputChannel: trace,
    // 4 is `RevealOutputChannelOn.Never`: the log comes up when somebody asks for it.
    revealOutputChannelOn: 4,
    ...failing,
    // Texts of notes are shown in hovers: nothing in them is to become a command, HTML or an icon.
    markdown: { isTrusted: false, supportHtml: false, supportThemeIcons: false },
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: {
      ...edits,
      ...plainNames,
      sendNotification: (type, next, params) => {
        beat();
        return next(type, params);
      },
      sendRequest: (type, params, token, next) => {
        if (type !== pulseRequest) beat();
        return next(type, params, token);
      },
      handleWorkDoneProgress: (token, value, next) => {
        reading.hear(token, value);
        // The library would show it under the server's words, and would not tell us when the reader cancels it.
        if (value.kind === 'end') next(token, value);
      },
    },
  };
}
