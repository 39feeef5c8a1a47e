import * as core from '../core/index.ts';
import type { Corpus } from './corpus.ts';
import { inTurns, standBack } from './turns.ts';

/** Whose words are being read. */
const reading = new WeakMap<Corpus, Promise<void>>();

/** Nobody waits longer for it, in milliseconds. */
const PATIENCE = 200;

/**
 * Sees to it that the words of a corpus are known (`core.prepareWords`), once somebody asks for what hangs on them. Resolves when they
 * are, or after a moment: then it goes on behind the answer.
 */
export async function prepareWords(corpus: Corpus): Promise<void> {
  if (core.knowsWords(corpus.snapshot)) return;
  let work = reading.get(corpus);
  if (!work) {
    const steps = core.prepareWords(corpus.snapshot);
    work = inTurns(steps, () => true, standBack).then(() => void reading.delete(corpus));
    // What goes wrong is told to whoever waits for it.
    work.catch(() => reading.delete(corpus));
    reading.set(corpus, work);
  }
  await Promise.race([work, pause(PATIENCE)]);
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
