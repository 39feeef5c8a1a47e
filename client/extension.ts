/** Desktop and remote: the server is a child process of the extension host. Built to `dist/client.cjs`. */
import { type ExtensionContext, Uri } from 'vscode';
import type { InitializationOptions } from '../server/protocol.ts';
import { cacheFolder } from './cache.ts';
import { type Extension, start } from './start.ts';

let extension: Extension | undefined;

/** Called by VS Code once it is up; gives tests a way to look inside. */
export function activate(context: ExtensionContext): Extension {
  extension = start(context, async (options) => {
    // A bundle of its own, 17 times as large as ours: read only when a server is wanted, so that an ordinary workspace
    // never pays for it.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    const server = { module, transport: TransportKind.ipc };
    const cache = cacheFolder(context)?.fsPath;
    const initializationOptions: InitializationOptions = { ...(cache !== undefined && { cache }), commands: true };
    const client = new LanguageClient(
      'noteCorpus',
      'Note Corpus',
      { run: server, debug: server },
      { ...options, initializationOptions },
    );
    return { client, end: () => {} };
  });
  return extension;
}

/** Called by VS Code before it goes; the server is stopped in order. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
