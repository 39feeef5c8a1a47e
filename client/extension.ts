/** Desktop and remote: the server is a child process of the extension host. Built to `dist/client.cjs`. */
import { type ExtensionContext, Uri } from 'vscode';
import { type Extension, start } from './start.ts';

let extension: Extension | undefined;

/** Called by VS Code once it is up; gives tests a way to look inside. */
export function activate(context: ExtensionContext): Extension {
  extension = start(context, async (options) => {
    // Read only when a server is wanted: an ordinary workspace never pays for the client library.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    const server = { module, transport: TransportKind.ipc };
    const client = new LanguageClient('noteCorpus', 'Note Corpus', { run: server, debug: server }, options);
    return { client, end: () => {} };
  });
  return extension;
}

/** Called by VS Code before it goes; the server is stopped in order. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
