import type { Role } from '../../syntax/summary.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Account } from './account.ts';

/** `count-mismatch`: the number in a heading beside its entries. */
export function countFindings({ sections }: Account): Diagnostic[] {
  return sections.flatMap(({ declared, items }): Diagnostic[] => {
    if (!declared || items < 0 || declared.count === items) return [];
    const are = items === 1 ? 'is 1 entry' : `are ${items === 0 ? 'no' : items} entries`;
    const message = `The heading says ${declared.count}, and there ${are}.`;
    return [{ code: 'count-mismatch', span: declared.span, message, related: [] }];
  });
}

/** `repeated-section`: at each that is not the first of its kind. Nobody can tell which one counts, so nothing is written into them. */
export function repeatedSections({ document: { path }, sections }: Account): Diagnostic[] {
  const first = new Map<Role, { readonly start: number; readonly end: number }>();
  return sections.flatMap(({ role, heading }): Diagnostic[] => {
    const before = first.get(role);
    if (!before) {
      first.set(role, heading);
      return [];
    }
    const message = 'This document has such a section already. Put the two together.';
    return [
      { code: 'repeated-section', span: heading, message, related: [{ path, span: before, message: 'The first one' }] },
    ];
  });
}

/** `lost-title`: entries whose title is not there (seed 003), and dashes with nothing behind them. */
export function lostTitles({ sections }: Account): Diagnostic[] {
  return sections.flatMap(({ entries }) =>
    entries
      .filter(({ lost }) => lost)
      .map(({ span, summary }): Diagnostic => {
        const message = summary ? 'This entry has lost its title.' : 'This entry has neither a title nor a summary.';
        return { code: 'lost-title', span, message, related: [] };
      }),
  );
}
