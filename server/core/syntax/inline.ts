import { outside, type Span } from '../text/span.ts';
import { plainConstructs } from './plainInline.ts';
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

export type WrittenLink = Omit<WrittenReference, 'role'>;

/** A block of plain text. Most have no markup at all, and are not scanned. */
export function inlineOf(text: string, block: Span, role: Role): Inline {
  const slice = text.slice(block.start, block.end);
  const marked = slice.includes('`') || slice.includes('](') || slice.includes('<!--');
  return inlineAmong(text, block, role, marked ? plainConstructs(text, block) : NOTHING);
}

const NOTHING: Constructs = {
  opaque: new SpanIndex<Span>([], (each) => each),
  links: new SpanIndex<WrittenLink>([], (each) => each.whole),
};

/** A block of any layout whose constructs are known; those of other blocks do no harm. */
export function inlineAmong(text: string, block: Span, role: Role, constructs: Constructs): Inline {
  const references: WrittenReference[] = [];
  const prose: Prose[] = [];
  gatherInline(text, block, role, constructs, references, prose);
  return { references, prose };
}

/** The same, put behind what is in `references` and `prose` already. */
export function gatherInline(
  text: string,
  block: Span,
  role: Role,
  constructs: Constructs,
  references: WrittenReference[],
  prose: Prose[],
): void {
  const hidden = constructs.opaque.overlapping(block);
  const urls = urlsIn(text, block);
  const links = constructs.links.overlapping(block);
  if (hidden.length === 0 && urls.length === 0 && links.length === 0) {
    const first = references.length;
    wikilinksIn(text, block, role, undefined, references);
    proseBetween(block, references, first, role, prose);
    return;
  }
  const opaque = [...hidden, ...urls];
  let opaqueIndex: SpanIndex<Span> | undefined;
  // A title may hold a tag, `[[Is <br> a word?]]`; but brackets in code are no brackets, and a link holds no link.
  const barred = (at: Span): boolean => {
    opaqueIndex ??= new SpanIndex(opaque, itself);
    return (
      constructs.links.overlapping(at).length > 0 ||
      opaqueIndex.overlapping(at).some((each) => each.start <= at.start || each.end >= at.end - 1)
    );
  };
  const found = links.map((each): WrittenReference => ({ ...each, role }));
  wikilinksIn(text, block, role, barred, found);
  found.sort((a, b) => a.whole.start - b.whole.start);
  for (const each of found) references.push(each);
  const holes = [...opaque, ...found.map((each) => each.whole)];
  for (const { start, end } of outside(block, holes)) prose.push({ start, end, role });
}

const itself = (at: Span): Span => at;

/** What is left of a block outside of the references from number `first` on, which are in order. */
function proseBetween(
  block: Span,
  references: readonly WrittenReference[],
  first: number,
  role: Role,
  prose: Prose[],
): void {
  let from = block.start;
  for (let at = first; at < references.length; at++) {
    const { start, end } = references[at]!.whole;
    if (start > from) prose.push({ start: from, end: start, role });
    from = end;
  }
  if (from < block.end) prose.push({ start: from, end: block.end, role });
}
