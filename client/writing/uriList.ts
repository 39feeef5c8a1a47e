import { type TextDocument, Uri, workspace } from 'vscode';
import { mayBeDocument } from '../documents.ts';

/** No list of files that somebody drops is longer. */
const most = 200;

/** The uris of a `text/uri-list` (RFC 2483): one a line, comments left out. None where a line is no uri. */
export function uriList(text: string | undefined): Uri[] {
  const lines = (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length > most) return [];
  const uris = lines.map(parsed);
  return uris.every((each) => each !== undefined) ? (uris as Uri[]) : [];
}

/**
 * The document that a text names which is nothing else than its address: `file:///notes/mud.md`, `/notes/mud.md`, or `soil/mud.md` seen
 * from the workspace folder. None for any other text.
 */
export function namedUris(document: TextDocument, text: string | undefined): Uri[] {
  const path = text?.trim() ?? '';
  if (path === '' || path.length > 2000 || /[\r\n]/.test(path) || !mayBeDocument(Uri.file(path))) return [];
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [parsed(path)].filter((each) => each !== undefined);
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
  if (!folder) return [];
  const isAbsolute = /^(?:\/|[a-z]:[\\/])/i.test(path);
  return [isAbsolute ? folder.with({ path: Uri.file(path).path }) : Uri.joinPath(folder, path.replace(/^\.\//, ''))];
}

function parsed(text: string): Uri | undefined {
  try {
    return Uri.parse(text.trim(), true);
  } catch {
    return undefined;
  }
}
