import type { Document } from '../../index/document.ts';
import { type UsedBy, usedByOf } from '../../queries/books/backlinkBooks.ts';
import { newUser } from './newEntry.ts';
import { type Desk, type Plan, type Planned, planned, sectionsOf } from './plan.ts';

/** A note's list of the inquiries that use it, as it may be written. */
export interface UsersDesk {
  readonly section: number;
  readonly usedBy: UsedBy;
}

/** Undefined where the document has no such list, or two: nobody can tell which one counts. */
export function usersDesk(desk: Desk): UsersDesk | undefined {
  const [section, another] = sectionsOf(desk, 'used-by');
  const usedBy = another === undefined ? usedByOf(desk.snapshot, desk.account) : undefined;
  return usedBy && { section: section!, usedBy };
}

/**
 * The list with other inquiries added and some taken away. What it says of inquiries that are not in the corpus stays: nobody here
 * can tell whether that is so.
 *
 * @param gone entries that go, where they say nothing but the title
 */
export function usersPlan(
  desk: Desk,
  { section, usedBy }: UsersDesk,
  come: readonly Document[],
  gone: (at: number) => boolean,
): Plan {
  const kept = usedBy.listings.flatMap(({ entry, reference }, keep): Planned[] => {
    const isBare = reference !== undefined && reference.whole.end === entry.span.end;
    return isBare && gone(reference.span.start) ? [] : [{ keep }];
  });
  const put = come.map((each): Planned => ({ put: newUser(desk.snapshot, desk.document, each), names: each.id }));
  return planned(desk, section, [...kept, ...put], false);
}

/** The list as the inquiries have it: those that have the note among their sources, or will (`others`), and none that does not use it. */
export function completeUsers(desk: Desk, users: UsersDesk, others: readonly Document[]): Plan {
  const { missing, stale, listings } = users.usedBy;
  const gone = new Set(stale.map(({ listing }) => listing.reference!.span.start));
  const listed = new Set(listings.map(({ about }) => about));
  const come = [...missing, ...others.filter((each) => !listed.has(each.id) && !missing.includes(each))];
  return usersPlan(desk, users, come, (at) => gone.has(at));
}
