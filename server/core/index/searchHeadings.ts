import { atOnce } from '../steps.ts';
import type { Span } from '../text/span.ts';
import type { Document } from './document.ts';
import type { HeadingIndex } from './headingIndex.ts';
import { makeHeadingIndex } from './makeHeadingIndex.ts';
import { fit } from './search.ts';
import { headingSpan, headingSpelling } from './sheet.ts';
import type { Snapshot } from './snapshot.ts';

/** A heading, and where it stands. */
export interface FoundHeading {
  readonly text: string;
  readonly document: Document;
  readonly span: Span;
}

interface Search {
  readonly headings: HeadingIndex;
  /** Of the corpus as it was when this was made. */
  readonly first: object;
}

/** One for each corpus; `keys` is shared by all its snapshots. */
const searches = new WeakMap<object, Search>();

/** Headings that hold all words of a query, the best first. @param wanted folded */
export function searchHeadings(snapshot: Snapshot, wanted: string, limit: number): FoundHeading[] {
  const found = indexOf(snapshot).holding(snapshot, wanted, (key) => fit(key, wanted), limit);
  return found.map(({ document, index }) => ({
    text: snapshot.spellings.string(headingSpelling(document.sheet, index)),
    document,
    span: headingSpan(document.sheet, index),
  }));
}

/** Makes ready what headings are looked for in, in steps. */
export function* prepareHeadings(snapshot: Snapshot): Generator<void> {
  const { keys, firstNames: first } = snapshot;
  if (searches.get(keys)?.first !== first) searches.set(keys, { headings: yield* makeHeadingIndex(snapshot), first });
}

function indexOf(snapshot: Snapshot): HeadingIndex {
  const { keys, firstNames: first } = snapshot;
  const known = searches.get(keys);
  if (known?.first === first && !known.headings.isOld(snapshot)) return known.headings;
  const headings = atOnce(makeHeadingIndex(snapshot));
  searches.set(keys, { headings, first });
  return headings;
}
