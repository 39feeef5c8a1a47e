import type { Book } from '../book.ts';
import type { Any } from '../client.ts';
import { now } from '../client.ts';
import { attempt, type Plan, type Row, verify } from '../measure.ts';
import type { Session } from '../session.ts';
import type { Link } from '../truth.ts';

const DEFINITION = 'keystroke in prose → fresh definition';
const DIAGNOSTICS = 'keystroke in prose → fresh diagnostics';
const NAME = 'keystroke in a name → fresh diagnostics';

/**
 * A line with a link, and behind it a name that nobody has. What is typed before them moves both: the definition is asked at
 * the new place, and the finding must be heard at the new place. Then the unknown name is typed at.
 */
export const keystroke: Row = async (session, plan, book) => {
  const { name } = session.peer;
  const link = session.corpus.truth.definitions.at(-1)!;
  await attempt(book, DIAGNOSTICS, name, async () => {
    session.open(link.path);
    await session.definition(link);
    try {
      await type(session, link, plan, book);
    } finally {
      session.close(link.path);
    }
  });
};

async function type(session: Session, link: Link, plan: Plan, book: Book): Promise<void> {
  const { peer, corpus } = session;
  const { path, line } = link;
  const end = session.text(path).getText().split('\n')[line]!.trimEnd().length;
  const written = (count: number): string =>
    corpus.truth.form === 'links' ? ` [x](./no-such-note-${pad(count)}.md)` : ` [[No such note ${pad(count)}]]`;
  const isOurs = ({ range }: Any): boolean => range.start.line === line && range.start.character >= end;
  const heard = diagnosticsOf(session, path, (all) => all.some(isOurs));
  session.type({ path, line, character: end }, written(0));
  const found = (await heard()).find(isOurs);
  let column: number = found?.range.start.character ?? 0;
  const toDefinition: number[] = [];
  const toDiagnostics: number[] = [];
  for (let typed = 1; typed <= plan.keystrokes; typed++) {
    column++;
    const isFresh = ({ range }: Any): boolean => range.start.line === line && range.start.character === column;
    const fresh = diagnosticsOf(session, path, (all) => all.some(isFresh));
    const start = now();
    session.type({ path, line, character: link.typeAt }, 'x');
    const target = session.definition({ path, line, character: link.character + typed });
    const times = [target, fresh()].map((each) => each.then(() => now() - start));
    toDefinition.push(await times[0]!);
    toDiagnostics.push(await times[1]!);
    verify((await target) === link.target || !!peer.isEcho, `${await target}, not ${link.target}`);
  }
  book.record(DEFINITION, peer.name, toDefinition);
  book.record(DIAGNOSTICS, peer.name, toDiagnostics);

  const inName: number[] = [];
  const digits = end + plan.keystrokes + written(0).indexOf(pad(0));
  for (let typed = 1; typed <= plan.keystrokes; typed++) {
    const words = new RegExp(`no.such.note.${pad(typed)}`, 'i');
    const fresh = diagnosticsOf(session, path, (all) => words.test(JSON.stringify(all)));
    const start = now();
    session.type({ path, line, character: digits }, pad(typed), 3);
    await fresh();
    inName.push(now() - start);
  }
  book.record(NAME, peer.name, inName);
}

/** Begin before the change that makes them fresh, call after it: they are heard, or asked for, as the server has it. */
function diagnosticsOf(session: Session, path: string, isRight: (all: Any[]) => boolean): () => Promise<Any[]> {
  const { client, peer } = session;
  if (peer.diagnostics === 'asked') {
    return async () => {
      const answer = await client.ask('textDocument/diagnostic', { textDocument: { uri: session.uri(path) } });
      verify(isRight(answer.items), 'diagnostics of an earlier text');
      return answer.items;
    };
  }
  const isIt = (method: string, { uri, diagnostics }: Any): boolean =>
    method === 'textDocument/publishDiagnostics' &&
    session.pathOf(uri) === path &&
    (peer.isEcho === true || isRight(diagnostics));
  const next = client.next(isIt).then(({ diagnostics }) => diagnostics);
  // Where the change itself fails, nobody comes to hear of this one.
  next.catch(() => {});
  return () => next;
}

const pad = (count: number): string => String(count).padStart(3, '0');
