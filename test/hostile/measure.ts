import { documentAt, type Snapshot, summarize, Workspace } from '../../server/core/index.ts';
import { cpuNow } from '../cpu.ts';
import { QUESTIONS } from './questions.ts';

// How the time of what is done with a text grows with its length.

/** What stands beside a hostile text: what it may name, near titles, and somebody who names it. */
export const OTHERS: readonly [path: string, text: string][] = [
  ['other.md', '# Why mud sticks\n\n## Clay\n\nIt is the clay.\n'],
  [
    'inquiry.md',
    '---\nkind: inquiry\n---\n# Does it rain?\n\n[[why mud sticks]] [[hostile]]\n\n## Sources\n\n- [[why mud sticks]] — it is\n',
  ],
];

/** The file that a hostile text is in; a `.txt` needs a frame to be a document. */
export const FORMS: readonly { readonly path: string; readonly frame: (text: string) => string }[] = [
  { path: 'hostile.md', frame: (text) => text },
  { path: 'hostile.txt', frame: (text) => `INQUIRING LINE\n\nWhy is this so\n\n${text}` },
];

export function corpusOf(path: string, text: string): { workspace: Workspace; snapshot: Snapshot } {
  const files = new Map([...OTHERS, [path, text] as const]);
  const workspace = new Workspace((each) => files.get(each), { minimumWords: 3 });
  return { workspace, snapshot: workspace.apply([...files].map(([path, text]) => ({ path, text }))) };
}

/** Some places of a text, its ends among them. */
export const placesIn = (text: string, count: number): number[] =>
  Array.from({ length: count }, (_, nth) => Math.floor((nth * text.length) / Math.max(1, count - 1)));

/** CPU time of this process that some work takes, in milliseconds. */
export function cpuOf(work: () => unknown): number {
  const before = cpuNow();
  work();
  return cpuNow() - before;
}

/** What is done with a text, each by its name; each call does it anew. */
export function worksOn(path: string, text: string): Map<string, () => unknown> {
  const works = new Map<string, () => unknown>([
    ['summarize', () => summarize(path, text)],
    ['apply', () => corpusOf(path, text)],
  ]);
  const { snapshot } = corpusOf(path, text);
  const document = documentAt(snapshot, path);
  if (!document) return works;
  const places = placesIn(text, 4);
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    works.set(name, () => {
      // Answers are kept with a snapshot: each time it is asked of another one.
      const fresh = { ...snapshot };
      ask(fresh, document, text, places);
    });
  }
  return works;
}

/** One that takes longer at twice the length than it may. */
export interface Grown {
  readonly family: string;
  readonly path: string;
  readonly work: string;
  readonly milliseconds: readonly number[];
}
