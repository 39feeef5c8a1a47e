import type { Layout, Section } from '../../syntax/summary.ts';
import { lineEndOf } from '../../text/lines.ts';
import { behindInk, span } from '../../text/span.ts';
import { replaced, type TextEdit } from '../edits.ts';
import { type Unit, unitsOf } from './units.ts';

/** What a list is to hold: an entry that it has, by its number, or a new one as it is written in this layout, lines ended by `\n`. */
export type Wanted = number | string;

/** A list in its text. */
export interface List {
  readonly text: string;
  readonly layout: Layout;
  readonly section: Section;
  readonly units: readonly Unit[];
}

export const listIn = (text: string, layout: Layout, section: Section): List => ({
  text,
  layout,
  section,
  units: unitsOf(text, section),
});

/**
 * The edits that make a list hold what is wanted, and touch nothing else: entries that stay are not written again unless
 * their order changes. Undefined where text that is no entry stands between those that would move or go.
 */
export function listEdits(list: List, wanted: readonly Wanted[]): TextEdit[] | undefined {
  const kept = wanted.filter((each) => typeof each === 'number');
  const isInOrder = kept.every((unit, at) => at === 0 || unit > kept[at - 1]!);
  return isInOrder ? amended(list, wanted, kept) : rewritten(list, wanted);
}

/** The same entries in their order, some less and some more. */
function amended(list: List, wanted: readonly Wanted[], kept: readonly number[]): TextEdit[] | undefined {
  const gone = removals(list, new Set(kept));
  if (!gone) return undefined;
  const puts = new Map<number, string[]>();
  let after = -1;
  for (const each of wanted) {
    if (typeof each === 'number') after = each;
    else puts.set(after, [...(puts.get(after) ?? []), each]);
  }
  return [...gone, ...[...puts].map(([unit, texts]) => put(list, unit, texts, kept.length === 0))];
}

/** Puts new entries behind one that stays, -1 for the beginning. */
function put(list: List, unit: number, texts: readonly string[], isEmptied: boolean): TextEdit {
  const { text, section, units, layout } = list;
  const gap = gapOf(list);
  const lines = texts.map((each) => inStyle(list, each));
  if (unit >= 0) return at(text, units[unit]!.end, gap + lines.join(gap));
  const [first] = units;
  if (first && !isEmptied) return at(text, first.start, lines.join(gap) + gap);
  const lead = lineEndOf(text).repeat(layout === 'dense' ? 1 : 2);
  const end = first
    ? behindInk(text, section.heading.start, first.start)
    : behindInk(text, section.heading.start, section.whole.end);
  return at(text, end, lead + lines.join(gap));
}

/** With the line ends of the text, and in Markdown with the mark of the list's first item: another one would begin another list. */
function inStyle({ text, layout, units }: List, entry: string): string {
  const mark =
    layout === 'markdown' ? /^(?:[*+-]|\d{1,9}[.)])(?=\s)/.exec(text.slice(units[0]?.start ?? text.length)) : null;
  return (mark ? entry.replace(/^-/, mark[0]) : entry).replaceAll('\n', lineEndOf(text));
}

const at = (text: string, offset: number, after: string): TextEdit => replaced(text, span(offset, offset), after);

/** Entries that go, each run of them with the space to its next neighbour. */
function removals({ text, section, units }: List, kept: ReadonlySet<number>): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (let from = 0; from < units.length; from++) {
    if (kept.has(from)) continue;
    let to = from;
    while (to + 1 < units.length && !kept.has(to + 1)) to++;
    const [before, behind] = [units[from - 1], units[to + 1]];
    const lead = behindInk(text, section.heading.start, units[from]!.start);
    const start = behind ? units[from]!.start : (before?.end ?? lead);
    const end = behind ? behind.start : units[to]!.end;
    const inner = units.slice(from, to + 2);
    const isPlain =
      (before ? isGap(text, before, units[from]!) : true) &&
      inner.every((each, at) => at === 0 || isGap(text, inner[at - 1]!, each));
    if (!isPlain) return undefined;
    edits.push(replaced(text, span(start, end), ''));
    from = to;
  }
  return edits;
}

/** The whole list in another order. */
function rewritten(list: List, wanted: readonly Wanted[]): TextEdit[] | undefined {
  const { text, units } = list;
  if (units.some((each, at) => at > 0 && !isGap(text, units[at - 1]!, each))) return undefined;
  const pieces = wanted.map((each) =>
    typeof each === 'number' ? text.slice(units[each]!.start, units[each]!.end) : inStyle(list, each),
  );
  return [replaced(text, span(units[0]!.start, units.at(-1)!.end), pieces.join(gapOf(list)))];
}

const isGap = (text: string, a: Unit, b: Unit): boolean => text.slice(a.end, b.start).trim() === '';

/** What stands between two entries: as it does in this list already, else as the layout has it. */
function gapOf({ text, units, layout }: List): string {
  const [first, second] = units;
  if (first && second && isGap(text, first, second)) return text.slice(first.end, second.start);
  return lineEndOf(text).repeat(layout === 'spaced' ? 2 : 1);
}
