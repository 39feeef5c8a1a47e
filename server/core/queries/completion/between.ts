import { isKnown } from '../../index/resolve.ts';
import { nameOf } from '../../index/snapshot.ts';
import { mayBegin, type Typed, type Word, wordsOf } from '../../index/typed.ts';
import { standsAlone } from '../../text/boundaries.ts';
import { fold, splitMarks } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Here } from './here.ts';

/** So many words on both sides may make another title of one that is put between them. */
const MOST_WORDS = 8;
/** They stand in so many units. */
const FARTHEST = 160;

/**
 * Whether a bare title would be read as itself between what stands around it: no letter joins it, and with the words before or behind
 * it makes no other title that the corpus knows, since that would be read in its place (`references.ts`, "from left to right, the
 * longest").
 */
export function betweenWords(here: Here): (replaces: Span, typed: Typed, text: string) => boolean {
  const { snapshot, line, text: whole } = here;
  const right = here.right.slice(0, FARTHEST);
  const behind = wordsOf(right).slice(0, MOST_WORDS);
  const isTitle = (words: string): boolean => {
    const name = nameOf(snapshot, words);
    return name !== undefined && isKnown(snapshot, name);
  };
  /** The ends of what stands before: from each word on with which and the next one some title may begin. */
  const leads = new Map<number, readonly Lead[]>();
  const leadsTo = (start: number): readonly Lead[] => {
    const known = leads.get(start) ?? leadsBefore(whole.slice(Math.max(line.start, start - FARTHEST), start));
    leads.set(start, known);
    return known;
  };
  return (replaces, typed, text) => {
    const before = whole.slice(Math.max(line.start, replaces.start - 2), replaces.start);
    const around = before + text + right.slice(0, 2);
    if (!standsAlone(around, before.length, before.length + splitMarks(text).stem.length)) return false;
    if (behind.some(({ end }) => isTitle(text + right.slice(0, end)))) return false;
    const [first, ...rest] = wordsOf(typed.key);
    if (!first) return true;
    return !leadsTo(replaces.start).some(({ key, words }) => {
      if (!mayBegin(snapshot, words[0]!, words[1] ?? first)) return false;
      return [first, ...rest].some(({ end }) => isTitle(key + typed.key.slice(0, end)));
    });
  };
}

/** The end of what stands before a title, folded, and its words. */
interface Lead {
  readonly key: string;
  readonly words: readonly Word[];
}

function leadsBefore(text: string): Lead[] {
  const words = wordsOf(text).slice(-MOST_WORDS);
  return words.map(({ start }, nth) => ({ key: fold(`${text.slice(start)}x`).slice(0, -1), words: words.slice(nth) }));
}
