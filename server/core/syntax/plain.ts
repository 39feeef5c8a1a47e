import { wordsHash } from '../text/anchors.ts';
import { type LineStarts, lineStarts } from '../text/lines.ts';
import { behindInk, firstInk, type Span, span } from '../text/span.ts';
import { blocksOf, itemAt, type Line, linesOf } from './blocks.ts';
import { type EntryDraft, plainEntries } from './entries.ts';
import { NO_FRONT_MATTER, readFrontMatter } from './frontMatter.ts';
import { type Inline, inlineOf } from './inline.ts';
import { nameAt } from './nameAt.ts';
import { questionsIn } from './questions.ts';
import { isInquiryHeader, isListRole, kindOfSections, type SectionHeading, sectionHeading } from './sections.ts';
import type { Entry, Heading, Layout, Named, Prose, Role, Section, Summary, WrittenReference } from './summary.ts';
import { tagsIn } from './tags.ts';

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
  const opening = openingOf(text, linesOf(text, starts));
  const { hasHeader, lines } = opening;
  const matter = opening.matter ? readFrontMatter(text, opening.matter) : NO_FRONT_MATTER;
  const parts = partsOf(text, lines, hasHeader || matter.kind !== undefined);
  const shape = hasHeader ? 'inquiry' : kindOfSections(new Set(parts.map((part) => part.heading.role)));
  const kind = matter.kind ?? shape;
  if (kind === undefined) return undefined;

  const prologue = parts[0] ? lines.slice(0, lines.indexOf(parts[0].line)) : lines;
  const titleLine = prologue[0];
  const spaced = titleLine === undefined || isBlankBehind(starts, text, titleLine);
  const body = blocksOf(
    text,
    prologue.slice(1).filter((line) => !line.code),
    spaced,
  );

  const draft = new Draft(text);
  draft.prose(body, 'body');
  const sections = parts.map((part) => readPart(draft, text, part, spaced));
  const original = sections.find((section) => section.role === 'original-title');
  const { references, prose } = draft.gathered();
  return {
    kind,
    layout: spaced ? 'spaced' : ('dense' satisfies Layout),
    title: matter.title ?? (titleLine ? named(text, titleLine) : { text: stem, span: span(0, 0) }),
    aliases: [...matter.aliases, ...(original?.entries ?? []).map((entry) => named(text, entry.span))],
    tags: tagsIn(text, matter.tags, []),
    ...(body[0] && { description: body[0] }),
    headings: sections.map((section): Heading => ({ ...named(text, section.heading), depth: 2 })),
    sections,
    references,
    prose,
    questions: questionsIn(text, prose, []),
    lines: starts,
    length: text.length,
  };
}

/** Whether a text in a Markdown file is of one of the plain layouts all the same: its title and its sections are bare lines. */
export function looksPlain(text: string): boolean {
  // So begins nearly all Markdown. The rest has no known line, nearly always.
  if (/^#{1,6}[ \t]+\S/.test(text)) return false;
  const starts = lineStarts(text);
  if (!hasKnownLine(text, starts)) return false;
  // An indented line is code: a page that explains the layout is no document of it.
  const flush = linesOf(text, starts).filter((line) => !/[ \t]/.test(text.slice(starts[line.number], line.start)));
  const { hasHeader, lines } = openingOf(text, flush);
  if (lines[0] && /^#{1,6}\s/.test(text.slice(lines[0].start, lines[0].end))) return false;
  return (
    hasHeader || kindOfSections(new Set(partsOf(text, lines, false).map((part) => part.heading.role))) !== undefined
  );
}

/** Whether any line is an inquiry's header or a known section's heading. */
function hasKnownLine(text: string, starts: LineStarts): boolean {
  for (let number = 0; number < starts.length; number++) {
    const behind = starts[number + 1] ?? text.length;
    const start = firstInk(text, starts[number]!, behind);
    if (start === behind || !mayBeKnown(text, start)) continue;
    const line = span(start, behindInk(text, start, behind));
    if (headingAt(text, line) || isInquiryHeader(text.slice(line.start, line.end))) return true;
  }
  return false;
}

/** What stands before the title, front matter and the inquiry's header, and the lines behind that. */
function openingOf(
  text: string,
  lines: readonly Line[],
): { matter?: Span; hasHeader: boolean; lines: readonly Line[] } {
  const is = (line: Line | undefined, words: string): boolean =>
    line !== undefined && text.slice(line.start, line.end) === words;
  const close =
    lines[0]?.number === 0 && is(lines[0], '---') ? lines.findIndex((line, at) => at > 0 && is(line, '---')) : -1;
  const rest = close > 0 ? lines.slice(close + 1) : lines;
  const hasHeader = rest[0] !== undefined && isInquiryHeader(text.slice(rest[0].start, rest[0].end));
  return {
    ...(close > 0 && { matter: span(lines[0]!.start, lines[close]!.end) }),
    hasHeader,
    lines: hasHeader ? rest.slice(1) : rest,
  };
}

/** The known sections. Words that head a section in many a text count only where others make the file a document. */
function partsOf(text: string, lines: readonly Line[], isDocument: boolean): Part[] {
  const found: { heading: SectionHeading; index: number }[] = [];
  lines.forEach((line, index) => {
    const heading = line.code ? undefined : headingAt(text, line);
    if (heading) found.push({ heading, index });
  });
  const certain = isDocument || found.some((each) => each.heading.certain);
  const kept = found.filter((each) => certain || each.heading.certain);
  return kept.map(({ heading, index }, nth) => ({
    heading,
    line: lines[index]!,
    lines: lines.slice(index + 1, kept[nth + 1]?.index ?? lines.length),
  }));
}

/** The known section that a line opens, if it does. */
function headingAt(text: string, { start, end }: Span): SectionHeading | undefined {
  return mayBeKnown(text, start) && end - start <= 80 ? sectionHeading(text.slice(start, end)) : undefined;
}

/** By the first letter, before a line is cut out: `Sources`, `Inquiring lines …`, `Related …`, `Original …`, `Next …`. */
const mayBeKnown = (text: string, start: number): boolean => 'SIRONsiron'.includes(text[start]!);

function readPart(draft: Draft, text: string, part: Part, spaced: boolean): Section {
  const { role, declared } = part.heading;
  const { start } = part.line;
  const end = part.lines.at(-1)?.end ?? part.line.end;
  // A paper is a reference only where a document has its title: to the reader of this file it is prose.
  if (role === 'papers') draft.prose(blocksOf(text, part.lines, spaced), role);
  const entries = plainEntries(
    text,
    role,
    part.lines.filter((line) => !line.code),
    spaced,
    declared?.count,
  );
  return {
    role,
    heading: span(part.line.start, part.line.end),
    whole: span(start, end),
    ...(declared && { declared: { count: declared.count, span: span(start + declared.start, start + declared.end) } }),
    entries: entries.map((entry) => draft.entry(entry, role)),
    items:
      role === 'papers' ? itemsIn(text, part.lines) : entries.filter(({ title, summary }) => title ?? summary).length,
  };
}

const itemsIn = (text: string, lines: readonly Line[]): number =>
  lines.filter((line) => !line.code && isInked(itemAt(text, line))).length;

const isInked = (item: Span | undefined): boolean => item !== undefined && item.start < item.end;

const named = (text: string, at: Span): Named => ({ text: nameAt(text, at), span: span(at.start, at.end) });

/** Whether the line after `line` is blank (or `line` is the last): the mark of the spaced layout. */
function isBlankBehind(starts: LineStarts, text: string, line: Line): boolean {
  const from = starts[line.number + 1] ?? text.length;
  const behind = starts[line.number + 2] ?? text.length;
  return firstInk(text, from, behind) === behind;
}

/** What a reference that a text shows by itself begins with, and what hides one. */
const MARKUP = ['[[', '](', '`', '<!--', '://'];

const isBare = (text: string): boolean => !MARKUP.some((mark) => text.includes(mark));

/** Gathers references and prose while a text is read, both in text order. */
class Draft {
  readonly #text: string;
  readonly #references: WrittenReference[] = [];
  readonly #prose: Prose[] = [];
  /** Most texts are prose throughout: then no block of it need be looked into. */
  readonly #isBare: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#isBare = isBare(text);
  }

  prose(blocks: readonly Span[], role: Role): void {
    for (const block of blocks) this.#block(block, role);
  }

  #block(block: Span, role: Role): void {
    const { references, prose } = this.#inlineOf(block, role);
    // Not all as arguments of one call: there can be more of them than a stack holds.
    for (const each of references) this.#references.push(each);
    for (const each of prose) this.#prose.push(each);
  }

  #inlineOf(block: Span, role: Role): Inline {
    const { start, end } = block;
    if (!this.#isBare && !isBare(this.#text.slice(start, end))) return inlineOf(this.#text, block, role);
    return { references: [], prose: start < end ? [{ start, end, role }] : [] };
  }

  /** Takes an item in: its title becomes a reference, what it says of it is prose. */
  entry(draft: EntryDraft, role: Role): Entry {
    const { title, summary, relation } = draft;
    const written = title && this.#titleReference(title, role);
    const reference = written && this.#references.push(written) - 1;
    // `[[Why mud sticks]] — it is the clay`, in one line.
    if (title) this.#block(written ? span(written.whole.end, title.end) : title, role);
    if (summary) this.#block(summary, role);
    if (relation) this.#block(relation, role);
    return {
      span: draft.span,
      ...(reference !== undefined && { reference }),
      ...(summary && { summary }),
      ...(relation && { relation: named(this.#text, relation) }),
      ...(role === 'sources' && summary && { said: wordsHash(this.#text.slice(summary.start, summary.end)) }),
      ...(isListRole(role) && !title && { lost: true }),
    };
  }

  /** The title of an item: the wikilink or link that it begins with, else bare; none where it begins with code or a URL. */
  #titleReference(title: Span, role: Role): WrittenReference | undefined {
    const { references, prose } = this.#inlineOf(title, role);
    if (references[0]?.whole.start === title.start) return references[0];
    if (prose[0]?.start !== title.start) return undefined;
    return { form: 'entry', role, span: title, whole: title, text: nameAt(this.#text, title) };
  }

  gathered(): { references: WrittenReference[]; prose: Prose[] } {
    return { references: this.#references, prose: this.#prose };
  }
}
