import { linesOf } from '../../syntax/blocks.ts';
import { isInquiryHeader, isListRole } from '../../syntax/sections.ts';
import { SpanIndex } from '../../syntax/spanIndex.ts';
import type { Entry, Heading, Role, Section, Summary } from '../../syntax/summary.ts';
import { fold } from '../../text/fold.ts';
import { type Span, span, trimmed } from '../../text/span.ts';
import { isPlain, type PartSection, type Parts, type Piece } from './parts.ts';

/** Takes a document apart as its summary says. Text before the title of a Markdown file is taken for the beginning of its body. */
export function takeApart(text: string, summary: Summary): Parts {
  const opening = openingOf(text, summary);
  const headings = new SpanIndex(summary.headings, (each) => each.span);
  const first = summary.sections[0]?.heading.start ?? text.length;
  const title = titleOf(text, summary, opening.end, first);
  const body = trimmed(text, span(Math.min(first, title?.behind ?? opening.end), first));
  return {
    matter: opening.matter,
    header: opening.header,
    title: title?.words,
    body,
    sections: summary.sections.map((section, at) => partOf(text, summary, headings, section, summary.sections[at + 1])),
  };
}

/** Front matter and the inquiry's header, and where they end. */
function openingOf(
  text: string,
  { lines: starts }: Summary,
): { matter: string[] | undefined; header: Span | undefined; end: number } {
  const lines = linesOf(text, starts);
  const words = ({ start, end }: Span): string => text.slice(start, end);
  let next = 0;
  let matter: string[] | undefined;
  if (lines[0]?.number === 0 && words(lines[0]) === '---') {
    const close = lines.findIndex((line, at) => at > 0 && words(line) === '---');
    if (close > 0) {
      const inside = text.slice(starts[1], starts[lines[close]!.number]);
      matter = inside.split(/\r\n?|\n/).slice(0, -1);
      next = close + 1;
    }
  }
  const line = lines[next];
  const header = line && isInquiryHeader(words(line)) ? span(line.start, line.end) : undefined;
  return { matter, header, end: header?.end ?? (next > 0 ? lines[next - 1]!.end : 0) };
}

/** The words of the title, and where its line ends. */
function titleOf(
  text: string,
  summary: Summary,
  from: number,
  first: number,
): { words: Span; behind: number } | undefined {
  if (isPlain(summary.layout)) {
    const rest = trimmed(text, span(from, Math.max(from, first)));
    const words = trimmed(text, span(rest.start, endOfLine(text, rest.start, rest.end)));
    return words.start < words.end ? { words, behind: words.end } : undefined;
  }
  const sections = new SpanIndex(summary.sections, (each) => each.heading);
  const heading = summary.headings.find(
    ({ span: at }) => !sections.overlapping(at).some((each) => isInside(at, each.heading)),
  );
  if (!heading || heading.span.start > first || fold(heading.text) !== fold(summary.title.text)) return undefined;
  const { span: words } = heading;
  const line = endOfLine(text, words.end, text.length);
  const under = /^(?:\r\n?|\n) {0,3}(?:=+|-+)[ \t]*(?=[\r\n]|$)/.exec(text.slice(line, line + 1000));
  const isAtx = /#[ \t]+$/.test(text.slice(0, words.start));
  return { words, behind: under && !isAtx ? line + under[0].length : line };
}

const isInside = (at: Span, whole: Span): boolean => whole.start <= at.start && at.end <= whole.end;

function endOfLine(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function partOf(
  text: string,
  summary: Summary,
  headings: SpanIndex<Heading>,
  section: Section,
  next: Section | undefined,
): PartSection {
  const words = headings.overlapping(section.heading).find(({ span: at }) => isInside(at, section.heading));
  const end = Math.min(next?.heading.start ?? text.length, section.whole.end);
  const pieces: Piece[] = [];
  let from = section.heading.end;
  const plain = isPlain(summary.layout);
  for (const entry of isListRole(section.role) ? section.entries : []) {
    const start = plain ? bulletBefore(text, from, entry.span.start) : entry.span.start;
    const between = trimmed(text, span(from, start));
    if (between.start < between.end) pieces.push({ at: between });
    pieces.push({ at: span(start, entry.span.end), entry, ...saidIn(text, summary, section.role, entry) });
    from = entry.span.end;
  }
  const rest = trimmed(text, span(from, Math.max(from, end)));
  if (rest.start < rest.end) pieces.push({ at: rest });
  return { section, heading: words?.span ?? section.heading, pieces };
}

/** Where an item begins with its dash, which belongs to no entry in the plain layouts: `- Why mud sticks`, or a lone one. */
function bulletBefore(text: string, from: number, to: number): number {
  const found = /(?:^|[\r\n])[ \t]*([-•*])\s*$/u.exec(text.slice(from, to));
  return found ? from + found.index + found[0].indexOf(found[1]!) : to;
}

function saidIn(text: string, summary: Summary, role: Role, entry: Entry) {
  const reference = entry.reference === undefined ? undefined : summary.references[entry.reference];
  const whole = role === 'used-by' || role === 'next';
  const said = whole ? undefined : entry.summary;
  const from = isPlain(summary.layout) ? entry.span.start : reference?.whole.start;
  const to =
    whole || !reference ? entry.span.end : isPlain(summary.layout) ? titleEnd(text, role, entry) : reference.whole.end;
  const isLost = from === undefined || (said !== undefined && said.start <= from);
  return {
    title: isLost ? undefined : trimmed(text, span(from, to)),
    summary: said,
    relation: whole ? undefined : entry.relation?.span,
  };
}

/** In the plain layouts a title is all of its block; a related concept's, of its line. */
function titleEnd(text: string, role: Role, { span: at, summary }: Entry): number {
  if (role === 'related') return endOfLine(text, at.start, at.end);
  if (!summary) return at.end;
  // `[[Why mud sticks]] — it is the clay`, in one line.
  const dash = /\s+[—–][^\S\r\n]+$/u.exec(text.slice(at.start, summary.start));
  return dash ? at.start + dash.index : trimmed(text, span(at.start, summary.start)).end;
}
