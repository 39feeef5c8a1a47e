import { type About, type Listing, titleOf } from '../../queries/books/account.ts';
import { saidOf } from '../../queries/books/drift.ts';
import { possibleReferences } from '../../queries/possible.ts';
import { fold } from '../../text/fold.ts';
import { nameIn } from '../nameIn.ts';
import { nameOfMissing } from './newEntry.ts';
import { type Desk, type Plan, type Planned, planned } from './plan.ts';
import type { SourcesDesk } from './sourcesList.ts';

/** A title that an entry has lost, with what proves that it is this one. */
export interface Proven {
  /** The entry's number in its list. */
  readonly entry: number;
  readonly title: string;
  readonly names: About | string;
  /** The same summary stands under this title in another inquiry; or the entry stands where the body names it. */
  readonly by: 'summary' | 'place';
}

/** A title in the body, in the order of first mention. */
interface Title {
  readonly names: About | string;
  readonly title: string;
  readonly isUnsure?: boolean;
}

const isFirst = ({ title }: Title, at: number, all: readonly Title[]): boolean =>
  all.findIndex((each) => fold(each.title) === fold(title)) === at;

/**
 * The lost titles of a list that can be proven (CORPUS.md, "Facts": one note has one summary everywhere, and the k-th summary
 * belongs to the k-th title of the body). The place is a proof only where the body has as many titles as the list has entries,
 * and no entry speaks against it: each whose title is known stands in its place, and no summary is known of another note.
 */
export function provenTitles(desk: Desk, { sources }: SourcesDesk): Proven[] {
  const titles = titlesOf(desk);
  const { listings } = sources;
  if (!listings.some(({ entry }) => isLost(entry))) return [];
  const known = listings.map((listing) => placeOf(desk, titles, listing));
  const listed = new Set(listings.map(({ about }) => about));
  const proven = new Map<number, Proven>();
  known.forEach((place, entry) => {
    const title = place === undefined ? undefined : titles[place];
    const isTaken = typeof title?.names === 'number' && listed.has(title.names);
    if (title && !isTaken && isLost(listings[entry]!.entry))
      proven.set(entry, { entry, ...named(title), by: 'summary' });
  });
  const { declared } = desk.read.sections[desk.account.sections.findIndex(({ role }) => role === 'sources')]!;
  const isCounted = titles.length === listings.length && (!declared || declared.count === titles.length);
  const isInPlace = known.every((place, entry) => place === undefined || place === entry);
  const isSure = isCounted && isInPlace && (declared !== undefined || known.some((place) => place !== undefined));
  if (isSure) {
    listings.forEach(({ entry: { lost, summary, said } }, entry) => {
      const title = titles[entry]!;
      if (!lost || !summary || proven.has(entry) || title.isUnsure || speaksAgainst(desk, title, said)) return;
      proven.set(entry, { entry, ...named(title), by: 'place' });
    });
  }
  return [...proven.values()].sort((a, b) => a.entry - b.entry);
}

const isLost = ({ lost, summary }: Listing['entry']): boolean => lost && summary !== undefined;

const named = ({ title, names }: Title): Pick<Proven, 'title' | 'names'> => ({ title, names });

/** Which of the body's titles an entry is about: the one that it names, or the only one of which others say the same. */
function placeOf({ snapshot }: Desk, titles: readonly Title[], { about, entry }: Listing): number | undefined {
  if (about !== undefined) {
    const place = titles.findIndex(({ names }) => names === about);
    return place < 0 ? undefined : place;
  }
  const same = [...titles.keys()].filter((at) => {
    const { names } = titles[at]!;
    return typeof names === 'number' && entry.said !== undefined && saidOf(snapshot, names).by.has(entry.said);
  });
  return same.length === 1 ? same[0] : undefined;
}

/** Whether something else is said of the title elsewhere, and this is not. */
function speaksAgainst({ snapshot }: Desk, { names }: Title, said: number | undefined): boolean {
  if (typeof names !== 'number') return false;
  const { by } = saidOf(snapshot, names);
  return by.size > 0 && (said === undefined || !by.has(said));
}

/** What the body names, each title once: what the corpus knows, and what looks like a title that nobody has. */
function titlesOf({ snapshot, document, account }: Desk): Title[] {
  const known = [...account.named].flatMap(([names, resolved]) => {
    const isInquiry = resolved.resolution.status === 'resolved' && resolved.resolution.target.kind === 'inquiry';
    return isInquiry ? [] : [{ at: resolved.reference.span.start, names, title: titleOf(resolved) }];
  });
  const runs = possibleReferences(snapshot, document, account.references).filter(({ span: { start } }) => {
    return account.sections.every(({ heading }) => start < heading.start);
  });
  const possible = runs.map(({ span, text, near }) => ({
    at: span.start,
    names: text,
    title: text,
    // It may be another title with a slip of the pen.
    isUnsure: near.length > 0,
  }));
  const all: (Title & { at: number })[] = [...known, ...possible.filter(isFirst)];
  return all.sort((a, b) => a.at - b.at);
}

/** The list with titles put back where they are proven. */
export function restoreTitles(desk: Desk, sources: SourcesDesk, proven: readonly Proven[]): Plan {
  const { layout } = desk.document;
  const gap = layout === 'markdown' ? ' — ' : layout === 'spaced' ? '\n\n' : '\n';
  const entries = sources.sources.listings.map((_, keep): Planned => {
    const title = proven.find((each) => each.entry === keep);
    return title ? { keep, lead: nameFor(desk, title, layout === 'markdown') + gap, names: title.names } : { keep };
  });
  return planned(desk, sources.section, entries, false);
}

function nameFor({ snapshot, document: { path }, account }: Desk, { title, names }: Proven, markdown: boolean): string {
  const resolved = typeof names === 'number' ? account.named.get(names) : undefined;
  if (!resolved) return markdown ? `[[${title}]]` : title;
  const { reference, resolution } = resolved;
  if (resolution.status === 'resolved') {
    return nameIn(snapshot, { path, markdown, role: 'sources' }, resolution.target, markdown ? 'wikilink' : 'bare');
  }
  return nameOfMissing(snapshot, { missing: reference.name, text: reference.text }, markdown);
}
