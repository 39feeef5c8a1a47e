import { isMonth, monthsBetween, type YearMonth } from '../../syntax/dates.ts';
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

/** The findings and papers of a prompt that are old, in its order: of an item, its newest date counts. */
export function staleIn({ findings, papers }: Pick<Prompt, 'findings' | 'papers'>, age: Age): Stale[] {
  const isInFinding = (offset: number): boolean =>
    findings.some(({ span }) => span.start <= offset && offset <= span.end);
  const dated = [
    ...findings.map(({ month, dated }) => ({ month, offset: dated })),
    ...papers.flatMap(({ month, dated }) => (month === undefined ? [] : [{ month, offset: dated }])),
  ];
  const old = dated.filter(({ month }) => isStale(month, age));
  const offsets = new Set(findings.map(({ dated }) => dated));
  // A finding with a date of its own is dated by it, whatever papers it names.
  return old.filter(({ offset }) => offsets.has(offset) || !isInFinding(offset)).sort((a, b) => a.offset - b.offset);
}
