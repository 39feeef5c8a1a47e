import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { differencesBetween, rebuilt, type Snapshot } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';
import { inTurns } from './turns.ts';

/** How long nothing must have changed before the corpus is checked, in milliseconds: not while somebody types. */
const CALM = 500;

/** So many differences are told of one check. */
const MOST = 20;

/**
 * After each change, where `noteCorpus.paranoid` asks for it: reads the whole corpus once more, in the background, and tells in the
 * log where what is known differs from that; the first time in a message as well. There should never be anything to tell
 * (`test/core/index/increment.test.ts`).
 */
export function checkAlways(connection: Connection, session: Session, log: Log): void {
  let isTold = false;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const tell = (corpus: Corpus, differences: readonly string[], snapshot: Snapshot): void => {
    const documents = snapshot.kinds.note + snapshot.kinds.inquiry + snapshot.kinds.page;
    if (differences.length === 0) {
      log.info(`Checked ${corpus.uris.folder}: ${documents} documents, as they are read anew.`);
      return;
    }
    for (const each of differences)
      log.error(`What is known of ${corpus.uris.folder} is not what is read anew. ${each}.`);
    if (isTold) return;
    isTold = true;
    const message =
      'Note Corpus knows something of this folder that differs from what its files say; its output tells what. Please report it.';
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(log.failed);
  };
  const check = async (): Promise<void> => {
    for (const corpus of session.corpora) {
      if (!corpus.settings.paranoid) continue;
      const { snapshot } = corpus;
      const differences = await differencesIn(session, corpus, snapshot);
      if (differences) tell(corpus, differences, snapshot);
    }
  };
  session.whenChanged.add(() => {
    clearTimeout(calm);
    calm = setTimeout(() => void session.ready().then(check).catch(log.failed), CALM);
  });
}

/** Undefined where something changed meanwhile: then there is another check to come. */
async function differencesIn(session: Session, corpus: Corpus, snapshot: Snapshot): Promise<string[] | undefined> {
  const isSame = (): boolean => corpus.snapshot === snapshot;
  const anew = await inTurns(rebuilt(snapshot), isSame);
  const differences = anew && (await inTurns(differencesBetween(snapshot, anew, MOST), isSame));
  if (!isSame() || differences?.length === 0) return differences;
  // What the disk has not told yet is no fault of what is known.
  await session.freshen(corpus, [...snapshot.files]);
  return isSame() ? differences : undefined;
}
