import { byPath, currentText, documentOf, type Snapshot } from '../../index/snapshot.ts';
import { type About, accountOf, type Listing, listings } from '../../queries/books/account.ts';
import { drifting, saidOf } from '../../queries/books/drift.ts';
import { oneLine } from '../../text/fold.ts';
import { edited, replaced, type TextEdit } from '../edits.ts';
import { trial } from '../trial.ts';
import { type Desk, unclear } from './plan.ts';

/** A summary of a source, as inquiries give it. */
export interface GivenSummary {
  /** In one line. */
  readonly words: string;
  readonly said: number;
  /** How many inquiries give it. */
  readonly count: number;
}

/** The summary of a note that most inquiries give; several where as many give another one, by path of the first that gives each. */
export function givenSummaries(snapshot: Snapshot, about: About): GivenSummary[] {
  const { by } = saidOf(snapshot, about);
  const most = Math.max(...[...by.values()].map(({ length }) => length));
  return [...by]
    .filter(([, { length }]) => length === most)
    .map(([said, [first]]) => ({ said, document: documentOf(snapshot, first!)! }))
    .sort((a, b) => byPath(a.document, b.document))
    .flatMap(({ said, document }) => {
      const text = currentText(snapshot, document);
      const all = listings(snapshot, accountOf(snapshot, document), 'sources');
      const summary = all.find((each) => each.about === about && each.entry.said === said)?.entry.summary;
      if (text === undefined || !summary) return [];
      return [{ words: oneLine(text.slice(summary.start, summary.end)).trim(), said, count: most }];
    });
}

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
  return isSame &&
    after[before.findIndex(({ entry }) => entry === listing.entry || entry.span.start === listing.entry.span.start)]
      ?.entry.said === said
    ? [edit]
    : undefined;
}
