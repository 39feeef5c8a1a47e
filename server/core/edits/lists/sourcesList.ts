import type { Resolved } from '../../index/references.ts';
import { type About, aboutOf } from '../../queries/books/account.ts';
import { type Sources, sourcesOf } from '../../queries/books/sources.ts';
import { newSource, type Subject } from './newEntry.ts';
import { type Desk, type Plan, type Planned, planned, sectionsOf } from './plan.ts';

/** The Sources of an inquiry as they may be written: the section's number, and what is to be said of them. */
export interface SourcesDesk {
  readonly section: number;
  readonly sources: Sources;
}

/** Undefined where the inquiry has no Sources, or two: nobody can tell which ones count. */
export function sourcesDesk(desk: Desk): SourcesDesk | undefined {
  const [section, another] = sectionsOf(desk, 'sources');
  const sources = another === undefined ? sourcesOf(desk.snapshot, desk.account) : undefined;
  return sources && { section: section!, sources };
}

/**
 * All that the body names, in the order of first mention. What is listed keeps its summary; an entry that the body does not name
 * keeps its place, for what it says is somebody's work.
 */
export function completeSources(desk: Desk, { section, sources }: SourcesDesk): Plan {
  const ordered = inOrder(sources, keepAll(sources));
  return planned(desk, section, withNew(desk, sources, ordered, sources.unlisted), isWhole(sources));
}

/** One more source: a note that the body names. */
export function addSource(desk: Desk, { section, sources }: SourcesDesk, at: number): Plan | undefined {
  const found = sources.unlisted.find(({ reference }) => reference.span.start === at);
  if (!found) return undefined;
  return planned(desk, section, withNew(desk, sources, keepAll(sources), [found]), false);
}

/** One source less: that of the entry whose title begins at `at`, wherever else it is listed. */
export function removeSource(desk: Desk, { section, sources }: SourcesDesk, at: number): Plan | undefined {
  const gone = sources.unmentioned.find(({ reference }) => reference?.span.start === at);
  if (!gone) return undefined;
  const entries = keepAll(sources).filter((each) => 'put' in each || sources.listings[each.keep]!.about !== gone.about);
  return planned(desk, section, entries, false);
}

/** The same sources in the order of first mention. */
export const orderSources = (desk: Desk, { section, sources }: SourcesDesk): Plan =>
  planned(desk, section, inOrder(sources, keepAll(sources)), false);

const keepAll = ({ listings }: Sources): Planned[] => listings.map((_, keep) => ({ keep }));

/** Once the unlisted are in it, whether the list holds what the body names, and nothing else. */
const isWhole = ({ listings, inOrder }: Sources): boolean => inOrder.length > 0 && inOrder.length === listings.length;

/** Entries that the body names in its order, each in a place where one of them stood; the others where they are. */
function inOrder({ listings, inOrder }: Sources, entries: readonly Planned[]): Planned[] {
  const numbers = inOrder.map((each) => listings.indexOf(each));
  const places = new Set(numbers);
  const left = [...numbers];
  return entries.map((each) => ('keep' in each && places.has(each.keep) ? { keep: left.shift()! } : each));
}

/** New entries each behind the one that the body names before it. */
function withNew(desk: Desk, sources: Sources, entries: readonly Planned[], unlisted: readonly Resolved[]): Planned[] {
  const { snapshot, account, document } = desk;
  const order = [...account.named.keys()];
  const isOneOf = (abouts: readonly About[], each: Planned): boolean => {
    // A note that is listed twice stands where it is listed first.
    const listing = 'keep' in each ? sources.inOrder.find((one) => one === sources.listings[each.keep]) : undefined;
    const about = 'keep' in each ? listing?.about : each.names;
    return typeof about === 'number' && abouts.includes(about);
  };
  const result = [...entries];
  for (const resolved of unlisted) {
    const about = aboutOf(resolved.reference, resolved.resolution)!;
    const before = order.slice(0, order.indexOf(about));
    const behind = result.findLastIndex((each) => isOneOf(before, each));
    const first = result.findIndex((each) => isOneOf(order, each));
    const written = newSource(snapshot, document, subjectOf(resolved));
    result.splice(behind >= 0 ? behind + 1 : first >= 0 ? first : result.length, 0, { ...written, names: about });
  }
  return result;
}

function subjectOf({ reference, resolution }: Resolved): Subject {
  if (resolution.status === 'resolved') return { document: resolution.target };
  return { missing: reference.name, text: reference.text };
}
