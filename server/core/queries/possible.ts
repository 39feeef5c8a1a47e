import type { Document } from '../index/document.ts';
import type { Resolved } from '../index/references.ts';
import { isKnown } from '../index/resolve.ts';
import { type NearName, nearNames } from '../index/search.ts';
import { hasQuestion, questionsOf } from '../index/sheet.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import type { Question } from '../syntax/summary.ts';
import { overlaps, type Span, span } from '../text/span.ts';

/** A question in a text that may be meant for a title. */
export interface Possible {
  readonly span: Span;
  /** In one line. */
  readonly text: string;
  /** The titles that it nearly is, the nearest first; where there is none it only looks like a title. */
  readonly near: readonly NearName[];
}

/** So many titles are offered for a near miss. */
const MOST_NEAR = 3;

/**
 * The questions in a document that are nearly a title, or are used as one although nobody has it (CORPUS.md, "Bare titles in
 * prose"), in text order. Ordinary questions are none, nor is what the document says of its own title.
 *
 * @param references those of the document: what is one is no question
 */
export function possibleReferences(
  snapshot: Snapshot,
  document: Document,
  references: readonly Resolved[],
): Possible[] {
  if (!hasQuestion(document.sheet)) return [];
  const found: Possible[] = [];
  let next = 0;
  for (const question of questionsOf(document.sheet, snapshot.spellings)) {
    while (next < references.length && references[next]!.reference.whole.end <= question.start) next++;
    const reference = references[next]?.reference;
    if (reference && overlaps(reference.whole, question)) continue;
    const possible = possibleOf(snapshot, document, question);
    if (possible) found.push(possible);
  }
  return found;
}

function possibleOf(snapshot: Snapshot, document: Document, question: Question): Possible | undefined {
  const { text, start, end, inside, closed } = question;
  const name = nameOf(snapshot, text);
  if ((name !== undefined && isKnown(snapshot, name)) || overlaps(document.title.span, question)) return undefined;
  const near = nearNames(snapshot, text).filter((each) => each.apart <= mostApart(question, each.words));
  // A document says its own title in other words; and what only looks like a title must not hang on what others are called.
  const isOwn = near.some((each) => each.document?.id === document.id);
  if (isOwn || (near.length === 0 && !(inside && closed))) return undefined;
  return { span: span(start, end), text, near: near.slice(0, MOST_NEAR) };
}

/**
 * How far from a title a question may be and still be meant for it, of so many words that say something. What stands in a
 * sentence as only titles do may be further off than what begins one, as ordinary questions do: there only other endings,
 * small words and slips of the pen are taken for near misses.
 */
function mostApart({ inside, closed }: Question, words: number): number {
  if (inside && closed) return Math.min(2.4, 0.45 * words);
  if (inside || closed) return Math.min(1, 0.25 * words);
  return Math.min(0.7, 0.2 * words);
}
