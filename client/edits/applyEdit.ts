import { window, workspace } from 'vscode';
import type { ProvenEdit } from '../../server/protocol.ts';
import { MovedOn, verified } from './verified.ts';

/**
 * Applies an edit in the tick in which it was verified; VS Code gets the documents' versions with it and makes sure of them
 * once more. Answers whether it was applied; where it was not, the reader is told why.
 */
export async function applyEdit(edit: ProvenEdit): Promise<boolean> {
  try {
    const take = await verified(edit);
    if (await workspace.applyEdit(take(), { isRefactoring: edit.files.length > 1 })) return true;
    void window.showWarningMessage(`${edit.label}: VS Code could not apply this, so nothing was changed.`);
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    void window.showWarningMessage(`${edit.label}: ${error.message}`);
  }
  return false;
}
