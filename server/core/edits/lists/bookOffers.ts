import { bookFindings } from '../../queries/books/books.ts';
import type { Diagnostic } from '../../queries/diagnostics.ts';
import type { Span } from '../../text/span.ts';
import type { Offer } from '../offers.ts';
import type { Reading } from '../rewrite.ts';
import { shortened } from '../shortened.ts';
import type { BookDeed } from './bookDeeds.ts';
import { provenTitles } from './lostTitles.ts';
import { type Desk, deskOf } from './plan.ts';
import { sourcesDesk } from './sourcesList.ts';
import { driftingAt, otherSummaries } from './summaries.ts';

/** So many summaries of others are offered. */
const MOST = 3;

/** What can be done about the findings in a document's lists that `at` touches, in text order. */
export function bookOffers({ snapshot, document, references }: Reading, at: Span): Offer[] {
  const found = bookFindings(snapshot, document, references).filter(({ span }) => {
    return span.start <= at.end && at.start <= span.end;
  });
  const desk = found.length > 0 ? deskOf(snapshot, document, references) : undefined;
  return desk ? found.flatMap((each) => offersFor(desk, each)) : [];
}

function offersFor(desk: Desk, { code, span: whole, title = '' }: Diagnostic): Offer[] {
  const at = whole.start;
  const offer = (label: string, what: BookDeed, preferred = true): Offer => ({
    label,
    what,
    mends: code,
    whole,
    ...(preferred && { preferred: true }),
  });
  const name = `“${shortened(title)}”`;
  switch (code) {
    case 'unlisted-source':
      return [offer(`Add ${name} to the Sources`, { do: 'list-source', at })];
    case 'unmentioned-source':
      return [offer(`Take ${name} out of the Sources`, { do: 'unlist-source', at }, false)];
    case 'source-order':
      return [offer('Put the Sources in the order in which the text names them', { do: 'order-sources' })];
    case 'missing-backlink':
      return [offer('List the inquiring lines that use this note', { do: 'list-users' })];
    case 'stale-backlink':
      return [offer(`Take ${name} off this list`, { do: 'unlist-user', at })];
    case 'count-mismatch': {
      const section = desk.account.sections.find(({ declared }) => declared?.span.start === at);
      return section ? [offer(`Write ${section.items}, the number of entries`, { do: 'set-count', at }, false)] : [];
    }
    case 'summary-drift':
      return summaryOffers(desk, at, offer);
    case 'lost-title':
      return lostOffers(desk, at, offer);
    default:
      return [];
  }
}

type Offering = (label: string, what: BookDeed, preferred?: boolean) => Offer;

function summaryOffers(desk: Desk, at: number, offer: Offering): Offer[] {
  const listing = driftingAt(desk, at);
  return (listing ? otherSummaries(desk, listing) : []).slice(0, MOST).map(({ words, said, count }) => {
    const who = count === 1 ? 'another inquiring line says' : `${count} others say`;
    return offer(`Say what ${who}: “${shortened(words)}”`, { do: 'use-summary', at, said }, false);
  });
}

function lostOffers(desk: Desk, at: number, offer: Offering): Offer[] {
  const sources = sourcesDesk(desk);
  const proven = sources ? provenTitles(desk, sources) : [];
  const own = proven.find(({ entry }) => sources!.sources.listings[entry]!.entry.span.start === at);
  if (!own) {
    const empty = desk.account.sections.some(({ entries }) =>
      entries.some((each) => each.lost && !each.summary && each.span.start === at),
    );
    return empty ? [offer('Remove the empty entry', { do: 'drop-entry', at })] : [];
  }
  const why =
    own.by === 'summary' ? 'the same summary stands under it elsewhere' : `title ${own.entry + 1} of the text`;
  return [
    offer(`Restore “${shortened(own.title)}”: ${why}`, { do: 'restore-title', at }),
    ...(proven.length > 1
      ? [offer(`Restore the ${proven.length} titles of this list that are proven`, { do: 'restore-titles' }, false)]
      : []),
  ];
}
