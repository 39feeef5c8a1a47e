import type { DiagnosticCode } from './codes.ts';
import type { Diagnostic } from './diagnostics.ts';

/**
 * What it means that the sources of an inquiry disagree: with its body, with the number in their heading, or with what other
 * inquiries say of the same notes.
 */
export const DISAGREEMENTS = [
  'unlisted-source',
  'unmentioned-source',
  'count-mismatch',
  'lost-title',
  'summary-drift',
  'source-order',
] as const satisfies readonly DiagnosticCode[];

/** How many findings of one kind there are. */
export interface Disagreement {
  readonly code: (typeof DISAGREEMENTS)[number];
  readonly count: number;
}

/** In what the sources of an inquiry disagree, by its findings; in the order of `DISAGREEMENTS`. */
export function disagreementsIn(findings: readonly Pick<Diagnostic, 'code'>[]): Disagreement[] {
  return DISAGREEMENTS.flatMap((code): Disagreement[] => {
    const count = findings.filter((each) => each.code === code).length;
    return count > 0 ? [{ code, count }] : [];
  });
}
