/** Desktop and remote: the server is a child process of the extension host. Built to `dist/client.cjs`. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type InitializationOptions, workingIn } from '../server/protocol.ts';
import { cacheFolder } from './cache.ts';
import { type Extension, start } from './start.ts';

let extension: Extension | undefined;

/** Called by VS Code once it is up; gives tests a way to look inside. */
export function activate(context: ExtensionContext): Extension {
  const cache = cacheFolder(context);
  // Each window has its own: two of them may share the storage.
  const trail =
    cache && Uri.joinPath(cache, `working-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`);
  extension = start(context, async (options, extra) => {
    // A bundle of its own, 17 times as large as ours: read only when a server is wanted, so that an ordinary workspace
    // never pays for it.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    const server = { module, transport: TransportKind.ipc };
    const initializationOptions: InitializationOptions = {
      commands: true,
      ...(cache && { cache: cache.fsPath }),
      ...(trail && { trail: trail.fsPath }),
      ...extra,
    };
    const client = new LanguageClient(
      'noteCorpus',
      'Note Corpus',
      { run: server, debug: server },
      { ...options, initializationOptions },
    );
    return {
      client,
      end: () => {},
      killer: () => {
        const { serverProcess } = client;
        return () => void serverProcess?.kill('SIGKILL');
      },
      working: () => readTrail(trail),
    };
  });
  return extension;
}

/** What a server was at work on that is gone, by the trail that it left. */
async function readTrail(trail: Uri | undefined): Promise<string[]> {
  if (!trail) return [];
  const bytes = await workspace.fs.readFile(trail).then(
    (bytes) => bytes,
    () => new Uint8Array(),
  );
  return workingIn(bytes).map((path) => Uri.file(path).toString());
}

/** Called by VS Code before it goes; the server is stopped in order. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
