import { type Uri, window } from 'vscode';
import { corpusOf } from '../documents.ts';
import { folderName } from '../folders.ts';
import { labelOf } from '../panels/label.ts';
import { iconless } from '../plain.ts';
import { inform } from '../say.ts';
import type { Session } from '../session/session.ts';

/**
 * The uri of the corpus folder that something new is to go into, or that something is looked for in: the one that `near` lies in, the only one, or the one that the reader
 * picks; undefined where there is none, of which the reader is told, or none was picked.
 *
 * @param question what the reader is asked where there are several
 * @param only no other one than that which `near` lies in
 */
export async function whichCorpus(
  session: Session,
  near: Uri | undefined,
  only = false,
  question = 'Which corpus is it to go into?',
): Promise<string | undefined> {
  const corpora = session.status.filter(({ isCorpus }) => isCorpus);
  const found = near && corpusOf(near, corpora);
  if (found) return found.folder;
  if (corpora.length === 0 || only) {
    const what = session.indexing
      ? 'The corpus is still being read. Try again in a moment.'
      : only
        ? 'This folder does not belong to a corpus.'
        : 'No folder here is a corpus.';
    void inform(what);
    return undefined;
  }
  if (corpora.length === 1) return corpora[0]!.folder;
  const items = corpora.map(({ folder }) => ({ label: iconless(labelOf(folderName(folder))), folder }));
  const picked = await window.showQuickPick(items, { placeHolder: question });
  return picked?.folder;
}
