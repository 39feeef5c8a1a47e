import { spawnSync } from 'node:child_process';
import type { Book } from '../book.ts';
import { attempt, timed, verify } from '../measure.ts';
import { CLI, ours } from '../peers.ts';
import type { Corpus } from '../truth.ts';

const ROW = '`note-corpus check` from the command line';

export async function check(corpus: Corpus, times: number, book: Book): Promise<void> {
  const words = [CLI, 'check', corpus.root, '--format', 'json', '--no-cache'];
  await attempt(book, ROW, ours.name, async () => {
    for (let at = 0; at < times; at++) {
      let output = '';
      const took = await timed(async () => {
        const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 2 ** 30 });
        verify(status === 0 || status === 1, `exit code ${status}; ${stderr.slice(0, 100)}`);
        output = stdout;
      });
      const { documents } = JSON.parse(output);
      verify(documents === corpus.truth.documents, `${documents} documents, not ${corpus.truth.documents}`);
      book.record(ROW, ours.name, [took]);
    }
  });
}
