import type { LogOutputChannel } from 'vscode';
import * as protocol from '../../server/protocol.ts';
import { remember, type Told } from './errors.ts';
import { redacted } from './redact.ts';

export interface HeardLog {
  /** The same log: what goes to it is heard. */
  readonly log: LogOutputChannel;
  /** The last errors and warnings, without a word of a note. */
  readonly errors: readonly Told[];
}

/** Names that begin a message of the log: those of our own requests, and of the protocol's as the server calls them. */
const requests: ReadonlySet<string> = new Set([
  ...Object.entries(protocol).flatMap(([name, value]) =>
    /(Request|Notification)$/.test(name) && typeof value === 'string' ? [value, value.replace(/^.*\//, '')] : [],
  ),
  ...[
    'definition',
    'references',
    'hover',
    'documentHighlight',
    'documentLink',
    'documentSymbol',
    'workspaceSymbol',
    'rename',
  ],
  ...[
    'codeAction',
    'codeAction/resolve',
    'codeLens',
    'codeLens/resolve',
    'inlayHint',
    'inlayHint/resolve',
    'prepareRename',
  ],
  ...[
    'prepareCallHierarchy',
    'incomingCalls',
    'outgoingCalls',
    'completion',
    'completionItem/resolve',
    'willRenameFiles',
  ],
  ...['willSave', 'foldingRange', 'selectionRange', 'semanticTokens', 'linkedEditingRange', 'didChangeConfiguration'],
  ...['didChangeWatchedFiles', 'didChangeWorkspaceFolders'],
]);

/** What a log begins with. */
export const aboutLog =
  'This log names files, and what it says of errors may quote notes: look through it before you give it to anybody. “Note Corpus: Report” makes a text that does neither.';

/** Hears what errors go to a log, the server's among them. */
export function hearLog(log: LogOutputChannel): HeardLog {
  log.info(aboutLog);
  let errors: readonly Told[] = [];
  const hearing =
    (name: 'error' | 'warn') =>
    (message: unknown, ...more: unknown[]) => {
      const whole = message instanceof Error ? (message.stack ?? message.message) : String(message);
      errors = remember(errors, redacted(whole, requests), Date.now());
      (log[name] as (...all: unknown[]) => void)(message, ...more);
    };
  const heard = { error: hearing('error'), warn: hearing('warn') };
  return {
    // Over nothing, since VS Code's own object is frozen, and its level changes.
    log: new Proxy({} as LogOutputChannel, {
      get: (_, key) => {
        if (key === 'error' || key === 'warn') return heard[key];
        const value: unknown = Reflect.get(log, key);
        return typeof value === 'function' ? value.bind(log) : value;
      },
    }),
    get errors() {
      return errors;
    },
  };
}
