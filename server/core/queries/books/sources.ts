import { isOtherFile } from '../../index/paths.ts';
import type { Resolved } from '../../index/references.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import { countWords, fold } from '../../text/fold.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type About, type Account, aboutOf, type Listing, listings, mayBeAbout, titleOf } from './account.ts';

/** The Sources of an inquiry beside what its body names. */
export interface Sources {
  readonly listings: readonly Listing[];
  /** Notes that the body names and the list does not, in the order of first mention; unknown while titles are lost. */
  readonly unlisted: readonly Resolved[];
  /** Entries that the body does not name; none where the body names no note at all, as one that is yet to be written. */
  readonly unmentioned: readonly Listing[];
  /** Entries that the body names, in the order of first mention; each note once. */
  readonly inOrder: readonly Listing[];
}

/** Undefined where the document is no inquiry, or keeps no Sources. */
export function sourcesOf(snapshot: Snapshot, account: Account): Sources | undefined {
  const { document, sections, references, named } = account;
  if (document.kind !== 'inquiry' || !sections.some(({ role }) => role === 'sources')) return undefined;
  const all = listings(snapshot, account, 'sources');
  const first = new Map<About, Listing>();
  for (const each of all) if (each.about !== undefined && !first.has(each.about)) first.set(each.about, each);
  // In paragraphs or a table, what is named there is listed.
  const others = all.length === 0 ? references.filter(isInSources) : [];
  const there = new Set(others.map((each) => aboutOf(each.reference, each.resolution)));
  const isListed = (about: About): boolean => there.has(about) || all.some((each) => mayBeAbout(each, about));
  const order = [...named.keys()];
  const inOrder = order.flatMap((about) => first.get(about) ?? []);
  const areLost = all.some(({ entry }) => entry.lost);
  const unlisted = areLost ? [] : order.filter((about) => !isListed(about) && isSource(named.get(about)!));
  const strangers = [...first].filter(([about, each]) => !named.has(about) && mayBeMentioned(snapshot, each));
  return {
    listings: all,
    unlisted: unlisted.map((about) => named.get(about)!),
    unmentioned: inOrder.length > 0 || [...named.values()].some(isSource) ? strangers.map(([, each]) => each) : [],
    inOrder,
  };
}

const isInSources = ({ reference }: Resolved): boolean => reference.role === 'sources';

/** Other inquiries are no sources; nor is a picture, nor a page that a link in passing leads to. */
export function isSource({ reference, resolution }: Resolved): boolean {
  if (resolution.status !== 'resolved') return resolution.status === 'dangling' && !isOtherFile(reference.text);
  const { kind } = resolution.target;
  return kind === 'note' || (kind === 'page' && reference.form !== 'link');
}

/** Whether the corpus would see the title in prose: `Mud` it sees in brackets only (CORPUS.md, "fewer than three words"). */
function mayBeMentioned({ minimumWords }: Snapshot, { reference, resolution }: Listing): boolean {
  const names =
    resolution?.status === 'resolved' ? [resolution.target.title, ...resolution.target.aliases] : [reference!];
  return names.every(({ text }) => countWords(fold(text)) >= minimumWords);
}

/** `unlisted-source`, `unmentioned-source` and `source-order` (HOUSE.md, "Diagnostics"). */
export function sourceFindings(snapshot: Snapshot, account: Account): Diagnostic[] {
  const sources = sourcesOf(snapshot, account);
  if (!sources) return [];
  const { path } = account.document;
  const { heading } = account.sections.find(({ role }) => role === 'sources')!;
  const unlisted = sources.unlisted.map((each): Diagnostic => {
    const title = titleOf(each);
    const message = `The Sources do not list “${title}”, which the text names here.`;
    const related = [{ path, span: heading, message: 'The Sources' }];
    return { code: 'unlisted-source', span: each.reference.span, message, related, title };
  });
  const unmentioned = sources.unmentioned.map(({ reference, resolution }): Diagnostic => {
    const title = titleOf({ reference: reference!, resolution: resolution! });
    const message = `The text does not name “${title}”, which the Sources list.`;
    return { code: 'unmentioned-source', span: reference!.span, message, related: [], title };
  });
  return [...unlisted, ...unmentioned, ...disorder(account, sources)];
}

/** Told once, at the heading: which entry is at fault nobody can say. */
function disorder({ document: { path }, sections }: Account, { inOrder }: Sources): Diagnostic[] {
  const late = inOrder.findIndex(({ entry }, at) => at > 0 && entry.span.start < inOrder[at - 1]!.entry.span.start);
  if (late < 0) return [];
  const { reference } = inOrder[late]!;
  const message = `The Sources do not stand in the order in which the text names them: “${reference!.text}” comes too early.`;
  const related = [{ path, span: reference!.span, message: `“${reference!.text}”` }];
  return [{ code: 'source-order', span: sections.find(({ role }) => role === 'sources')!.heading, message, related }];
}
