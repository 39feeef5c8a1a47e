import type { Document } from '../../index/document.ts';
import type { Resolved } from '../../index/references.ts';
import type { Snapshot } from '../../index/snapshot.ts';
import type { Layout } from '../../syntax/summary.ts';
import type { Refused } from '../edits.ts';
import { meaningOf, sameMeaning } from '../rewrite.ts';
import { type Trial, trial } from '../trial.ts';
import { whyNot } from './cannot.ts';
import type { Writing } from './inline.ts';
import { differenceBetween } from './sameSaying.ts';
import { type Saying, sayingOf } from './saying.ts';
import { takeApart } from './takeApart.ts';
import { type Wording, type WordingOptions, wordingFor } from './worded.ts';
import { writeParts } from './write.ts';

/**
 * The text of a document in another layout, which the corpus reads as saying the same; else why there is none, with the line to
 * look at.
 *
 * @param text of the document: as the corpus knows it, or with its links changed
 * @param path where the new text is to lie
 */
export function convertText(
  snapshot: Snapshot,
  document: Document,
  text: string,
  path: string,
  to: Layout,
  options: WordingOptions,
): string | Refused {
  const read = trial(snapshot, document.path, text, document.id);
  if (!read) return { refused: `“${document.path}” is no document.` };
  const reason = whyNot(text, read.summary, to);
  if (reason !== undefined) return { refused: `“${document.path}” stays as it is: ${reason}` };
  const goal: Goal = { snapshot, document, read, text, path, to, saying: sayingOf(snapshot, text, read) };
  let first: string | undefined;
  for (const manner of mannersFor(to)) {
    const answer = inManner(goal, manner, options);
    if ('text' in answer) return answer.text;
    // With a line it helps more.
    if (first === undefined || (!first.startsWith('on line') && answer.difference.startsWith('on line'))) {
      first = answer.difference;
    }
  }
  return {
    refused: `“${document.path}” stays as it is: ${to === 'markdown' ? 'in Markdown' : `in the ${to} layout`} ${first}.`,
  };
}

interface Goal {
  readonly snapshot: Snapshot;
  readonly document: Document;
  readonly read: Trial;
  readonly text: string;
  readonly path: string;
  readonly to: Layout;
  readonly saying: Saying;
}

type Manner = Pick<Writing, 'strict' | 'title' | 'saysKind' | 'oneLine'>;

/** From the plainest to the most careful. */
function mannersFor(to: Layout): Manner[] {
  if (to !== 'markdown') {
    const either = [false, true];
    return either.flatMap((oneLine) =>
      either.map((saysKind) => ({ strict: false, title: 'heading', saysKind, oneLine })),
    );
  }
  const titles = ['heading', 'escaped', 'front matter'] as const;
  return titles.flatMap((title) => [false, true].map((strict) => ({ strict, title, saysKind: true, oneLine: false })));
}

/** So often is a text written anew with references worded otherwise: one of them at a time first, then all that may have to be. */
const MOST_ROUNDS = 20;
const PATIENCE = 12;

function inManner(goal: Goal, manner: Manner, options: WordingOptions): { text: string } | { difference: string } {
  const { snapshot, document, read, path, to } = goal;
  const source = { text: goal.text, summary: read.summary, references: read.references };
  const parts = takeApart(goal.text, read.summary);
  const wording = wordingFor(snapshot, source, to, options);
  let difference = '';
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const text = writeParts({ ...manner, source, to, worded: wording.worded }, parts);
    const again = trial(snapshot, path, text, document.id);
    if (!again) return { difference: 'it would be no document' };
    if (!hasLayout(again, to)) return { difference: 'it would be read as of another layout' };
    const differs = differenceBetween(goal.saying, sayingOf(snapshot, text, again));
    if (differs === undefined) return { text };
    difference ||= differs;
    const blamed = misread(read.references, again.references);
    if (!advance(wording, read.references, blamed, round >= PATIENCE)) break;
  }
  return { difference };
}

/**
 * Words the first of them otherwise that can be, or all; else what leads to the same, which may have been taken for them. Answers
 * whether any of it can be.
 */
function advance(
  wording: Wording,
  references: readonly Resolved[],
  blamed: ReadonlySet<Resolved>,
  isHasty: boolean,
): boolean {
  const alike = (): Resolved[] => {
    const meanings = new Set(Array.from(blamed, meaningOf));
    return references.filter((each) => meanings.has(meaningOf(each)));
  };
  for (const found of [[...blamed], alike()]) {
    const done = new Set<string>();
    for (const each of found) {
      const key = wording.keyOf(each);
      if (done.has(key) || !wording.next(each)) continue;
      done.add(key);
      if (!isHasty) return true;
    }
    if (done.size > 0) return true;
  }
  return false;
}

/** A text that ends with its title is of both plain layouts. */
function hasLayout({ summary }: Trial, to: Layout): boolean {
  if (summary.layout === to) return true;
  return to === 'dense' && summary.layout === 'spaced' && summary.prose.length === 0 && summary.sections.length === 0;
}

/** The references that are read otherwise, or where one is read that is none. */
function misread(before: readonly Resolved[], after: readonly Resolved[]): Set<Resolved> {
  const found = new Set<Resolved>();
  const same = (at: number, there: number): boolean => {
    const [ours, theirs] = [before[at], after[there]];
    return ours !== undefined && theirs !== undefined && sameMeaning(ours, theirs);
  };
  for (let at = 0, there = 0; at < before.length || there < after.length; ) {
    if (same(at, there)) {
      at++;
      there++;
    } else if (same(at, there + 1)) {
      for (const each of [before[at - 1], before[at]]) if (each) found.add(each);
      there++;
    } else {
      const blamed = before[at] ?? before.at(-1);
      if (blamed) found.add(blamed);
      if (!same(at + 1, there)) there++;
      at++;
    }
  }
  return found;
}
