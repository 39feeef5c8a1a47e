import { EventEmitter, LogLevel, type LogOutputChannel, window, workspace } from 'vscode';

const setting = 'noteCorpus.trace.server';

/**
 * Where the messages between client and server go, as the setting says: nowhere, or to a channel of their own, which is made once
 * it is needed. Messages hold texts of notes, so they never go to the log.
 */
export function traceChannel(): LogOutputChannel {
  const levels = new EventEmitter<LogLevel>();
  let channel: LogOutputChannel | undefined;
  const made = () => {
    channel ??= window.createOutputChannel('Note Corpus Trace', { log: true });
    return channel;
  };
  // The library traces while the channel's level is `Trace`, and asks the setting only how much.
  const level = () => (workspace.getConfiguration().get(setting) === 'off' ? LogLevel.Info : LogLevel.Trace);
  const listener = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) levels.fire(level());
  });
  return {
    name: 'Note Corpus Trace',
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: levels.event,
    trace: (message, ...more) => made().info(message, ...more),
    debug: (message, ...more) => made().debug(message, ...more),
    info: (message, ...more) => made().info(message, ...more),
    warn: (message, ...more) => made().warn(message, ...more),
    error: (message, ...more) => made().error(message, ...more),
    append: (value) => made().append(value),
    appendLine: (value) => made().appendLine(value),
    replace: (value) => made().replace(value),
    clear: () => channel?.clear(),
    show: () => made().show(),
    hide: () => channel?.hide(),
    dispose: () => {
      listener.dispose();
      levels.dispose();
      channel?.dispose();
    },
  };
}
