import { commands, Disposable, Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { whichCorpus } from '../writing/whichCorpus.ts';
import { convertBelow, convertDocument } from './convert.ts';

/** Converting between the layouts: the document at hand, all below a folder, or the whole corpus. */
export function registerConverting(session: Session, editor: ActiveDocument): Disposable {
  return Disposable.from(
    commands.registerCommand(
      'noteCorpus.convertToMarkdown',
      ifTrusted(() => convertDocument(session, editor.uri, 'markdown')),
    ),
    commands.registerCommand(
      'noteCorpus.convertToSpaced',
      ifTrusted(() => convertDocument(session, editor.uri, 'spaced')),
    ),
    commands.registerCommand(
      'noteCorpus.convertToDense',
      ifTrusted(() => convertDocument(session, editor.uri, 'dense')),
    ),
    commands.registerCommand(
      'noteCorpus.convertCorpus',
      ifTrusted(async () => {
        const corpus = await whichCorpus(session, editor.uri, false, 'Which corpus is to be converted?');
        if (corpus !== undefined) await convertBelow(session, corpus);
      }),
    ),
    commands.registerCommand(
      'noteCorpus.convertFolder',
      ifTrusted(async (folder?: unknown) => {
        if (!(folder instanceof Uri)) return;
        const corpus = await whichCorpus(session, folder, true);
        if (corpus !== undefined) await convertBelow(session, folder.toString());
      }),
    ),
  );
}
