import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is to be found in a case: a run of the text that is nearly a title, or that looks like one. */
export interface Expected {
  readonly run: string;
  /** The title that is meant; undefined where nobody has it. */
  readonly near?: string;
}

/** A line of `nearMisses.txt`, which says what it means. */
export interface Case {
  readonly line: number;
  readonly corpus: string;
  readonly titles: readonly { readonly text: string; readonly missing: boolean }[];
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Whether it is of Markdown only. */
  readonly markdown: boolean;
  readonly heldOut: boolean;
}

/** The labelled set. */
export function labelled(): Case[] {
  const cases: Case[] = [];
  let corpus = '';
  let titles = new Map<string, Case['titles'][number]>();
  const lines = readFileSync(join(import.meta.dirname, 'nearMisses.txt'), 'utf8').split('\n');
  for (const [at, line] of lines.entries()) {
    const title = /^ {2}([A-Z]) {2}(missing )?(.+)$/.exec(line);
    const found = /^(near|possible|nothing)([^|]*)\| (.+)$/.exec(line);
    if (line.startsWith('corpus ')) [corpus, titles] = [line.slice(7), new Map()];
    else if (title) titles.set(title[1]!, { text: title[3]!, missing: title[2] !== undefined });
    else if (found) {
      const marks = found[2]!.trim().split(' ');
      const letters = marks.filter((mark) => titles.has(mark));
      const written = found[3]!.replaceAll('\\n', '\n');
      const runs = [...written.matchAll(/\{(.*?)\}/gs)].map(([, run]) => run!);
      cases.push({
        line: at + 1,
        corpus,
        titles: [...titles.values()],
        text: written.replace(/[{}]/g, ''),
        expected: runs.map((run, nth) => ({ run, ...(letters[nth] && { near: titles.get(letters[nth])!.text }) })),
        markdown: marks.includes('markdown'),
        heldOut: marks.includes('held-out'),
      });
    }
  }
  return cases;
}
