import type { Connection } from 'vscode-languageserver';
import { isHidden } from '../core/index.ts';
import type { FileKind, Folder, Reading } from '../lsp/ports.ts';
import { folderUris } from '../lsp/uris.ts';
import { type ListFilesResult, listFilesRequest, type ReadFileResult, readFileRequest } from '../protocol.ts';
import { decode } from './decode.ts';
import { foldersAbove, isLeftOut, rulesOf } from './rules.ts';

/** A folder that only the client can see. Hidden and ignored files it leaves out itself. */
export function workerFolder(connection: Connection, folder: string): Folder {
  const uris = folderUris(folder);
  let rules = rulesOf([]);
  const admits = (path: string): boolean =>
    !isHidden(path) && ![...foldersAbove(path), path].some((each) => isLeftOut(rules, each));
  const files = async (): Promise<string[]> => {
    const found = await connection.sendRequest<ListFilesResult>(listFilesRequest, { folder });
    return found
      .map(uris.pathOf)
      .filter((path) => path !== undefined && admits(path))
      .sort() as string[];
  };
  return {
    async list(exclude, skip) {
      rules = rulesOf(exclude);
      try {
        return await files();
      } catch (error) {
        skip({ path: '.', reason: `cannot be listed: ${messageOf(error)}` });
        return [];
      }
    },
    admits,
    async kindsOf(paths) {
      const all = await files().catch(() => undefined);
      if (!all) return paths.map(() => 'file');
      const [known, folders] = [new Set(all), new Set(all.flatMap(foldersAbove))];
      return paths.map((path): FileKind => (known.has(path) ? 'file' : folders.has(`${path}/`) ? 'folder' : 'nothing'));
    },
    async read(path): Promise<Reading> {
      try {
        const answer = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri: uris.uriOf(path) });
        if ('error' in answer) return { problem: `cannot be read: ${answer.error}`, document: true };
        return decode(
          path,
          Uint8Array.from(atob(answer.base64), (unit) => unit.charCodeAt(0)),
        );
      } catch (error) {
        return { problem: `cannot be read: ${messageOf(error)}`, document: true };
      }
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
