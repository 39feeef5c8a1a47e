import type { Document } from '../index/document.ts';
import type { Resolved } from '../index/references.ts';
import { isKnown } from '../index/resolve.ts';
import { type NearName, nearNames } from '../index/search.ts';
import { hasQuestion, questionsOf } from '../index/sheet.ts';
import { nameOf, type Snapshot } from '../index/snapshot.ts';
import type { Question } from '../syntax/summary.ts';
import { lineAt } from '../text/lines.ts';
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
  const wholes = references.map(({ reference }) => reference.whole);
  const questions = amongTitles(document, questionsOf(document.sheet, snapshot.spellings), wholes);
  let next = 0;
  return questions.flatMap((question) => {
    while (next < wholes.length && wholes[next]!.end <= question.start) next++;
    const isReference = next < wholes.length && overlaps(wholes[next]!, question);
    return isReference ? [] : (possibleOf(snapshot, document, question) ?? []);
  });
}

/**
 * A title right before or behind a question shows as well what it is, and a question that is inside a sentence, or ended as a
 * title is, makes the one beside it so: only the corpus knows which bare words are titles.
 */
function amongTitles({ layout, lines }: Document, questions: Question[], titles: readonly Span[]): Question[] {
  // In a dense text a line is a paragraph.
  const isNext = (end: number | undefined, start: number | undefined): boolean =>
    end !== undefined && start === end + 1 && (layout !== 'dense' || lineAt(lines, end) === lineAt(lines, start));
  let title = 0;
  for (const [at, each] of questions.entries()) {
    while (title < titles.length && titles[title]!.end <= each.start) title++;
    const before = questions[at - 1];
    const follows = isNext(titles[title - 1]?.end, each.start) || (isNext(before?.end, each.start) && before!.inside);
    if (follows) questions[at] = { ...each, inside: true };
  }
  title = titles.length - 1;
  for (let at = questions.length - 1; at >= 0; at--) {
    const each = questions[at]!;
    while (title >= 0 && titles[title]!.start >= each.end) title--;
    const behind = questions[at + 1];
    const leads = isNext(each.end, titles[title + 1]?.start) || (isNext(each.end, behind?.start) && behind!.closed);
    if (leads) questions[at] = { ...each, closed: true };
  }
  return questions;
}

function possibleOf(snapshot: Snapshot, document: Document, question: Question): Possible | undefined {
  const { text, start, end, inside, closed, listed } = question;
  // What lists say begins with questions often, which put another title in other words.
  if (listed && !inside && !closed) return undefined;
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
