import { summaryOf } from '../../index/summaries.ts';
import { type Typed, titlesMeant } from '../../index/typed.ts';
import { isListRole } from '../../syntax/sections.ts';
import type { Role, Section } from '../../syntax/summary.ts';
import { type Span, span } from '../../text/span.ts';
import type { Here } from './here.ts';
import { type Completion, type CompletionItem, itemOf, NOTHING, offered } from './items.ts';
import { withoutTyped } from './namedHere.ts';
import { isPlainTitle, likeTitle, probe } from './probe.ts';
import { saidOf } from './said.ts';
import { unlisted } from './unlisted.ts';
import { type Writing, wikilinkTo, writingsOf } from './writing.ts';

/** So many are offered: what is said of each is read from other texts. */
const MOST_ENTRIES = 20;

/** Where the title of a list's entry is typed. */
interface OpenEntry {
  readonly role: Role;
  readonly typed: string;
  readonly replaces: Span;
  /** Whether something is said of it on the line already. */
  readonly goesOn: boolean;
  /** Whether it is typed as a wikilink. */
  readonly isLink: boolean;
}

/** Titles where an entry of a list section is typed, with what the list says of each; undefined where there is no such place. */
export function inEntry(here: Here): Completion | undefined {
  const open = openEntry(here);
  if (!open) return undefined;
  const { snapshot } = here;
  const meant = open.typed === '' ? unlisted(here, open.role) : titlesMeant(snapshot, open.typed, 2 * MOST_ENTRIES);
  const found = open.role === 'used-by' || open.role === 'next' ? inquiriesFirst(meant) : meant;
  const standing = standingIn(here, open);
  const items: CompletionItem[] = [];
  for (const typed of withoutTyped(here, found)) {
    if ('document' in typed && (typed.stem || typed.document.id === here.document.id)) continue;
    const ways = open.isLink ? [wikilinkTo(here, typed)] : writingsOf(here, typed, true);
    const writing = ways.find((each) => each && standing(each, typed.text));
    if (!writing) continue;
    const insert =
      writing.text + (standing(writing, typed.text) === 'with summary' ? saying(here, open, typed, writing) : '');
    items.push({ ...itemOf(typed), replaces: open.replaces, insert });
    if (items.length === MOST_ENTRIES) break;
  }
  if (open.isLink) return items.length > 0 ? offered(items) : undefined;
  if (items.length > 0) return offered(items);
  // Where no title is an entry, one may still stand in the prose: in a summary.
  const like = likeTitle('Is it?');
  return standing({ text: like, target: span(0, like.length), form: 'mention' }, like) && NOTHING;
}

/** Both lists are of inquiring lines. */
const inquiriesFirst = (found: readonly Typed[]): Typed[] => {
  const isInquiry = (each: Typed): boolean => 'document' in each && each.document.kind === 'inquiry';
  return [...found.filter(isInquiry), ...found.filter((each) => !isInquiry(each))];
};

function openEntry(here: Here): OpenEntry | undefined {
  const { snapshot, document, left, right, line, offset } = here;
  const summary = summaryOf(snapshot, document);
  const section = summary?.sections.findLast(({ heading }) => heading.end <= line.start);
  if (!section || !isListRole(section.role)) return undefined;
  const isMarkdown = document.layout === 'markdown';
  const lead = (isMarkdown ? /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/ : /^\s*(?:[-•*][ \t]+)?/u).exec(left);
  if (!lead || (!isMarkdown && isSummaryDue(here, section))) return undefined;
  const start = line.start + lead[0].length;
  const separator = isMarkdown ? right.search(/\s+[—–]\s/u) : -1;
  const end = separator >= 0 ? offset + separator : offset + right.trimEnd().length;
  const written = left.slice(lead[0].length);
  const isLink = written.startsWith('[[');
  const typed = isLink ? written.slice(2) : written;
  // Behind the title another link may stand, and in a wikilink a heading or other words: those are completed as anywhere.
  if (/\[\[|\]\(/.test(typed)) return undefined;
  const rest = right.slice(0, end - offset);
  if (isLink && (/[|#]|\]\]/.test(typed) || !/^(?:[^[\]|#]*\]\]|\]?)$/.test(rest))) return undefined;
  return { role: section.role, typed, replaces: span(start, end), goesOn: separator >= 0, isLink };
}

/** Whether the line before the cursor's is a source's title, so that this one says something of it. */
function isSummaryDue({ line }: Here, { role, entries }: Section): boolean {
  if (role !== 'sources') return false;
  const before = entries.findLast((entry) => entry.span.start < line.start);
  return before?.reference !== undefined && (!before.summary || before.summary.start >= line.start);
}

type Stand = 'without summary' | 'with summary' | undefined;

/** How a title would stand as the entry. What was found out for one plain title holds for others like it. */
function standingIn(here: Here, open: OpenEntry): (writing: Writing, title: string) => Stand {
  const known = new Map<string, Stand>();
  return (writing, title) => {
    if (!isPlainTitle(title) || writing.form === 'link') return standOf(here, open, writing);
    const like = likeTitle(title);
    const key = `${writing.form} ${like}`;
    if (!known.has(key)) {
      const isBare = writing.form === 'mention';
      const text = isBare ? like : `[[${like}]]`;
      const target = isBare ? span(0, like.length) : span(2, 2 + like.length);
      known.set(key, standOf(here, open, { ...writing, text, target }));
    }
    return known.get(key);
  };
}

function standOf(here: Here, { role, replaces, goesOn }: OpenEntry, { text, target }: Writing): Stand {
  const { entry, reference } = probe(here, replaces, text, target);
  if (!entry || !reference || reference.role !== role) return undefined;
  const isSaid = role === 'sources' || (role === 'related' && here.document.layout !== 'markdown');
  if (!isSaid || goesOn || entry.summary) return 'without summary';
  const gap = gapOf(here);
  const whole = probe(here, replaces, `${text}${gap}${SAID}`, target).entry;
  const from = replaces.start + text.length + gap.length;
  return whole?.summary?.start === from && whole.summary.end === from + SAID.length
    ? 'with summary'
    : 'without summary';
}

const SAID = 'This is said of it.';

/** What follows the title: nothing where a list would not take it for what is said of that. */
function saying(here: Here, { role, replaces }: OpenEntry, typed: Typed, { text, target }: Writing): string {
  const said = saidOf(here, typed, role);
  if (said === undefined) return '';
  const follows = gapOf(here) + said;
  // Sentences are what everybody writes there.
  if (isPlainTitle(said) && /[.!…]$/u.test(said)) return follows;
  const summary = probe(here, replaces, text + follows, target).entry?.summary;
  const end = replaces.start + text.length + follows.length;
  return summary?.start === end - said.length && summary.end === end ? follows : '';
}

/** What stands between a title and what is said of it. */
function gapOf({ document, text }: Here): string {
  if (document.layout === 'markdown') return ' — ';
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  return document.layout === 'spaced' ? end + end : end;
}
