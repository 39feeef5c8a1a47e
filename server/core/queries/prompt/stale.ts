import { isMonth, monthsBetween, type YearMonth } from '../../syntax/dates.ts';
import { SpanIndex } from '../../syntax/spanIndex.ts';
import type { Prompt } from './prompt.ts';

/** When findings are old. The core has no clock: whoever asks says what month it is. */
export interface Age {
  readonly now: YearMonth;
  /** After so many months; 0 for never. */
  readonly staleAfter: number;
}

/** Something that was dated so long ago that it should be looked at again. */
export interface Stale {
  readonly month: YearMonth;
  /** Right behind its last date, or behind the paper that has none written. */
  readonly offset: number;
}

export function isStale(month: YearMonth, { now, staleAfter }: Age): boolean {
  return staleAfter > 0 && isMonth(now) && monthsBetween(month, now) > staleAfter;
}

/** The findings and papers of a prompt that are old, in its order. A finding is dated by itself, whatever papers it names. */
export function staleIn({ findings, papers }: Pick<Prompt, 'findings' | 'papers'>, age: Age): Stale[] {
  const index = new SpanIndex(findings, ({ span }) => span);
  const others = papers.filter(({ span }) => index.overlapping(span).length === 0);
  const dated = [
    ...findings.map(({ month, dated }) => ({ month, offset: dated })),
    ...others.flatMap(({ month, dated }) => (month === undefined ? [] : [{ month, offset: dated }])),
  ];
  return dated.filter(({ month }) => isStale(month, age)).sort((a, b) => a.offset - b.offset);
}
