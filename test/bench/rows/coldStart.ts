import type { Book } from '../book.ts';
import { now } from '../client.ts';
import { untilRight, verify } from '../measure.ts';
import type { Peer } from '../peer.ts';
import { Session } from '../session.ts';
import { type Corpus, isCount } from '../truth.ts';
import { usageOf } from '../usage.ts';

export const COLD_DEFINITION = 'cold start → first correct definition';
export const COLD_REFERENCES = 'cold start → all references right';
const CPU = '· processor time to there, of the server';
const CLIENT_CPU = '· processor time to there, of the client';
const MEMORY = 'peak memory when all references are right, MB';

/** Who says the same wrong number for so long has nothing more to say. In milliseconds. */
const PATIENCE = 20_000;

/** From the start of the process, with files in the page cache and no cache of the server's own. */
export async function coldStart(peer: Peer, corpus: Corpus, book: Book): Promise<Session> {
  const before = process.cpuUsage();
  const session = new Session(peer, corpus);
  try {
    const times = await firstAnswers(session);
    book.record(COLD_DEFINITION, peer.name, [times.definition]);
    book.record(COLD_REFERENCES, peer.name, [times.references]);
    const { user, system } = process.cpuUsage(before);
    const usage = usageOf(session.client.process.pid!);
    if (usage) {
      book.record(CPU, peer.name, [usage.processorTime]);
      book.record(CLIENT_CPU, peer.name, [(user + system) / 1000]);
      book.record(MEMORY, peer.name, [usage.peakMegabytes]);
    }
    return session;
  } catch (error) {
    book.say(COLD_REFERENCES, peer.name, (error as Error).message.slice(0, 160));
    await session.client.end();
    throw error;
  }
}

/** Milliseconds from the start of the process to a right answer to each of the two questions, asked one after the other. */
export async function firstAnswers(session: Session): Promise<{ definition: number; references: number }> {
  const { client, corpus, peer } = session;
  const { definitions, mostLinked } = corpus.truth;
  const link = definitions[Math.floor(definitions.length / 2)]!;
  await session.start();
  session.open(link.path);
  const definition = await untilRight(async () => (await session.definition(link)) === link.target || !!peer.isEcho);
  session.open(mostLinked.at.path);
  let count: number | undefined;
  let since = now();
  const references = await untilRight(async () => {
    const answer = await session.references(mostLinked.at);
    if (isCount(mostLinked, answer?.length)) return true;
    if (count !== answer?.length) since = now();
    count = answer?.length;
    verify(now() - since < PATIENCE, `${count} references, not ${mostLinked.places}`);
    return false;
  });
  return { definition: definition - client.startedAt, references: references - client.startedAt };
}
