import type { Any } from '../client.ts';
import { announced, attempt, type Row, timed, verify } from '../measure.ts';
import { isCount, type Link } from '../truth.ts';

// Questions about a corpus that is read, asked one after the other on an open document.

export const definition: Row = async (session, plan, book) => {
  await overLinks(session, plan.questions, 'definition', book, async (link) => {
    const path = await session.definition(link);
    return () => verify(path === link.target, `${path}, not ${link.target}`);
  });
};

export const hover: Row = async (session, plan, book) => {
  if (!announced(session, 'textDocument/hover', 'hover', book)) return;
  await overLinks(session, plan.questions, 'hover', book, async (link) => {
    const answer = await session.client.ask('textDocument/hover', session.at(link));
    if (!answer) return () => verify(false, 'nothing');
    return () => verify(plain(answer).includes(plain(link.title).slice(0, -1)), 'nothing of the note');
  });
};

/** Without what Markdown and JSON need to keep words as they are. */
const plain = (value: unknown): string => JSON.stringify(value).replaceAll(/[\\"]/g, '');

/** Answers for each link; the first time is not counted, as it may be the first time that a file is looked at. */
async function overLinks(
  session: Parameters<Row>[0],
  times: number,
  row: string,
  book: Parameters<Row>[2],
  ask: (link: Link) => Promise<() => void>,
): Promise<void> {
  const { definitions } = session.corpus.truth;
  const { name, isEcho } = session.peer;
  await attempt(book, row, name, async () => {
    for (const link of definitions) {
      session.open(link.path);
      const check = await ask(link);
      if (!isEcho) check();
    }
    const samples: number[] = [];
    for (let at = 0; at < times; at++) samples.push(await timed(() => ask(definitions[at % definitions.length]!)));
    book.record(row, name, samples);
  });
}

export const references: Row = async (session, plan, book) => {
  const { mostLinked } = session.corpus.truth;
  const row = 'references of the most-linked note';
  await attempt(book, row, session.peer.name, async () => {
    session.open(mostLinked.at.path);
    const samples: number[] = [];
    for (let at = -1; at < plan.longQuestions; at++) {
      let answer: Any[] | null = null;
      const took = await timed(async () => (answer = await session.references(mostLinked.at)));
      verify(isCount(mostLinked, answer!.length), `${answer!.length} references`);
      if (at >= 0) samples.push(took);
    }
    book.record(row, session.peer.name, samples);
  });
};

/** To the first places, of a server that sends them in parts (LSP 3.17, "Partial Result Progress"). */
export const firstReferences: Row = async (session, plan, book) => {
  const { client, corpus, peer } = session;
  const { mostLinked } = corpus.truth;
  const row = '· to their first page';
  await attempt(book, row, peer.name, async () => {
    const samples: number[] = [];
    for (let at = 0; at < plan.longQuestions; at++) {
      const partialResultToken = `page-${at}`;
      const isPage = (method: string, { token }: Any): boolean =>
        method === '$/progress' && token === partialResultToken;
      let page: Any[] | undefined;
      let rest: Any[] | null = null;
      let more = 0;
      const stop = client.listen((method, params) => {
        if (isPage(method, params)) more += params.value.length;
      });
      const first = client.next(isPage).then(
        ({ value }) => (page = value),
        () => {},
      );
      const whole = session.references(mostLinked.at, { partialResultToken });
      samples.push(await timed(() => Promise.race([first, whole])));
      rest = await whole;
      stop();
      if (!page) return book.say(row, peer.name, 'all at once');
      verify(isCount(mostLinked, more + (rest?.length ?? 0)), `${more} references in parts`);
    }
    book.record(row, peer.name, samples);
  });
};

export const workspaceSymbol: Row = async (session, plan, book) => {
  const { client, corpus, peer } = session;
  const row = 'workspace symbol, by words of a title';
  if (!announced(session, 'workspace/symbol', row, book)) return;
  await attempt(book, row, peer.name, async () => {
    const samples: number[] = [];
    const { definitions } = corpus.truth;
    let missed = 0;
    let longest = 0;
    for (let at = 0; at < plan.longQuestions * 3; at++) {
      const { title, target } = definitions[at % definitions.length]!;
      const query = title.replace(/\?$/, '').split(' ').slice(-3).join(' ');
      let answer: Any[] = [];
      samples.push(await timed(async () => (answer = (await client.ask('workspace/symbol', { query })) ?? [])));
      longest = Math.max(longest, answer.length);
      if (!answer.some(({ location }) => session.pathOf(location.uri) === target)) missed++;
      if (longest === 0) {
        book.say(row, peer.name, `finds nothing (it looks for headings), in ${samples[0]!.toFixed(0)} ms`);
        return;
      }
    }
    if (missed > 0 && !peer.isEcho) book.say(row, peer.name, `MISSES the title asked for in ${missed}`);
    // The first one may make the table that the others are looked up in; it counts as any.
    book.record(row, peer.name, samples);
  });
};
