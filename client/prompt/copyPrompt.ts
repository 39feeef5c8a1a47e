import { type Uri, window } from 'vscode';
import { type PromptParams, type PromptResult, promptRequest } from '../../server/protocol.ts';
import { copy } from '../clipboard.ts';
import { inform, warn } from '../say.ts';
import type { Session } from '../session/session.ts';
import { counted } from '../words.ts';
import { writePrompt } from './writePrompt.ts';

const shown = 5000; // Milliseconds.

/**
 * Copies the research prompt of an inquiry, alone or with its sources. Where it has none the reader may have one written, or copy
 * a new one without writing anything.
 */
export async function copyPrompt(session: Session, uri: Uri, withSources: boolean, make = false): Promise<void> {
  const params: PromptParams = { uri: uri.toString(), now: thisMonth(), withSources, make };
  const result = await session.ask<PromptResult>(promptRequest, params);
  if (!result) {
    void warn('Note Corpus does not answer just now. Its log may tell why.');
    return;
  }
  if ('refused' in result) return sayWhy(session, uri, withSources, result);
  await copy(result.text);
  const what = withSources ? 'Research prompt with its sources' : 'Research prompt';
  window.setStatusBarMessage(`$(check) ${what} copied: ${counted(result.text.length, 'character')}`, shown);
}

async function sayWhy(
  session: Session,
  uri: Uri,
  withSources: boolean,
  { refused, canBeMade }: Extract<PromptResult, { refused: string }>,
): Promise<void> {
  const [write, copy] = ['Write One', 'Copy a New One'];
  const answer = await inform(refused, ...(canBeMade ? [write, copy] : []));
  if (answer === write) await writePrompt(session, uri);
  if (answer === copy) await copyPrompt(session, uri, withSources, true);
}

/** `2026-02`, where the reader is. */
function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}
