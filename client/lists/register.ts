import { commands, Disposable, Uri } from 'vscode';
import type { ActiveDocument } from '../activeDocument.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';
import { ifTrusted } from '../trust.ts';
import { whichCorpus } from '../writing/whichCorpus.ts';
import { updateLists } from './updateLists.ts';

/** Lists that are written up: of the document at hand, of what is selected in the explorer, of a corpus. */
export function registerLists(session: Session, editor: ActiveDocument): Disposable {
  return Disposable.from(
    commands.registerCommand(
      'noteCorpus.updateLists',
      ifTrusted(async () => {
        if (editor.uri) await updateLists(session, [editor.uri]);
        else void inform('Open a document of the corpus first.');
      }),
    ),
    commands.registerCommand(
      'noteCorpus.updateListsHere',
      ifTrusted(async (at?: Uri, all?: readonly Uri[]) => {
        const uris = all?.length ? all : at ? [at] : [];
        if (uris.length > 0) await updateLists(session, uris);
      }),
    ),
    commands.registerCommand(
      'noteCorpus.updateAllLists',
      ifTrusted(async () => {
        const corpus = await whichCorpus(session, editor.uri, false, 'The lists of which corpus?');
        if (corpus !== undefined) await updateLists(session, [Uri.parse(corpus)]);
      }),
    ),
  );
}
