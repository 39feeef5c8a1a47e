import { Uri, workspace } from 'vscode';
import type { CorpusStatus, StatusResult } from '../server/protocol.ts';

/** Files that can be documents of a corpus, as a glob below a folder. */
export const documentGlob = '**/*.{md,markdown,txt}';

/** What is never looked into, as a glob: hidden files and folders, and `node_modules`. */
export const excludeGlob = '{**/node_modules/**,**/.*/**,**/.*}';

/** Whether a file of this name can be a document of a corpus. */
export function mayBeDocument(uri: Uri): boolean {
  return /\.(md|markdown|txt)$/.test(uri.path);
}

/** The corpus that `uri` lies in: the innermost workspace folder that is one. */
export function corpusOf(uri: Uri, status: StatusResult): CorpusStatus | undefined {
  const inside = status.filter(({ isCorpus, folder }) => isCorpus && isInside(uri, Uri.parse(folder)));
  return inside.sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** The path to show for a document: below its folder, with the folder's name where there are several. */
export function shownPath(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

/** The path of a document in the folder of its corpus, which is its id in the graph; undefined where it lies elsewhere. */
export function pathIn(folder: Uri, uri: Uri): string | undefined {
  const path = isInside(uri, folder) ? uri.path.slice(folder.path.replace(/\/$/, '').length + 1) : '';
  return path === '' ? undefined : path;
}

function isInside(uri: Uri, folder: Uri): boolean {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.scheme === folder.scheme && uri.authority === folder.authority && `${uri.path}/`.startsWith(root);
}
