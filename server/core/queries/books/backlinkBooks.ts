import { hasLostTitle } from '../../index/books.ts';
import type { Document } from '../../index/document.ts';
import { resolvedReferencesOf } from '../../index/references.ts';
import { booksIn } from '../../index/sheet.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { type Account, accountOf, type Listing, listings } from './account.ts';
import { saidOf } from './drift.ts';
import { isSource } from './sources.ts';

/** A note's list of the inquiries that use it, beside those inquiries. */
export interface UsedBy {
  readonly listings: readonly Listing[];
  /** Inquiries that have the note among their Sources and are not listed, by path. */
  readonly missing: readonly Document[];
  /** Entries of inquiries that do not name the note. */
  readonly stale: readonly { readonly listing: Listing; readonly target: Document }[];
}

/** Undefined where the document keeps no such list. */
export function usedByOf(snapshot: Snapshot, account: Account): UsedBy | undefined {
  const { document, sections } = account;
  if (!sections.some(({ role }) => role === 'used-by')) return undefined;
  const all = listings(snapshot, account, 'used-by');
  const citing = saidOf(snapshot, document.id).citing.filter((id) => id !== document.id);
  const known = new Set(citing);
  const listed = new Set(all.flatMap(targetsOf).map(({ id }) => id));
  return {
    listings: all,
    missing: citing.filter((id) => !listed.has(id)).flatMap((id) => documentOf(snapshot, id) ?? []),
    stale: all.flatMap((listing) => {
      const [target, another] = targetsOf(listing);
      if (target?.kind !== 'inquiry' || another || known.has(target.id) || target.id === document.id) return [];
      const isUser = namesNote(snapshot, target, document) || mayHaveLostIt(snapshot, target);
      return isUser ? [] : [{ listing, target }];
    }),
  };
}

/** Whether an inquiry names a note at all. */
const namesNote = (snapshot: Snapshot, inquiry: Document, note: Document): boolean =>
  resolvedReferencesOf(snapshot, inquiry).some(({ resolution }) => {
    return resolution.status === 'resolved' && resolution.target === note;
  });

/**
 * Whether an inquiry that does not name a note may have it among the sources whose titles it has lost: not where its text names as
 * many notes as the list has entries.
 */
function mayHaveLostIt(snapshot: Snapshot, inquiry: Document): boolean {
  if (!hasLostTitle(booksIn(inquiry.sheet))) return false;
  const account = accountOf(snapshot, inquiry);
  const named = [...account.named.values()].filter(isSource).length;
  return named < listings(snapshot, account, 'sources').length;
}

function targetsOf({ resolution }: Listing): readonly Document[] {
  if (resolution?.status === 'ambiguous') return resolution.targets;
  return resolution?.status === 'resolved' ? [resolution.target] : [];
}

/** So many inquiries are named in a finding. */
const MOST_NAMED = 3;
/** And so many places come with it. */
const MOST_PLACES = 20;

/** `missing-backlink`, once at the heading, and `stale-backlink`, at each entry (HOUSE.md, "Diagnostics"). */
export function backlinkFindings(snapshot: Snapshot, account: Account): Diagnostic[] {
  const usedBy = usedByOf(snapshot, account);
  if (!usedBy) return [];
  const stale = usedBy.stale.map(({ listing: { reference }, target }): Diagnostic => {
    const title = target.title.text;
    const related = [{ path: target.path, span: target.title.span, message: `“${title}”` }];
    return {
      code: 'stale-backlink',
      span: reference!.span,
      message: `“${title}” does not use this note.`,
      related,
      title,
    };
  });
  return [...missingFinding(account, usedBy.missing), ...stale];
}

function missingFinding({ sections }: Account, missing: readonly Document[]): Diagnostic[] {
  if (missing.length === 0) return [];
  const titles = missing.slice(0, MOST_NAMED).map(({ title }) => `“${title.text}”`);
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  const message = `This list misses ${titles.join(', ')}${more}, which ${missing.length === 1 ? 'has' : 'have'} this note among the sources.`;
  const { heading } = sections.find(({ role }) => role === 'used-by')!;
  const related = missing
    .slice(0, MOST_PLACES)
    .map(({ path, title }) => ({ path, span: title.span, message: `“${title.text}”` }));
  return [{ code: 'missing-backlink', span: heading, message, related }];
}
