import { accountOf, type Listing, listings } from '../../queries/books/account.ts';
import { drifting } from '../../queries/books/drift.ts';
import { type GivenSummary, givenSummaries } from '../../queries/books/given.ts';
import { edited, replaced, type TextEdit } from '../edits.ts';
import { trial } from '../trial.ts';
import { type Desk, unclear } from './plan.ts';

/** The summaries of a source that most inquiries give, other than its own. */
export const otherSummaries = ({ snapshot }: Desk, { about, entry }: Listing): GivenSummary[] =>
  about === undefined ? [] : givenSummaries(snapshot, about).filter(({ said }) => said !== entry.said);

/** The source of an inquiry whose summary begins at `at`, where others say something else. */
export const driftingAt = ({ snapshot, account }: Desk, at: number): Listing | undefined =>
  drifting(snapshot, account).find(({ entry }) => entry.summary!.start === at);

/** Says of a source what other inquiries say; undefined where that would be read as something else here. */
export function saySo(desk: Desk, at: number, said: number): TextEdit[] | undefined {
  const { snapshot, document, text, account } = desk;
  const listing = driftingAt(desk, at);
  const other = listing && otherSummaries(desk, listing).find((each) => each.said === said);
  if (!listing || !other) return undefined;
  const edit = replaced(text, listing.entry.summary!, other.words);
  const read = trial(snapshot, document.path, edited(text, [edit]));
  if (!read) return undefined;
  if (unclear(snapshot, read.document, read.references) > unclear(snapshot, document, account.references))
    return undefined;
  const says = (each: Listing): string => `${each.about} ${each.entry.lost}`;
  const before = listings(snapshot, account, 'sources');
  const after = listings(snapshot, accountOf(snapshot, read.document, read.references), 'sources');
  const isSame = before.length === after.length && before.every((each, index) => says(each) === says(after[index]!));
  const place = before.findIndex(({ entry }) => entry.span.start === listing.entry.span.start);
  return isSame && after[place]!.entry.said === said ? [edit] : undefined;
}
