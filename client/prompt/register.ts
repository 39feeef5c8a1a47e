import { commands, Disposable, type Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { copyPrompt } from './copyPrompt.ts';
import { inquiryAt } from './inquiryAt.ts';
import { writePrompt } from './writePrompt.ts';

/** The commands about research prompts: for the active inquiry, or for the one that a lens stands in. */
export function registerPrompts(session: Session, editor: ActiveDocument): Disposable {
  const forInquiry = (act: (uri: Uri) => Promise<void>) => async (given?: unknown) => {
    const uri = inquiryAt(session, editor, given);
    if (uri) await act(uri);
  };
  return Disposable.from(
    commands.registerCommand(
      'noteCorpus.copyPrompt',
      forInquiry((uri) => copyPrompt(session, uri, false)),
    ),
    commands.registerCommand(
      'noteCorpus.copyPromptWithSources',
      forInquiry((uri) => copyPrompt(session, uri, true)),
    ),
    commands.registerCommand('noteCorpus.writePrompt', ifTrusted(forInquiry((uri) => writePrompt(session, uri)))),
  );
}
