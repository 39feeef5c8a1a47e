import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListFilesParams,
  type ListFilesResult,
  listFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../server/protocol.ts';
import { excludeGlob } from '../documents.ts';

/** Bytes; nothing that a person wrote is larger, and a worker would choke on it. */
const largest = 16 * 1024 * 1024;

/** Answers a server that has no file system of its own. Harmless for one that has: it does not ask. */
export function answerForFiles(client: BaseLanguageClient): void {
  client.onRequest(listFilesRequest, ({ folder }: ListFilesParams) => listFiles(Uri.parse(folder)));
  client.onRequest<ReadFileResult, void>(readFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
}

/** The uris of all files below `folder`, sorted, without hidden ones and `node_modules`. */
async function listFiles(folder: Uri): Promise<ListFilesResult> {
  const found = await workspace.findFiles(new RelativePattern(folder, '**/*'), excludeGlob);
  // Not every virtual file system can search; each can be walked.
  const all = found.length > 0 ? found.map(String) : await walk(folder);
  // `findFiles` searches in parallel and has no order of its own.
  return all.sort();
}

async function walk(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const seen = entries.filter(([name]) => !name.startsWith('.') && name !== 'node_modules');
  const found = await Promise.all(
    seen.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      // A link to a folder can lead round in a circle.
      if (type === FileType.Directory) return walk(uri);
      return type & FileType.File ? [uri.toString()] : [];
    }),
  );
  return found.flat();
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > largest) return { error: `it is larger than ${largest / 1024 / 1024} MB` };
    return { base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { error: inWords(error) };
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof FileSystemError)) return error instanceof Error ? error.message : String(error);
  switch (error.code) {
    case 'FileNotFound':
      return 'it is not there';
    case 'FileIsADirectory':
      return 'it is a folder';
    case 'NoPermissions':
      return 'there is no permission to read it';
    case 'Unavailable':
      return 'its file system cannot be reached';
    default:
      return error.message;
  }
}

/** By pieces, since a call takes only so many arguments, and of a multiple of 3, so that no padding falls inside. */
function toBase64(bytes: Uint8Array): string {
  const piece = 3 * 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + piece)));
  }
  return text;
}
