import type { Document } from '../../index/document.ts';
import { resolvedReferencesOf } from '../../index/references.ts';
import { documentOf, type Snapshot } from '../../index/snapshot.ts';
import { reasonsInWords } from './inWords.ts';
import { namedBy, type Thing, titleOf, usersOfThing } from './named.ts';
import { type Related, relatedByNames } from './related.ts';

/** Where an inquiry may lead on to. */
export interface NextLine {
  readonly title: string;
  /** The inquiry; undefined for a question that no document has. */
  readonly document?: Document;
  /** Why, a reason a text. */
  readonly reasons: readonly string[];
}

/** So many inquiries are proposed at most, and so many questions. */
const MOST_INQUIRIES = 5;
const MOST_QUESTIONS = 3;

/** So many inquiries are asked which questions they name that nobody has written. */
const MOST_ASKED = 20;

/** So many documents that share names are looked at. */
const MOST_LOOKED_AT = 200;

/**
 * What an inquiry may lead on to, the best first: inquiries that share its sources or are cited where it is, and that neither names
 * the other; then questions that no document has, which it or those inquiries name. None for other documents.
 */
export function nextLines(snapshot: Snapshot, document: Document): NextLine[] {
  if (document.kind !== 'inquiry') return [];
  const near = relatedByNames(snapshot, document, MOST_LOOKED_AT).filter((each) => each.document.kind === 'inquiry');
  const inquiries = near.filter(({ isJoined }) => !isJoined).slice(0, MOST_INQUIRIES);
  return [
    ...inquiries.map((each) => ({
      title: each.document.title.text,
      document: each.document,
      reasons: reasonsInWords(document, each),
    })),
    ...questions(snapshot, document, near.slice(0, MOST_ASKED)).slice(0, MOST_QUESTIONS),
  ];
}

/** Those first that most inquiries of the corpus name, then by title. */
function questions(snapshot: Snapshot, document: Document, near: readonly Related[]): NextLine[] {
  const asking = [document, ...near.map((each) => each.document)];
  const listed = listedNext(snapshot, document);
  const missing = new Set(
    asking.flatMap((each) => [...namedBy(snapshot, each).all].filter((thing) => thing < 0 && !listed.has(thing))),
  );
  const found = [...missing].map((thing) => {
    const inquiries = usersOfThing(snapshot, thing).filter((id) => documentOf(snapshot, id)?.kind === 'inquiry');
    return { title: titleOf(snapshot, thing), count: inquiries.length };
  });
  return found
    .filter(({ title }) => title.endsWith('?'))
    .sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
    .map(({ title, count }) => ({
      title,
      reasons: [`nobody has written it · named by ${count} inquiring line${count === 1 ? '' : 's'}`],
    }));
}

function listedNext(snapshot: Snapshot, document: Document): Set<Thing> {
  const next = resolvedReferencesOf(snapshot, document).filter(({ reference }) => reference.role === 'next');
  return new Set(next.map(({ reference }) => -1 - reference.name));
}
