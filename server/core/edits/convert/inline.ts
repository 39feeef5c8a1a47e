import type { Resolved } from '../../index/references.ts';
import { inlineOf } from '../../syntax/inline.ts';
import { SpanIndex } from '../../syntax/spanIndex.ts';
import type { Layout, Role } from '../../syntax/summary.ts';
import type { Span } from '../../text/span.ts';
import { escapedWords, unescapedWords } from './escape.ts';
import { isPlain, type Source } from './parts.ts';

/** How a source is written in another layout, where there is a choice. */
export interface Writing {
  readonly source: Source;
  readonly to: Layout;
  /** Whether all is escaped in Markdown that could be an item or a quote. */
  readonly strict: boolean;
  /** How the title stands in Markdown. */
  readonly title: 'heading' | 'escaped' | 'front matter';
  /** Whether front matter says the kind even where the shape of a plain text does. */
  readonly saysKind: boolean;
  /** Whether a source and its summary are one line of a plain text, so that nothing has to tell which is which. */
  readonly oneLine: boolean;
  /** How a reference is written; undefined as it stands. */
  readonly worded: (resolved: Resolved) => string | undefined;
}

export const isFromPlain = ({ source }: Writing): boolean => isPlain(source.summary.layout);
export const isToPlain = ({ to }: Writing): boolean => isPlain(to);

/** The references in a stretch of a source, in their order. */
function referencesIn(source: Source, at: Span): readonly Resolved[] {
  let index = indexes.get(source);
  if (!index) {
    const numbered = source.references.map((resolved, nth) => ({ resolved, nth }));
    index = new SpanIndex(numbered, ({ resolved }) => resolved.reference.whole);
    indexes.set(source, index);
  }
  const found = [...index.overlapping(at)].sort((a, b) => a.nth - b.nth);
  return found.map(({ resolved }) => resolved);
}

/** A text is asked for item by item. */
const indexes = new WeakMap<Source, SpanIndex<{ readonly resolved: Resolved; readonly nth: number }>>();

/** Running text in the other layout, line by line as it was: references as they are to be worded, and the rest with its escapes. */
export function inlined(writing: Writing, at: Span, role: Role): string {
  const { text } = writing.source;
  if (isFromPlain(writing) === isToPlain(writing)) return text.slice(at.start, at.end);
  const words = isToPlain(writing) ? unescapedWords : escapedWords;
  const { prose } = inlineOf(text, at, role);
  let next = 0;
  // In a plain text a tag is text, which nothing would show in Markdown.
  const hidden = (stretch: string): string => (TAG.test(stretch) ? words(stretch) : stretch);
  /** What stands between references: code and addresses are left alone. */
  const between = (from: number, to: number): string => {
    let written = '';
    let done = from;
    while (next < prose.length && prose[next]!.end <= from) next++;
    for (let each = next; each < prose.length && prose[each]!.start < to; each++) {
      const [start, end] = [Math.max(done, prose[each]!.start), Math.min(to, prose[each]!.end)];
      if (start >= end) continue;
      written += hidden(text.slice(done, start)) + words(text.slice(start, end));
      done = end;
    }
    return written + hidden(text.slice(done, to));
  };
  let written = '';
  let from = at.start;
  for (const resolved of referencesIn(writing.source, at)) {
    const { whole } = resolved.reference;
    if (whole.start < from || whole.end > at.end) continue;
    const worded = writing.worded(resolved);
    if (worded === undefined) continue;
    written += between(from, whole.start) + worded;
    from = whole.end;
  }
  return written + between(from, at.end);
}

const TAG = /^<\/?[a-z][^<>`:@]*>$/i;
