import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Book } from '../book.ts';
import { CACHE } from '../corpora.ts';
import { attempt } from '../measure.ts';
import { ours } from '../peers.ts';
import { Session } from '../session.ts';
import type { Corpus } from '../truth.ts';
import { firstAnswers } from './coldStart.ts';

const ROW = 'warm start (cache of an earlier run) → all references right';

/** Our server alone: the peers keep nothing from one run to the next. */
export async function warmStart(corpus: Corpus, times: number, book: Book): Promise<void> {
  const cache = join(CACHE, 'warm', corpus.name);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const start = async (): Promise<number> => {
    const session = new Session(ours, corpus, ['--cache', cache]);
    try {
      const { references } = await firstAnswers(session);
      // Time to write what there is to be written.
      await sleep(500);
      return references;
    } finally {
      await session.client.end();
    }
  };
  await attempt(book, ROW, ours.name, async () => {
    await start();
    if (!existsSync(cache) || readdirSync(cache).length === 0) return book.say(ROW, ours.name, 'no cache was written');
    for (let at = 0; at < times; at++) book.record(ROW, ours.name, [await start()]);
  });
}
