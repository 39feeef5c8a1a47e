import type { Book } from '../book.ts';
import { now } from '../client.ts';
import { lengthen, mend } from '../disk.ts';
import { attempt, type Row, untilRight, verify } from '../measure.ts';
import type { Session } from '../session.ts';
import { type Form, type Named, nameOf } from '../truth.ts';

// Files change on disk, the client says so, and a list of references is asked for until it is right: from the client's
// word to the right answer. What was written is taken back, and that is measured as well.

export const oneFile: Row = async (session, plan, book) => {
  const { fewLinks, mostLinked } = session.corpus.truth;
  const [path] = changeable(session);
  const times = plan.longQuestions * 2;
  await changes(session, book, '1 file changed on disk → few references right', fewLinks, path ? [path] : [], times);
  const most = '1 file changed on disk → references of the most-linked note right';
  await changes(session, book, most, mostLinked, path ? [path] : [], times);
};

export const manyFiles: Row = async (session, plan, book) => {
  const paths = changeable(session);
  const row = `${paths.length.toLocaleString('en')} files changed at once → references right`;
  await changes(session, book, row, session.corpus.truth.fewLinks, paths, plan.storms);
};

/** Files that nobody asked about yet, and that are not open. */
function changeable(session: Session): string[] {
  const { changeable, fewLinks, mostLinked, definitions } = session.corpus.truth;
  const taken = new Set([fewLinks, mostLinked, fewLinks.at, mostLinked.at, ...definitions].map(({ path }) => path));
  return changeable.filter((path) => !taken.has(path));
}

async function changes(
  session: Session,
  book: Book,
  row: string,
  named: Named,
  paths: readonly string[],
  /** An odd number leaves the server with files that have been mended behind its back. */
  times: number,
): Promise<void> {
  const { corpus, peer } = session;
  const { form } = corpus.truth;
  if (peer.isEcho) return;
  const countNow = async (): Promise<number | undefined> => (await session.references(named.at))?.length;
  // The longer the list, the more a question in vain costs.
  const pause = paths.length > 1 ? 20 : 1;
  const limit = paths.length > 1 ? 120_000 : 10_000;
  const until = async (count: number): Promise<number> => {
    const start = now();
    session.changedOnDisk(paths);
    return (await untilRight(async () => (await countNow()) === count, pause, limit)) - start;
  };
  await attempt(book, row, peer.name, async () => {
    verify(paths[0] !== undefined, 'there is no file that nobody asks about');
    session.open(named.at.path);
    const before = await countNow();
    verify(before !== undefined, 'no references');
    const samples: number[] = [];
    try {
      for (let at = 0; at < times; at++) {
        const isBack = at % 2 === 1;
        if (isBack) mend(corpus.root);
        else lengthen(corpus.root, paths, (path) => lineIn(form, nameOf(form, path, named)));
        samples.push(await until(isBack ? before : before + paths.length));
      }
    } finally {
      mend(corpus.root);
    }
    book.record(row, peer.name, samples);
  });
}

/** A paragraph of its own; the dense layout of the seeds has no blank lines. */
const lineIn = (form: Form, name: string): string => `${form === 'bare' ? '\n' : '\n\n'}See ${name} too.\n`;
