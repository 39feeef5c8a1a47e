import { type FileRenameEvent, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import {
  type MoveFilesParams,
  type MoveFilesResult,
  moveFilesRequest,
  type RenameParams,
  type RenameResult,
  renameRequest,
} from '../../server/protocol.ts';
import { shownPath } from '../documents.ts';
import { complain, warn } from '../say.ts';
import { requestFailure } from '../session/failing.ts';
import { placesToWrite } from './places.ts';
import { verified } from './verified.ts';

/**
 * Rename as VS Code asks for it, with proof: the edit is verified in the tick in which it is handed over, and VS Code shows it
 * first where the reader wants that, applies it, and undoes it in one step. Nothing is applied or saved in here, but for a
 * page that goes by its file's name: its file is renamed, and the links follow as they do in the explorer.
 */
export function renamingWithProof(client: () => BaseLanguageClient): Middleware {
  return {
    provideRenameEdits: async (document, position, newName, token) => {
      const params: RenameParams = { uri: document.uri.toString(), position, newName };
      try {
        const result = await client().sendRequest<RenameResult | null>(renameRequest, params, token);
        if (!result || token.isCancellationRequested) return null;
        if ('edit' in result) return (await verified(result.edit))();
        // Once VS Code is done with this rename, which has nothing to change by itself.
        setTimeout(() => void moveFile(Uri.parse(result.move.oldUri), Uri.parse(result.move.newUri)));
      } catch (error) {
        if (!token.isCancellationRequested) void warn(requestFailure(error, client()));
      }
      // Not an error: VS Code would turn to the next one who renames, and that one knows headings only.
      return new WorkspaceEdit();
    },
    workspace: {
      willRenameFiles: (event) => linksKept(client(), event),
    },
  };
}

async function moveFile(from: Uri, to: Uri): Promise<void> {
  const objection = await placesToWrite()(to);
  if (objection) return void complain(`“${shownPath(to)}” ${objection}, so nothing was changed.`);
  const edit = new WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false });
  if (!(await workspace.applyEdit(edit))) {
    const name = to.path.split('/').at(-1);
    void complain(`The file could not be renamed to “${name}”; nothing was changed.`);
  }
}

/** The edit that keeps the links to what moves; VS Code asks the reader about it, and applies it before the move. */
async function linksKept(client: BaseLanguageClient, { files }: FileRenameEvent): Promise<WorkspaceEdit | null> {
  const params: MoveFilesParams = {
    files: files.map(({ oldUri, newUri }) => ({ oldUri: oldUri.toString(), newUri: newUri.toString() })),
  };
  try {
    const edit = await client.sendRequest<MoveFilesResult>(moveFilesRequest, params);
    return edit && (await verified(edit))();
  } catch (error) {
    // The file moves all the same: what the reader asked for is not ours to stop.
    void warn(`Links to what has moved were left as they are: ${requestFailure(error, client)}`);
    return null;
  }
}
