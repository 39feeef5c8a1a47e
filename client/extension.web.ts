/** The browser (vscode.dev, github.dev): the server is a web worker. Built to `dist/client-web.js`. */
import { type ExtensionContext, Uri } from 'vscode';
import type { InitializationOptions } from '../server/protocol.ts';
import { type Extension, start } from './start.ts';

let extension: Extension | undefined;

/** Called by VS Code once it is up; gives tests a way to look inside. */
export function activate(context: ExtensionContext): Extension {
  extension = start(context, async (options, extra) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
    let worker: Worker | undefined;
    // A worker does not end by itself when the protocol says `exit`, and a restart wants a new one.
    const end = () => worker?.terminate();
    const initializationOptions: InitializationOptions = { commands: true, ...extra };
    const client = new LanguageClient(
      'noteCorpus',
      'Note Corpus',
      async () => {
        end();
        worker = new Worker(script);
        // Not the worker itself: the library knows one by `instanceof`, and VS Code wraps the class.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      },
      { ...options, initializationOptions },
    );
    // No file in which a worker could leave a trail: nobody knows what it was at work on.
    return { client, end, killer: () => end, working: async () => [] };
  });
  return extension;
}

/** Called by VS Code before it goes; the server is stopped in order. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
