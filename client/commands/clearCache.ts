import { type ExtensionContext, FileSystemError, workspace } from 'vscode';
import { cacheFolder } from '../cache.ts';
import type { Session } from '../session/session.ts';

/** Deletes what the server has kept of this workspace, and lets it read everything again. */
export async function clearCache(context: ExtensionContext, session: Session): Promise<void> {
  // First, or it would write what it knows once more.
  await session.stop();
  const cache = cacheFolder(context);
  try {
    if (cache) await workspace.fs.delete(cache, { recursive: true });
  } catch (error) {
    const isGone = error instanceof FileSystemError && error.code === 'FileNotFound';
    if (!isGone) session.log.error(`The cache could not be deleted: ${error}`);
  }
  await session.restart();
}
