import type { Document } from '../index/document.ts';
import { commonSpelling } from '../index/names.ts';
import { isOtherFile } from '../index/paths.ts';
import type { Resolved } from '../index/references.ts';
import { booksIn } from '../index/sheet.ts';
import { recordOf, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { brokenAnchor } from '../queries/anchors.ts';
import type { DiagnosticCode } from '../queries/codes.ts';
import type { Possible } from '../queries/possible.ts';
import { nextLines } from '../queries/related/nextLines.ts';
import type { Form } from '../syntax/summary.ts';
import { type Span, span } from '../text/span.ts';
import { bare, bracketed } from './brackets.ts';
import { headingsMeant } from './brokenAnchor.ts';
import { filesMeant } from './brokenLink.ts';
import type { Deed } from './deeds.ts';
import { bookOffers } from './lists/bookOffers.ts';
import { updateLists } from './lists/updateLists.ts';
import { hasSlip } from './mendAll.ts';
import { possibleAt } from './nameRun.ts';
import { nearTitles, slipOf } from './nearTitle.ts';
import { type Reading, readingOf } from './rewrite.ts';
import { shortened } from './shortened.ts';

/** Something that can be done at a place, in words for a menu. */
export interface Offer {
  readonly label: string;
  /** What to carry out; or the title of a note that is to be made (`newNote`). */
  readonly what: Deed | { readonly do: 'create'; readonly title: string };
  /** The finding that it mends; undefined where nothing is wrong. */
  readonly mends?: DiagnosticCode;
  /** Where the reference stands, brackets included. */
  readonly whole: Span;
  /** Nothing else could be meant. */
  readonly preferred?: true;
}

/** So many references with something wrong are looked at: more fixes nobody reads. */
const MOST = 50;

/** So many documents that a title may mean are offered. */
const MOST_TARGETS = 20;

/**
 * What can be done about the references that `at` touches, in text order; what mends something first.
 *
 * @param rewrites whether ways to write what is right are wanted too
 */
export function offers(snapshot: Snapshot, document: Document, at: Span, rewrites: boolean): Offer[] {
  const reading = readingOf(snapshot, document);
  if (!reading) return [];
  const touched = reading.references.filter(({ reference: { whole } }) => {
    return whole.start <= at.end && at.start <= whole.end;
  });
  const suspect = touched.filter(({ reference, resolution }) => {
    return resolution.status !== 'resolved' || reference.fragment !== undefined;
  });
  return [
    ...suspect.slice(0, MOST).flatMap((each) => mending(reading, each)),
    ...bookOffers(reading, at),
    ...possibleAt(reading, at)
      .slice(0, MOST)
      .flatMap((each) => possibleOffers(each)),
    ...(rewrites ? touched.slice(0, 2).flatMap((each) => rewriting(reading, each)) : []),
  ];
}

function mending(reading: Reading, resolved: Resolved): Offer[] {
  const { reference, resolution } = resolved;
  const { form, whole } = reference;
  const at = reference.span.start;
  if (resolution.status === 'ambiguous') {
    return resolution.targets.slice(0, MOST_TARGETS).map(({ path }) => ({
      label: `Choose “${shortened(path)}”`,
      what: { do: 'choose', at, path },
      mends: 'ambiguous-reference',
      whole,
    }));
  }
  if (resolution.status === 'resolved') return anchorOffers(reading, resolved);
  return form === 'link' ? linkOffers(reading, resolved) : titleOffers(reading, resolved);
}

function titleOffers(reading: Reading, resolved: Resolved): Offer[] {
  const { snapshot } = reading;
  const { reference } = resolved;
  const { whole, name, text, role } = reference;
  const at = reference.span.start;
  const isSlip = slipOf(reading, resolved) !== undefined;
  const uses = nearTitles(reading, resolved).map(
    ({ text: title }): Offer => ({
      label: `Use “${shortened(title)}”`,
      what: { do: 'use-title', at, title },
      mends: 'dangling-reference',
      whole,
      ...(isSlip && { preferred: true }),
    }),
  );
  // `![[oven.png]]` is no note.
  if (isOtherFile(text)) return uses;
  const title = commonSpelling(recordOf(snapshot, name), snapshot.spellings) ?? text;
  const create: Offer = {
    // Those lists name inquiries.
    label: `Create the ${role === 'used-by' || role === 'next' ? 'inquiring line' : 'note'} “${shortened(title)}”`,
    what: { do: 'create', title },
    mends: 'dangling-reference',
    whole,
  };
  return [...uses, create];
}

/** A question that is nearly a title, or looks like one. */
function possibleOffers({ span: whole, text, near }: Possible): Offer[] {
  const mends = 'possible-reference';
  const titles = new Set(near.map((each) => each.text));
  const uses = Array.from(
    titles,
    (title): Offer => ({
      label: `Use “${shortened(title)}”`,
      what: { do: 'name', at: whole.start, title },
      mends,
      whole,
    }),
  );
  return [
    ...uses,
    { label: `Create the note “${shortened(text)}”`, what: { do: 'create', title: text }, mends, whole },
  ];
}

function linkOffers(reading: Reading, resolved: Resolved): Offer[] {
  const { whole, span } = resolved.reference;
  const paths = filesMeant(reading, resolved);
  return paths.map((path) => ({
    label: `Lead to “${shortened(path)}”`,
    what: { do: 'relink', at: span.start, path },
    mends: 'broken-link',
    whole,
    ...(paths.length === 1 && { preferred: true }),
  }));
}

function anchorOffers(reading: Reading, resolved: Resolved): Offer[] {
  const { whole, span, fragment } = resolved.reference;
  if (brokenAnchor(reading.snapshot, resolved) === undefined) return [];
  const mends = 'broken-anchor';
  const at = span.start;
  return [
    ...headingsMeant(reading, resolved).map(
      (heading): Offer => ({
        label: `Use the heading “${shortened(heading)}”`,
        what: { do: 'use-heading', at, heading },
        mends,
        whole,
      }),
    ),
    { label: `Remove “#${shortened(fragment ?? '')}”`, what: { do: 'drop-fragment', at }, mends, whole },
  ];
}

/** Ways between brackets and bare words, where the corpus would read them as it reads what is there. */
function rewriting(reading: Reading, resolved: Resolved): Offer[] {
  const { form, whole, span } = resolved.reference;
  const at = span.start;
  if (form === 'link') return [];
  if (form === 'wikilink') {
    return bare(reading, resolved) ? [{ label: 'Make it bare text', what: { do: 'bare', at }, whole }] : [];
  }
  return bracketed(reading, resolved) ? [{ label: 'Make it a wikilink', what: { do: 'bracket', at }, whole }] : [];
}

/**
 * To write what an inquiry may lead on to into its empty section (`fillNext`); undefined where there is nothing to write.
 *
 * @param at only where this touches the section
 */
export function fillOffer(snapshot: Snapshot, document: Document, at?: Span): Offer | undefined {
  if (document.kind !== 'inquiry') return undefined;
  const section = summaryOf(snapshot, document)?.sections.find(({ role }) => role === 'next');
  if (!section || section.entries.length > 0) return undefined;
  if (at && (section.whole.start > at.end || at.start > section.whole.end)) return undefined;
  if (nextLines(snapshot, document).length === 0) return undefined;
  return { label: 'Fill Next Inquiring Lines', what: { do: 'fill-next' }, whole: section.whole };
}

/** What can be done about a whole document. */
export function sourceOffers(snapshot: Snapshot, document: Document): Offer[] {
  const reading = readingOf(snapshot, document);
  if (!reading) return [];
  const whole = span(0, reading.text.length);
  const has = (...forms: readonly Form[]): boolean =>
    reading.references.some(({ reference }) => forms.includes(reference.form));
  const hasLists = booksIn(document.sheet).length > 0 && updateLists(snapshot, [document]).files.length > 0;
  return [
    ...(hasLists ? [{ label: 'Update the lists of this document', what: { do: 'update-lists' }, whole } as const] : []),
    ...(hasSlip(reading)
      ? [{ label: 'Mend all titles with a slip of the pen', what: { do: 'mend-all' }, whole } as const]
      : []),
    ...(has('mention', 'entry')
      ? [{ label: 'Make all titles here wikilinks', what: { do: 'bracket-all' }, whole } as const]
      : []),
    ...(has('wikilink')
      ? [{ label: 'Make all wikilinks here bare text', what: { do: 'bare-all' }, whole } as const]
      : []),
  ];
}
