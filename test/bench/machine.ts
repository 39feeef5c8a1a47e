import { cpus, totalmem, type } from 'node:os';
import type { Plan } from './measure.ts';
import type { Peer } from './peer.ts';

interface Run {
  readonly command: readonly string[];
  readonly plan: Plan;
  readonly servers: readonly Peer[];
  readonly leftOut: readonly string[];
  /** One for each corpus, with its table. */
  readonly sections: readonly string[];
}

/** The page of results: how they came about, then the tables. */
export function machine({ command, plan, servers, leftOut, sections }: Run): string {
  const [first] = cpus();
  const call = ['npm run bench', ...(command.length > 0 ? ['--', ...command] : [])].join(' ');
  return `# Results of the benchmark

Made by \`${call}\` on ${new Date().toISOString().slice(0, 10)}; do not edit by hand.

- Machine: ${cpus().length} × ${first?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, ${type()}, Node ${process.version}.
  It may have had other work to do: each corpus has its load average, and servers are started in turn.
- Milliseconds where nothing else is said: p50 / p95 × number of samples (with fewer than twenty, the second is the longest).
  The ratio is the other server’s p50 by ours.
- Starts are of cold processes with the files in the page cache. ${plan.starts + 1} of ours and of the echo, ${plan.peerStarts + 1} of the others.
- Each answer is compared with what is right (\`truth.ts\`) before its time counts; a cell with words says what was not so.
- Most-linked: a document’s links to itself may be counted or not; servers differ in that.
- Changes on disk: from the client’s \`didChangeWatchedFiles\` to the right list; it is asked for every millisecond or so.
${servers.map(({ name, about }) => `- ${name}: ${about}.`).join('\n')}
- The Markdown peer knows no bare titles and no wikilinks: its corpus is the same one with \`[x](./x.md)\` links. Its client parses
  with markdown-it and reads files, as VS Code does, in the benchmark’s own process: its processor time comes on top.

Left out: ${leftOut.length > 0 ? `\n\n${[...new Set(leftOut)].map((each) => `- ${each}`).join('\n')}` : 'nothing.'}

${sections.join('\n')}`;
}
