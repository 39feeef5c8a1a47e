import { type ExtensionContext, Uri } from 'vscode';

/**
 * The folder in which the server may keep what it has read of this workspace, in the storage that VS Code gives us; it is
 * only named here, and need not exist. `undefined` where the storage is on no disk, as in a browser.
 */
export function cacheFolder({ storageUri, globalStorageUri }: ExtensionContext): Uri | undefined {
  const storage = storageUri ?? globalStorageUri;
  return storage.scheme === 'file' ? Uri.joinPath(storage, 'cache') : undefined;
}
