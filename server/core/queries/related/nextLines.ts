import type { Document } from '../../index/document.ts';
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

/** So many inquiries, and so many sources, are asked which questions they name that nobody has written. */
const MOST_ASKED = 20;

/** So many documents that share names are looked at. */
const MOST_LOOKED_AT = 200;

/**
 * What an inquiry may lead on to, the best first: inquiries that share its sources or are cited where it is, and that neither names
 * the other; then questions that no document has, which those inquiries or its sources name. None for other documents.
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

/**
 * Questions that no document has and that this one does not name: those first that its sources, or inquiries near it, list among
 * inquiries, then what those inquiries are made from; of each those first that most documents name, then by title.
 */
function questions(snapshot: Snapshot, document: Document, near: readonly Related[]): NextLine[] {
  const own = namedBy(snapshot, document);
  const inquiries = near.map((each) => each.document);
  const sources = [...own.sources].map((thing) => documentOf(snapshot, thing)).filter((each) => each !== undefined);
  const rank = new Map<Thing, number>();
  const meet = (thing: Thing, kind: number): void => {
    if (thing < 0 && !own.all.has(thing)) rank.set(thing, Math.min(kind, rank.get(thing) ?? kind));
  };
  for (const each of [...inquiries, ...sources.slice(0, MOST_ASKED)]) {
    const named = namedBy(snapshot, each);
    for (const thing of named.all) if (!named.sources.has(thing)) meet(thing, 0);
  }
  for (const each of inquiries) for (const thing of namedBy(snapshot, each).sources) meet(thing, 1);
  const found = [...rank].map(([thing, kind]) => {
    return { kind, title: titleOf(snapshot, thing), count: usersOfThing(snapshot, thing).length };
  });
  return found
    .filter(({ title }) => title.endsWith('?'))
    .sort((a, b) => a.kind - b.kind || b.count - a.count || (a.title < b.title ? -1 : 1))
    .map(({ title, count }) => ({
      title,
      reasons: [`nobody has written it, named in ${count} document${count === 1 ? '' : 's'}`],
    }));
}
