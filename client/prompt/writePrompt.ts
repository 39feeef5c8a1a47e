import { Range, TextEditorRevealType, Uri, window } from 'vscode';
import { type WritePromptParams, type WritePromptResult, writePromptRequest } from '../../server/protocol.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { warn } from '../say.ts';
import type { Session } from '../session/session.ts';

/** Writes a research prompt into an inquiry that has none, and shows it. Nothing is saved. */
export async function writePrompt(session: Session, uri: Uri): Promise<void> {
  const params: WritePromptParams = { uri: uri.toString() };
  const result = await session.ask<WritePromptResult>(writePromptRequest, params);
  if (!result || 'refused' in result) {
    void warn(result?.refused ?? 'No research prompt could be written. The log of Note Corpus tells why.');
    return;
  }
  if (!(await applyEdit(result.edit))) return;
  const file = result.edit.files[0];
  const at = file?.edits[0]?.range.start;
  if (!file || !at) return;
  const editor = await window.showTextDocument(Uri.parse(file.uri), { preview: false });
  editor.revealRange(new Range(at.line, 0, at.line + 6, 0), TextEditorRevealType.InCenterIfOutsideViewport);
}
