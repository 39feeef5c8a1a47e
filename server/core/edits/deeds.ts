import type { Document } from '../index/document.ts';
import type { Resolved } from '../index/references.ts';
import { documentAt, type Snapshot } from '../index/snapshot.ts';
import { allBare, allBracketed, bare, bracketed } from './brackets.ts';
import { useHeading, withoutFragment } from './brokenAnchor.ts';
import { relink } from './brokenLink.ts';
import { choose } from './choose.ts';
import type { FileEdits, Refused, TextEdit } from './edits.ts';
import { fillNext } from './fillNext.ts';
import { type BookDeed, bookEdits, isBookDeed } from './lists/bookDeeds.ts';
import { mendAll } from './mendAll.ts';
import { movedOn } from './movedOn.ts';
import { nameRun } from './nameRun.ts';
import { nearTitles, useTitle } from './nearTitle.ts';
import { type Reading, readingOf } from './rewrite.ts';

/**
 * What can be done about one document, as plain data: it is offered now, and done when somebody wants it. `at` is where the
 * target of the reference begins that it is about (`Reference.span.start`).
 */
export type Deed = Rewriting | BookDeed | { readonly do: 'fill-next' };

type Rewriting = DeedAt | NameDeed | { readonly do: 'bracket-all' | 'bare-all' | 'mend-all' };

/** `at` is where the question begins that is nearly the title. */
type NameDeed = { readonly do: 'name'; readonly at: number; readonly title: string };

type DeedAt =
  | { readonly do: 'use-title'; readonly at: number; readonly title: string }
  | { readonly do: 'choose'; readonly at: number; readonly path: string }
  | { readonly do: 'relink'; readonly at: number; readonly path: string }
  | { readonly do: 'use-heading'; readonly at: number; readonly heading: string }
  | { readonly do: 'drop-fragment' | 'bracket' | 'bare'; readonly at: number };

/**
 * The edits that do it, of the document first; only what is done to lists has to do with other documents too. Refused where the
 * document has moved on, or no text would be read as it is meant.
 */
export function carryOut(snapshot: Snapshot, document: Document, deed: Deed): readonly FileEdits[] | Refused {
  if (deed.do === 'fill-next') {
    const filled = fillNext(snapshot, document);
    return 'refused' in filled ? filled : [filled];
  }
  const { path } = document;
  const reading = readingOf(snapshot, document);
  if (!reading) return movedOn(path);
  const files = isBookDeed(deed) ? bookEdits(snapshot, document, deed) : inOne(path, editsOf(reading, deed));
  if (files.length > 0) return files;
  return {
    refused: `In “${path}” nothing could be written that would be read as it is meant, so nothing was changed.`,
  };
}

const inOne = (path: string, edits: readonly TextEdit[]): FileEdits[] => (edits.length > 0 ? [{ path, edits }] : []);

function editsOf(reading: Reading, deed: Rewriting): readonly TextEdit[] {
  switch (deed.do) {
    case 'bracket-all':
      return allBracketed(reading);
    case 'bare-all':
      return allBare(reading);
    case 'mend-all':
      return mendAll(reading);
    case 'name': {
      const edit = nameRun(reading, deed.at, deed.title);
      return edit ? [edit] : [];
    }
    default: {
      const resolved = reading.references.find(({ reference }) => reference.span.start === deed.at);
      const edit = resolved && editOf(reading, resolved, deed);
      return edit ? [edit] : [];
    }
  }
}

function editOf(reading: Reading, resolved: Resolved, deed: DeedAt): TextEdit | undefined {
  switch (deed.do) {
    case 'use-title': {
      const title = nearTitles(reading, resolved).find(({ text }) => text === deed.title);
      return title && useTitle(reading, resolved, title);
    }
    case 'choose': {
      const target = documentAt(reading.snapshot, deed.path);
      return target && choose(reading, resolved, target);
    }
    case 'relink':
      return relink(reading, resolved, deed.path);
    case 'use-heading':
      return useHeading(reading, resolved, deed.heading);
    case 'drop-fragment':
      return withoutFragment(reading, resolved);
    case 'bracket':
      return bracketed(reading, resolved);
    case 'bare':
      return bare(reading, resolved);
  }
}
