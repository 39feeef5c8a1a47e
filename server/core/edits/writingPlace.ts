import { summarize } from '../syntax/summarize.ts';
import type { Layout } from '../syntax/summary.ts';

/** Where a person goes on in a document that was just made. */
export interface WritingPlace {
  /** Behind the description, else behind the title. UTF-16. */
  readonly offset: number;
  readonly layout: Layout;
}

/** The place in the text of a new document where its first own words belong; undefined where it is no document. */
export function writingPlace(path: string, text: string): WritingPlace | undefined {
  const read = summarize(path, text);
  if (!read) return undefined;
  const matter = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0].length ?? 0;
  const from = Math.max(read.description?.end ?? read.title.span.end, matter);
  const end = text.indexOf('\n', from);
  return { offset: end < 0 ? text.length : end, layout: read.layout };
}
