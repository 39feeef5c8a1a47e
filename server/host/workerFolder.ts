import type { Connection } from 'vscode-languageserver';
import { type ListFilesResult, type ReadFileResult, listFilesRequest, readFileRequest } from '../protocol.ts';
import { folderUris } from '../lsp/uris.ts';
import { decode } from './decode.ts';
import type { Folder, Reading } from './ports.ts';

/** A folder that only the client can see. It leaves out hidden and ignored files itself. */
export function workerFolder(connection: Connection, folder: string): Folder {
  const uris = folderUris(folder);
  const list = async (): Promise<string[]> => {
    const files = await connection.sendRequest<ListFilesResult>(listFilesRequest, { folder });
    return files.map(uris.pathOf).filter((path) => path !== undefined).sort();
  };
  return {
    list,
    admits: (path) => !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules'),
    async kindOf(path) {
      const files = await list();
      if (files.includes(path)) return 'file';
      return files.some((each) => each.startsWith(`${path}/`)) ? 'folder' : 'nothing';
    },
    async read(path): Promise<Reading> {
      const answer = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri: uris.uriOf(path) });
      if ('error' in answer) return { problem: `cannot be read: ${answer.error}`, document: true };
      return decode(path, Uint8Array.from(atob(answer.base64), (unit) => unit.charCodeAt(0)));
    },
  };
}
