import type { Resolved } from '../index/references.ts';
import { nameAt } from '../syntax/nameAt.ts';
import { isInTable } from './choose.ts';
import { edited, replaced, type TextEdit } from './edits.ts';
import { type Reading, rewritten, sameDocument, sameMeaning, sameMeanings, type Way } from './rewrite.ts';
import { trial } from './trial.ts';

/** `[[Why mud sticks]]` for a bare title in prose or in a list; what is read stays as it was. */
export function bracketed(reading: Reading, resolved: Resolved): TextEdit | undefined {
  return firstThatMeans(reading, resolved, bracketedWays(reading, resolved));
}

function bracketedWays({ text, document }: Reading, { reference, resolution }: Resolved): Way[] {
  const { form, span: at, whole } = reference;
  if (form !== 'mention' && form !== 'entry') return [];
  const written = nameAt(text, at);
  const bar = isInTable(text, document.lines, whole.start) ? '\\|' : '|';
  const ways = [{ span: at, after: `[[${written}]]` }];
  if (resolution.status === 'resolved')
    ways.push({ span: at, after: `[[${resolution.target.title.text}${bar}${written}]]` });
  return ways;
}

/**
 * `Why mud sticks` for `[[Why mud sticks]]` and `[[Why mud sticks|mud]]`, where it is seen as a reference all the same: of enough
 * words, standing alone, no part of a longer title. A heading that is named, or an embedded note, would be lost.
 */
export function bare(reading: Reading, resolved: Resolved): TextEdit | undefined {
  return firstThatMeans(reading, resolved, bareWays(reading, resolved));
}

function bareWays({ text }: Reading, { reference, resolution }: Resolved): Way[] {
  const { form, span: at, whole, fragment } = reference;
  if (form !== 'wikilink' || fragment !== undefined || resolution.status !== 'resolved' || text[whole.start] === '!')
    return [];
  const behind = text.slice(at.end, whole.end - 2).replace(/^\s*\\?\|/, '');
  const shown = behind.trim();
  return [shown, nameAt(text, at)].filter(Boolean).map((after) => ({ span: whole, after }));
}

function firstThatMeans(reading: Reading, resolved: Resolved, ways: readonly Way[]): TextEdit | undefined {
  return rewritten(reading, ways, ([only, ...more]) => {
    return only !== undefined && more.length === 0 && sameMeaning(resolved, only);
  });
}

/**
 * The same for all references of a document that can be written so. Each is tried in a text in which those before it are
 * written already.
 */
export function allBracketed(reading: Reading): TextEdit[] {
  return all(reading, bracketedWays);
}

export function allBare(reading: Reading): TextEdit[] {
  return all(reading, bareWays);
}

/** All at once in the first way that each has; where that is not understood, half of them at a time. */
function all(reading: Reading, waysOf: (reading: Reading, resolved: Resolved) => Way[]): TextEdit[] {
  const { snapshot, document, text, references } = reading;
  const edits = references.flatMap((each) => {
    const [way] = waysOf(reading, each);
    return way && way.after !== text.slice(way.span.start, way.span.end) ? [replaced(text, way.span, way.after)] : [];
  });
  const works = (some: readonly TextEdit[]): boolean => {
    const read = trial(snapshot, document.path, edited(text, some));
    return read !== undefined && sameDocument(document, read.document) && sameMeanings(references, read.references);
  };
  return thatWork(edits, works, { left: MOST_TRIALS });
}

/** So often is a text read for one command. */
const MOST_TRIALS = 100;

/** As many of the edits as work together. */
function thatWork(
  edits: readonly TextEdit[],
  works: (some: readonly TextEdit[]) => boolean,
  trials: { left: number },
): TextEdit[] {
  const kept: TextEdit[] = [];
  const add = (some: readonly TextEdit[]): void => {
    if (some.length === 0 || trials.left-- <= 0) return;
    if (works([...kept, ...some])) for (const each of some) kept.push(each);
    else if (some.length > 1) {
      const half = some.length >> 1;
      add(some.slice(0, half));
      add(some.slice(half));
    }
  };
  add(edits);
  return kept;
}
