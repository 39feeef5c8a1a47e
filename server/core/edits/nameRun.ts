import type { Document } from '../index/document.ts';
import type { Resolved } from '../index/references.ts';
import { nameOf } from '../index/snapshot.ts';
import { type Possible, possibleReferences } from '../queries/possible.ts';
import type { Span } from '../text/span.ts';
import { isInTable } from './choose.ts';
import { edited, type TextEdit } from './edits.ts';
import { linkTo, wikilinksTo } from './naming.ts';
import { leadsTo, type Reading, rewritten, type Way } from './rewrite.ts';
import { trial } from './trial.ts';

/** The questions that `at` touches and that may be meant for titles. */
export function possibleAt({ snapshot, document, references }: Reading, at: Span): Possible[] {
  return possibleReferences(snapshot, document, references).filter(({ span }) => {
    return span.start <= at.end && at.start <= span.end;
  });
}

/**
 * Puts a title in the place of the question at `at` that is nearly it; in brackets where it would not be seen without. Undefined
 * where the question is no longer there, or is near to no such title.
 */
export function nameRun(reading: Reading, at: number, title: string): TextEdit | undefined {
  const { snapshot } = reading;
  const run = possibleAt(reading, { start: at, end: at }).find(({ span }) => span.start === at);
  const near = run?.near.find(({ text }) => text === title);
  if (!run || !near) return undefined;
  const { document } = near;
  const name = nameOf(snapshot, title);
  // A note that is still to be written: the place is one more that asks for it.
  const asks = ([only, ...more]: readonly Resolved[]): boolean =>
    more.length === 0 && only?.resolution.status === 'dangling' && only.reference.name === name;
  const wanted = document ? leadsTo(document) : asks;
  for (const way of waysToName(reading, run.span, title, document)) {
    const edit = rewritten(reading, [way], wanted);
    if (edit && hasFewer(reading, edit)) return edit;
  }
  return undefined;
}

/** Whether fewer questions may be meant for titles then: a title makes one of the question behind it. */
function hasFewer({ snapshot, document, text, references }: Reading, edit: TextEdit): boolean {
  const read = trial(snapshot, document.path, edited(text, [edit]));
  if (!read) return false;
  const before = possibleReferences(snapshot, document, references);
  return possibleReferences(snapshot, read.document, read.references).length < before.length;
}

function waysToName(
  { snapshot, document, text }: Reading,
  span: Span,
  title: string,
  target: Document | undefined,
): Way[] {
  const bar = isInTable(text, document.lines, span.start) ? '\\|' : '|';
  const byFile = target ? [...wikilinksTo(snapshot, target, title, bar), linkTo(document.path, target, title)] : [];
  return [title, `[[${title}]]`, ...byFile].map((after) => ({ span, after }));
}
