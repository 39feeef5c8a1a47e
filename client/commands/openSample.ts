import { commands, type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import { question } from '../say.ts';

/**
 * Opens the corpus that comes with the extension, as a copy in the extension's storage that can be written to. A copy
 * that is different from the original is replaced only when the reader says so.
 */
export async function openSample(context: ExtensionContext): Promise<void> {
  const original = Uri.joinPath(context.extensionUri, 'media', 'sample');
  const copy = Uri.joinPath(context.globalStorageUri, 'sample');
  const has = await exists(copy);
  const answer = has && !(await sameFiles(original, copy)) ? await askWhich() : 'fresh';
  if (answer === undefined) return;
  if (answer === 'fresh') {
    await workspace.fs.createDirectory(context.globalStorageUri);
    await workspace.fs.copy(original, copy, { overwrite: true });
  }
  // An empty window is as good as a new one.
  const empty = workspace.workspaceFolders === undefined;
  await commands.executeCommand(
    'vscode.openFolder',
    copy,
    empty ? { forceReuseWindow: true } : { forceNewWindow: true },
  );
}

async function askWhich(): Promise<'fresh' | 'kept' | undefined> {
  const answer = await question(
    'Your copy of the sample corpus is different from the original.',
    'Open it as you left it, or replace it by a fresh copy?',
    'Open as It Is',
    'Replace',
  );
  return answer === 'Replace' ? 'fresh' : answer === 'Open as It Is' ? 'kept' : undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function sameFiles(original: Uri, copy: Uri): Promise<boolean> {
  const [ours, theirs] = await Promise.all([filesBelow(original), filesBelow(copy)]);
  if (ours.join('\n') !== theirs.join('\n')) return false;
  const same = await Promise.all(ours.map((path) => sameBytes(Uri.joinPath(original, path), Uri.joinPath(copy, path))));
  return same.every(Boolean);
}

/** Paths below `folder`, sorted; `.vscode` and the like, which VS Code may have written, are not looked at. */
async function filesBelow(folder: Uri, path = ''): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(Uri.joinPath(folder, path));
  const found = await Promise.all(
    entries
      .filter(([name]) => !name.startsWith('.'))
      .map(([name, type]) => {
        const below = path === '' ? name : `${path}/${name}`;
        return type === FileType.Directory ? filesBelow(folder, below) : [below];
      }),
  );
  return found.flat().sort();
}

async function sameBytes(a: Uri, b: Uri): Promise<boolean> {
  const [left, right] = await Promise.all([workspace.fs.readFile(a), workspace.fs.readFile(b)]);
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
