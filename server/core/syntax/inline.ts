import { type Span, outside, overlaps } from '../text/span.ts';
import { parsePlainInline } from './remark.ts';
import type { Prose, Role, WrittenReference } from './summary.ts';
import { urlsIn } from './urls.ts';
import { wikilinksIn } from './wikilinks.ts';
import { constructsOf } from './constructs.ts';

/** What a stretch of text shows: its references in text order, and the prose between them. */
export interface Inline {
  readonly references: readonly WrittenReference[];
  readonly prose: readonly Prose[];
}

/** Code, comments, tags and URLs, in which nothing is a reference; and the links that a Markdown parser finds. */
export interface Constructs {
  readonly opaque: readonly Span[];
  readonly links: readonly Omit<WrittenReference, 'role'>[];
}

/** A block of plain text. Most have no markup at all, and are not parsed. */
export function inlineOf(text: string, block: Span, role: Role): Inline {
  const slice = text.slice(block.start, block.end);
  const marked = slice.includes('`') || slice.includes('](') || slice.includes('<!--');
  return inlineAmong(text, block, role, marked ? constructsOf(parsePlainInline(slice), text, block.start) : NOTHING);
}

const NOTHING: Constructs = { opaque: [], links: [] };

/** A block of any layout whose constructs are known; those of other blocks do no harm. */
export function inlineAmong(text: string, block: Span, role: Role, constructs: Constructs): Inline {
  const opaque = [...constructs.opaque, ...urlsIn(text, block)].filter((each) => overlaps(each, block));
  const links = constructs.links.filter((each) => overlaps(each.whole, block));
  const barred = [...opaque, ...links.map((each) => each.whole)];
  const references = [...links, ...wikilinksIn(text, block, barred)]
    .map((each) => ({ ...each, role }))
    .sort((a, b) => a.whole.start - b.whole.start);
  const prose = outside(block, [...opaque, ...references.map((each) => each.whole)]);
  return { references, prose: prose.map(({ start, end }) => ({ start, end, role })) };
}
