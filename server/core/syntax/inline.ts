import { outside, type Span, span } from '../text/span.ts';
import { constructsOf } from './constructs.ts';
import { parsePlainInline } from './remark.ts';
import { SpanIndex } from './spanIndex.ts';
import type { Prose, Role, WrittenReference } from './summary.ts';
import { urlsIn } from './urls.ts';
import { wikilinksIn } from './wikilinks.ts';

/** What a stretch of text shows: its references in text order, and the prose between them. */
export interface Inline {
  readonly references: readonly WrittenReference[];
  readonly prose: readonly Prose[];
}

/** Code, comments, tags and URLs, in which nothing is a reference; and the links that a Markdown parser finds. */
export interface Constructs {
  readonly opaque: SpanIndex<Span>;
  readonly links: SpanIndex<WrittenLink>;
}

type WrittenLink = Omit<WrittenReference, 'role'>;

/** A block of plain text. Most have no markup at all, and are not parsed. */
export function inlineOf(text: string, block: Span, role: Role): Inline {
  const slice = text.slice(block.start, block.end);
  const marked = slice.includes('`') || slice.includes('](') || slice.includes('<!--');
  return inlineAmong(text, block, role, marked ? constructsOf(parsePlainInline(slice), text, block.start) : NOTHING);
}

const NOTHING: Constructs = {
  opaque: new SpanIndex<Span>([], (each) => each),
  links: new SpanIndex<WrittenLink>([], (each) => each.whole),
};

/** A block of any layout whose constructs are known; those of other blocks do no harm. */
export function inlineAmong(text: string, block: Span, role: Role, constructs: Constructs): Inline {
  const opaque = [...constructs.opaque.overlapping(block), ...urlsIn(text, block)];
  const opaqueIndex = new SpanIndex(opaque, (each) => each);
  const links = constructs.links.overlapping(block);
  // A title may hold a tag, `[[Is <br> a word?]]`; but brackets in code are no brackets, and a link holds no link.
  const barred = (at: Span): boolean =>
    constructs.links.overlapping(at).length > 0 ||
    opaqueIndex.overlapping(at).some((each) => each.start <= at.start || each.end >= at.end - 1);
  const references = [...links, ...wikilinksIn(text, block, barred)]
    .map((each) => ({ ...each, role }))
    .sort((a, b) => a.whole.start - b.whole.start);
  const prose = outside(block, [...opaque, ...references.map((each) => each.whole)]);
  return { references, prose: prose.map(({ start, end }) => ({ ...span(start, end), role })) };
}
