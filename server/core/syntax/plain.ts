import { type LineStarts, lineStarts } from '../text/lines.ts';
import { type Span, span } from '../text/span.ts';
import { type Line, blocksOf, linesOf } from './blocks.ts';
import { type EntryDraft, plainEntries } from './entries.ts';
import { inlineOf } from './inline.ts';
import { nameAt } from './nameAt.ts';
import { isInquiryHeader, kindOfSections, sectionHeading, type SectionHeading } from './sections.ts';
import type { Entry, Heading, Layout, Named, Prose, Role, Section, Summary, WrittenReference } from './summary.ts';

/** A heading of a known section, and the lines behind it. */
interface Part {
  readonly heading: SectionHeading;
  readonly line: Line;
  readonly lines: readonly Line[];
}

/**
 * Reads the spaced and the dense layout (CORPUS.md). In them the line is the block: CommonMark would make headings of
 * the lone dashes of 001 and one paragraph of the whole of 003.
 *
 * Answers undefined where the text has not the shape of a note or an inquiry: such a file is no document.
 */
export function readPlain(text: string, stem: string): Summary | undefined {
  const starts = lineStarts(text);
  const lines = linesOf(text, starts);
  const hasHeader = lines[0] !== undefined && isInquiryHeader(text.slice(lines[0].start, lines[0].end));
  const parts = partsOf(text, lines);
  const kind = hasHeader ? 'inquiry' : kindOfSections(new Set(parts.map((part) => part.heading.role)));
  if (kind === undefined) return undefined;

  const prologue = lines.slice(hasHeader ? 1 : 0, parts.length ? lines.indexOf(parts[0]!.line) : lines.length);
  const titleLine = prologue[0];
  const spaced = titleLine === undefined || isBlankBehind(starts, text, titleLine);
  const body = blocksOf(text, prologue.slice(1).filter((line) => !line.code), spaced);

  const draft = new Draft(text);
  draft.prose(body, 'body');
  const sections = parts.map((part) => readPart(draft, text, part, spaced));
  const original = sections.find((section) => section.role === 'original-title');
  return {
    kind,
    layout: spaced ? 'spaced' : ('dense' satisfies Layout),
    title: titleLine ? named(text, titleLine) : { text: stem, span: span(0, 0) },
    aliases: original ? original.entries.map((entry) => named(text, entry.span)) : [],
    ...(body[0] && { description: body[0] }),
    headings: sections.map((section): Heading => ({ ...named(text, section.heading), depth: 2 })),
    sections,
    ...draft.sorted(),
    lines: starts,
    length: text.length,
  };
}

/** Whether a text in a Markdown file is of one of the plain layouts all the same: its sections are bare lines. */
export function looksPlain(text: string): boolean {
  const starts = lineStarts(text);
  // An indented line is code: a page that explains the layout is no document of it.
  const lines = linesOf(text, starts).filter((line) => line.start === starts[line.number]);
  if (lines[0] !== undefined && isInquiryHeader(text.slice(lines[0].start, lines[0].end))) return true;
  return kindOfSections(new Set(partsOf(text, lines).map((part) => part.heading.role))) !== undefined;
}

/** The known sections. Words that head a section in many a text count only where others make the file a document. */
function partsOf(text: string, lines: readonly Line[]): Part[] {
  const found: { heading: SectionHeading; index: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.code || line.end - line.start > 80) continue;
    const heading = sectionHeading(text.slice(line.start, line.end));
    if (heading) found.push({ heading, index });
  }
  const certain = isInquiryHeader(text.slice(lines[0]?.start, lines[0]?.end)) || found.some((each) => each.heading.certain);
  const kept = found.filter((each) => certain || each.heading.certain);
  return kept.map(({ heading, index }, nth) => ({
    heading,
    line: lines[index]!,
    lines: lines.slice(index + 1, kept[nth + 1]?.index ?? lines.length),
  }));
}

function readPart(draft: Draft, text: string, part: Part, spaced: boolean): Section {
  const { role, declared } = part.heading;
  const { start } = part.line;
  const end = part.lines.at(-1)?.end ?? part.line.end;
  // A paper is a reference only where a document has its title: to the reader of this file it is prose.
  if (role === 'papers') draft.prose(blocksOf(text, part.lines, spaced), role);
  const entries = plainEntries(text, role, part.lines.filter((line) => !line.code), spaced, declared?.count);
  return {
    role,
    heading: span(part.line.start, part.line.end),
    whole: span(start, end),
    ...(declared && { declared: { count: declared.count, span: span(start + declared.start, start + declared.end) } }),
    entries: entries.map((entry) => draft.entry(text, entry, role)),
  };
}

const named = (text: string, at: Span): Named => ({ text: nameAt(text, at), span: span(at.start, at.end) });

/** Whether the line after `line` is blank (or `line` is the last): the mark of the spaced layout. */
function isBlankBehind(starts: LineStarts, text: string, line: Line): boolean {
  const from = starts[line.number + 1];
  return from === undefined || text.slice(from, starts[line.number + 2] ?? text.length).trim() === '';
}

/** Gathers references and prose while a text is read. */
class Draft {
  readonly #text: string;
  readonly #references: WrittenReference[] = [];
  readonly #prose: Prose[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  prose(blocks: readonly Span[], role: Role): void {
    for (const block of blocks) {
      const { references, prose } = inlineOf(this.#text, block, role);
      this.#references.push(...references);
      this.#prose.push(...prose);
    }
  }

  /** Takes an item in: its title becomes a reference, what it says of it is prose. */
  entry(text: string, draft: EntryDraft, role: Role): Entry {
    const { title, summary, relation } = draft;
    let reference: number | undefined;
    if (title) {
      reference = this.#references.length;
      this.#references.push(titleReference(text, title, role));
    }
    this.prose([summary, relation].filter((each) => each !== undefined), role);
    return {
      span: draft.span,
      ...(reference !== undefined && { reference }),
      ...(summary && { summary }),
      ...(relation && { relation: named(text, relation) }),
    };
  }

  /** References and prose in text order; entries point at references by place in the list, so those stay as they are. */
  sorted(): { references: WrittenReference[]; prose: Prose[] } {
    return { references: this.#references, prose: this.#prose.sort((a, b) => a.start - b.start) };
  }
}

/** The title of an item: as a wikilink or link where it is one, else bare. */
function titleReference(text: string, title: Span, role: Role): WrittenReference {
  const [only] = inlineOf(text, title, role).references;
  if (only && only.whole.start === title.start && only.whole.end === title.end) return only;
  return { form: 'entry', role, span: title, whole: title, text: nameAt(text, title) };
}
