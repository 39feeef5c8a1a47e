import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import type { Heading, Section, Summary } from '../syntax/summary.ts';
import { type Span, span } from '../text/span.ts';

/** A line of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  /** Said behind the name: what the document is, or how many items a list has. */
  readonly detail: string;
  readonly kind: 'title' | 'heading' | 'section' | 'entry';
  /** All that belongs to it; it holds the children's. */
  readonly whole: Span;
  readonly focus: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline: the title, under it headings by depth, and under the known sections their entries. */
export function documentSymbols(snapshot: Snapshot, path: string): DocumentSymbol[] {
  const document = documentAt(snapshot, path);
  const summary = document && summaryOf(snapshot, document);
  if (!summary) return [];
  const { title, kind } = summary;
  const first = summary.headings[0];
  const inner = first && first.span.start === title.span.start ? summary.headings.slice(1) : summary.headings;
  const children = nested({ summary, sections: sectionsOf(summary) }, inner, summary.length, 0);
  return [
    { name: title.text, detail: kind, kind: 'title', whole: span(0, summary.length), focus: title.span, children },
  ];
}

interface Outlined {
  readonly summary: Summary;
  /** By where the words of their heading start. */
  readonly sections: ReadonlyMap<number, Section>;
}

/** Headings and sections are both in text order: one pass finds which belong together. */
function sectionsOf({ headings, sections }: Summary): Map<number, Section> {
  const found = new Map<number, Section>();
  let at = 0;
  for (const { span } of headings) {
    while (at < sections.length && sections[at]!.heading.end < span.start) at++;
    const section = sections[at];
    if (section && section.heading.start <= span.start && span.end <= section.heading.end)
      found.set(span.start, section);
  }
  return found;
}

/** Headings up to `end` that are deeper than `depth`, each with what stands under it. */
function nested(outlined: Outlined, headings: readonly Heading[], end: number, depth: number): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (let at = 0; at < headings.length; ) {
    const heading = headings[at]!;
    let next = at + 1;
    while (next < headings.length && headings[next]!.depth > heading.depth) next++;
    const stop = headings[next]?.span.start ?? end;
    symbols.push(symbolOf(outlined, heading, headings.slice(at + 1, next), Math.max(stop, heading.span.end), depth));
    at = next;
  }
  return symbols;
}

function symbolOf(
  outlined: Outlined,
  heading: Heading,
  inner: readonly Heading[],
  end: number,
  depth: number,
): DocumentSymbol {
  const section = outlined.sections.get(heading.span.start);
  const children = [
    ...(section ? entriesOf(outlined.summary, section) : []),
    ...nested(outlined, inner, end, depth + 1),
  ];
  return {
    name: heading.text || '(untitled)',
    detail: section && section.entries.length > 0 ? String(section.entries.length) : '',
    kind: section ? 'section' : 'heading',
    whole: span(heading.span.start, end),
    focus: heading.span,
    children: children.sort((a, b) => a.whole.start - b.whole.start),
  };
}

function entriesOf(summary: Summary, section: Section): DocumentSymbol[] {
  return section.entries.flatMap((entry): DocumentSymbol[] => {
    const reference = entry.reference === undefined ? undefined : summary.references[entry.reference];
    if (!reference) return [];
    return [
      { name: reference.text, detail: '', kind: 'entry', whole: entry.span, focus: reference.span, children: [] },
    ];
  });
}
