import { Renewal } from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import type { Log } from './guard.ts';
import type { Session } from './session.ts';
import { inTurns, standBack } from './turns.ts';

/** How soon after a change it is asked whether a corpus knows too much, in milliseconds. */
const SOON = 1000;

/** How long to wait where something is still under way, in milliseconds. */
const WHILE = 20;

/**
 * Makes corpora anew that know much which nobody uses any more: a title that is typed between brackets is another one with each
 * letter. It goes on in the background; questions are answered by the old one until the new one stands for the same.
 */
export function renewInTime(session: Session, log: Log): void {
  let isComing = false;
  const look = async (): Promise<void> => {
    const overgrown = session.corpora.filter((corpus) => corpus.isOvergrown);
    for (const corpus of overgrown) await renew(corpus);
    // Who checks it always, checks what was made anew.
    if (overgrown.length > 0) for (const tell of session.whenChanged) tell();
  };
  const comes = async (): Promise<void> => {
    await pause(SOON);
    await look().catch(log.failed);
    isComing = false;
  };
  session.whenChanged.add(() => {
    if (isComing) return;
    isComing = true;
    void comes();
  });
}

/** Resolves when the corpus goes on with what was made anew. */
export async function renew(corpus: Corpus): Promise<void> {
  const renewal = new Renewal(corpus.snapshot);
  do {
    await pause(WHILE);
    await corpus.chart.catchUp();
    // Somebody else did so meanwhile.
    if (!renewal.canFollow(corpus.snapshot)) return;
    await inTurns(renewal.follow(corpus.snapshot), () => true, standBack);
  } while (!corpus.takeUp(renewal));
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
