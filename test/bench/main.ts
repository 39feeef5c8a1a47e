import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Book } from './book.ts';
import { directory, type Family, publicCorpus, seeds } from './corpora.ts';
import { machine } from './machine.ts';
import { FULL, type Plan, QUICK } from './measure.ts';
import type { Peer } from './peer.ts';
import { findPeers, ours } from './peers.ts';
import { tableOf } from './report.ts';
import { check } from './rows/check.ts';
import { coldStart } from './rows/coldStart.ts';
import { manyFiles, oneFile } from './rows/disk.ts';
import { completion, rename } from './rows/edits.ts';
import { keystroke } from './rows/keystroke.ts';
import { memory } from './rows/memory.ts';
import { definition, firstReferences, hover, references, workspaceSymbol } from './rows/questions.ts';
import { warmStart } from './rows/warmStart.ts';
import type { Corpus } from './truth.ts';

// `npm run bench [-- DIR…] [--quick]`: measures each server on each corpus, prints tables and writes RESULTS.md.

const ROWS = [
  definition,
  hover,
  completion,
  references,
  firstReferences,
  rename,
  keystroke,
  oneFile,
  // Late, as it makes the Markdown peer read the whole corpus once more.
  workspaceSymbol,
  // After this one a server may know files as they no longer are.
  manyFiles,
  memory,
];

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const given = words.filter((word) => !word.startsWith('--'));
const plan = isQuick ? QUICK : FULL;

function families(): Family[] {
  if (given.length > 0) return given.map(directory);
  const known = publicCorpus();
  if (!known) leftOut.push('public-10k: ../shared/corpora/interconnected-10k.tar.xz is not there');
  if (isQuick) leftOut.push('seeds-10k and seeds-100k: a quick run');
  return [...(known ? [known] : []), seeds(1000), ...(isQuick ? [] : [seeds(10_000), seeds(100_000)])];
}

const leftOut: string[] = [];
const { peers, missing } = findPeers();
leftOut.push(...missing);

/** All servers on one corpus: the starts in turn, so that they share what else the machine does; then each one's questions. */
async function measure(family: Family, plan: Plan): Promise<string> {
  const book = new Book(family.name);
  const load = loadavg()[0]!;
  const began = new Date();
  const takers = [ours, ...peers].flatMap((peer) => {
    const corpus = corpusFor(family, peer);
    return corpus ? [{ peer, corpus }] : [];
  });
  const failed = new Set<Peer>();
  for (const { peer, corpus } of takers) peer.prepare?.(corpus.root);
  for (let round = 0; round < plan.starts; round++) {
    for (const { peer, corpus } of takers) {
      if (failed.has(peer) || (round >= plan.peerStarts && peer !== ours && !peer.isEcho)) continue;
      const session = await coldStart(peer, corpus, book).catch(() => failed.add(peer));
      if ('client' in session) await session.client.end();
    }
  }
  const { corpus } = takers[0]!;
  await check(corpus, plan.starts, book);
  await warmStart(corpus, plan.starts, book);
  for (const { peer, corpus } of takers) {
    if (failed.has(peer)) continue;
    const session = await coldStart(peer, corpus, book).catch(() => undefined);
    if (!session) continue;
    for (const row of ROWS) {
      process.stderr.write(`${family.name}: ${peer.name}: ${row.name}\n`);
      await row(session, plan, book);
    }
    await session.client.end();
  }
  const { documents, bytes, links, mostLinked } = corpus.truth;
  const count = (value: number): string => value.toLocaleString('en');
  return [
    `## ${family.name}: ${family.about}`,
    '',
    `${count(documents)} documents, ${count(Math.round(bytes / 1e5) / 10)} MB, ${count(links)} places that name a title, ` +
      `${count(mostLinked.places)} of them the most-linked one. ${began.toISOString().slice(0, 16).replace('T', ' ')} UTC, ` +
      `load average ${load.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after.`,
    '',
    tableOf(
      book,
      takers.map(({ peer }) => peer.name),
    ),
    '',
  ].join('\n');
}

function corpusFor(family: Family, peer: Peer): Corpus | undefined {
  const form = peer.reads.find((form) => family.forms[form]);
  if (!form) {
    leftOut.push(`${peer.name} on ${family.name}: it reads ${peer.reads.join(' and ')} only`);
    return undefined;
  }
  if (family.documents !== undefined && family.documents > (peer.most ?? Number.POSITIVE_INFINITY)) {
    leftOut.push(`${peer.name} on ${family.name}: it takes many minutes and gigabytes`);
    return undefined;
  }
  return family.forms[form]!();
}

const sections: string[] = [];
for (const family of families()) {
  const section = await measure(family, plan);
  sections.push(section);
  console.log(`${section}\n`);
}
const page = machine({ command: words, plan, servers: [ours, ...peers], leftOut, sections });
const file = given.length > 0 ? undefined : join(import.meta.dirname, 'RESULTS.md');
if (file) writeFileSync(file, page);
