import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { basename, join } from 'node:path';
import { readCorpus } from '../../../server/host/cli/readCorpus.ts';
import { atlasOf } from '../../../server/lsp/atlas/atlasOf.ts';
import type { Atlas } from '../../../server/protocol.ts';
import { quantile } from '../book.ts';
import { publicCorpus } from '../corpora.ts';
import { madeUpAtlas } from './atlases.ts';
import { type Measured, measureIn, scriptOf } from './page.ts';

// `npm run bench:graph [-- DIR…] [--once | --quick]`: draws graphs in Chromium with our map and with force-graph, in the same
// run, and writes GRAPH.md: made-up ones, that of the public corpus where it is at hand, and those of the folders that are named.

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const isOnce = isQuick || words.includes('--once');
const given = words.filter((word) => !word.startsWith('--'));

/** How often ours is measured; the other one, which takes minutes, once. */
const rounds = isOnce ? 1 : 3;
/** So long force-graph may take to come to rest before it is looked at, and a page to answer at all, in milliseconds. */
const patience = isOnce ? 6000 : 15_000;
const limit = isOnce ? 60_000 : 120_000;

const hasPeer = existsSync(join(import.meta.dirname, '../node_modules/force-graph'));
const scripts = { ours: await scriptOf('ours'), peer: hasPeer ? await scriptOf('forceGraph') : undefined };

interface Case {
  readonly name: string;
  readonly atlas: Atlas;
  /** How long it took to read the corpus, and to lay its graph out; made-up graphs come with their places. */
  readonly took?: string;
}

async function* cases(): AsyncIterable<Case> {
  for (const count of isQuick ? [1000, 10_000] : [1000, 10_000, 50_000, 100_000])
    yield { name: `${count.toLocaleString('en')} documents, made up`, atlas: madeUpAtlas(count) };
  const known = isQuick ? undefined : publicCorpus();
  if (known) yield await arranged(known.about, known.forms.wikilinks!().root);
  for (const folder of given) yield await arranged(basename(folder), folder);
}

/** The graph of a corpus, laid out as the server does where no places are kept. */
async function arranged(name: string, directory: string): Promise<Case> {
  const start = performance.now();
  const { snapshot } = await readCorpus({ directory });
  const read = performance.now();
  const atlas = atlasOf(snapshot);
  const took = `Read in ${seconds(read - start)}, laid out without kept places in ${seconds(performance.now() - read)}.`;
  return { name, atlas, took };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** The same graph as objects, as force-graph takes it. Nothing of this counts. */
function asLinks({ nodes, edges }: Atlas): unknown {
  const numbers = (column: string): Uint32Array =>
    new Uint32Array(new Uint8Array(Buffer.from(column, 'base64')).buffer);
  const targets = numbers(edges.targets);
  return {
    nodes: nodes.ids.map((id, at) => ({ id, name: nodes.titles[at] })),
    links: Array.from(numbers(edges.sources), (source, at) => ({
      source: nodes.ids[source],
      target: nodes.ids[targets[at]!],
    })),
  };
}

async function measure({ name, atlas, took = '' }: Case): Promise<string> {
  const load = loadavg()[0]!;
  const ours: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    const measured = await measureIn(scripts.ours, atlas, limit, patience);
    if (measured) ours.push(measured);
  }
  // Tens of thousands hold force-graph's page for minutes: known from PERFORMANCE, and nobody waits for it.
  const tries = scripts.peer !== undefined && atlas.nodes.ids.length <= 50_000;
  const peer = tries ? await measureIn(scripts.peer!, asLinks(atlas), limit, patience) : undefined;
  const edges = Buffer.from(atlas.edges.roles, 'base64').length;
  const section = [
    `## ${name}`,
    '',
    `${atlas.nodes.ids.length.toLocaleString('en')} nodes, ${edges.toLocaleString('en')} edges. Load average ${load.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after. ${took}`.trim(),
    '',
    table(ours, tries ? (peer ?? `no answer in ${limit / 1000} s`) : '–'),
    '',
  ].join('\n');
  console.log(section);
  return section;
}

const rows: readonly [name: string, of: (measured: Measured) => number | undefined][] = [
  ['data → first paint, ms', ({ firstPaint }) => firstPaint],
  ['data → at rest, ms', ({ restAfter }) => restAfter],
  ['longest task meanwhile, ms of processor time', ({ busy }) => busy?.loading],
  ['longest task meanwhile, ms', ({ loading }) => loading.task],
  ['longest gap between turns meanwhile, ms', ({ loading }) => loading.gap],
  ['panning, all in view, frames a second', ({ rates }) => rates['far']?.pan],
  ['zooming, all in view', ({ rates }) => rates['far']?.zoom],
  ['panning, 5 times nearer', ({ rates }) => rates['middle']?.pan],
  ['zooming, 5 times nearer', ({ rates }) => rates['middle']?.zoom],
  ['panning, 20 times nearer', ({ rates }) => rates['near']?.pan],
  ['zooming, 20 times nearer', ({ rates }) => rates['near']?.zoom],
  ['longest task while moving, ms of processor time', ({ busy }) => busy?.moving],
  ['longest task while moving, ms', ({ moving }) => moving.task],
  ['JavaScript heap, MB', ({ heap }) => heap],
  ['frames in 2 s of idleness', ({ idle }) => idle],
  ['frames in 2 s hidden', ({ hidden }) => hidden],
];

function table(ours: readonly Measured[], peer: Measured | string): string {
  const cell = (values: readonly (number | undefined)[]): string => {
    const known = values.filter((value) => value !== undefined);
    if (known.length === 0) return '–';
    const [middle, most] = [quantile(known, 0.5), Math.max(...known)];
    return known.length === 1 ? figure(middle) : `${figure(middle)} (${figure(Math.min(...known))} – ${figure(most)})`;
  };
  const lines = rows.map(([name, of]) => {
    const other = typeof peer === 'string' ? peer : cell([of(peer)]);
    return `| ${name} | ${cell(ours.map(of))} | ${other} |`;
  });
  return ['| | Note Corpus | force-graph 1.52.0, Foam’s forces |', '|---|---:|---:|', ...lines].join('\n');
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 10) / 10);

const sections: string[] = [];
for await (const each of cases()) sections.push(await measure(each));
const [first] = cpus();
const page = `# Results of the graph’s benchmark

Made by \`npm run bench:graph${words.length > 0 ? ` -- ${words.map((word) => basename(word)).join(' ')}` : ''}\` on ${new Date().toISOString().slice(0, 10)}; do not edit by hand.

- Machine: ${cpus().length} × ${first?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, ${type()}, Node ${process.version}, headless Chromium
  without a graphics card: all is drawn by the processor, which also runs whatever else the machine does (see each load average).
- A stage of 1200 × 800 pixels. Ours: ${rounds === 1 ? 'one fresh browser' : `the middle one of ${rounds} fresh browsers (the least – the most)`}. force-graph: one.
- Ours is given places, as the server keeps them with the corpus; force-graph works them out in the page, which is what Foam has it
  do. Its forces: charge −200, links 30 long, towards x and y by 0.05, collision 5; it may take ${patience / 1000} s to come to rest.
- “all in view” is where everything fits the stage; nearer, ours draws what is there, force-graph is measured with all in view.
- A gap between turns counts whatever keeps the page from its next turn, other programs on this machine included.
- Graphs that are made up have ten edges for each document, four fifths of them within communities (\`atlases.ts\`).

${sections.join('\n')}`;
if (!isQuick) writeFileSync(join(import.meta.dirname, '../GRAPH.md'), page);
process.exit(0);
