import { workspace } from 'vscode';
import type { ProvenEdit } from '../../server/protocol.ts';
import { warn } from '../say.ts';
import { mayWrite } from '../trust.ts';
import { MovedOn, verified } from './verified.ts';

/**
 * Applies an edit in the tick in which it was verified; VS Code gets the documents' versions with it and makes sure of them
 * once more. Answers whether it was applied; where it was not, the reader is told why.
 *
 * @param preview VS Code shows it first, and the reader picks what is applied
 */
export async function applyEdit(edit: ProvenEdit, preview = false): Promise<boolean> {
  if (!mayWrite()) return false;
  try {
    const take = await verified(edit);
    if (
      await workspace.applyEdit(take(undefined, preview ? { needsConfirmation: true, label: edit.label } : undefined), {
        isRefactoring: edit.files.length > 1,
      })
    )
      return true;
    // Who discards a preview knows that nothing was changed.
    if (!preview) void warn(`${edit.label}: VS Code could not apply this, so nothing was changed.`);
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    void warn(`${edit.label}: ${error.message}`);
  }
  return false;
}
