/** How grave a finding is; `off` is not reported. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** What can be wrong (HOUSE.md, "Diagnostics"), with how grave it is unless a setting says otherwise, and what it says in general. */
export const CODES = {
  'dangling-reference': { severity: 'warning', says: 'A reference names a title that no document has.' },
  'ambiguous-reference': { severity: 'warning', says: 'Several documents answer to a reference.' },
  'duplicate-title': { severity: 'warning', says: 'Several documents have one title.' },
  'broken-link': { severity: 'warning', says: 'A link leads to a file that is not there.' },
  'broken-anchor': { severity: 'warning', says: 'A link leads to a heading that is not there.' },
  'unlisted-source': {
    severity: 'information',
    says: 'The body of an inquiry names a note that its Sources do not list.',
  },
  'unmentioned-source': {
    severity: 'information',
    says: 'The Sources of an inquiry list a note that its body does not name.',
  },
  'missing-backlink': {
    severity: 'information',
    says: 'A note does not list an inquiry that has it among its sources.',
  },
  'stale-backlink': {
    severity: 'information',
    says: 'A note lists an inquiry that does not have it among its sources.',
  },
  'count-mismatch': { severity: 'information', says: 'The number in a heading is not the number of its entries.' },
  'repeated-section': { severity: 'information', says: 'A document has a section twice.' },
  'lost-title': { severity: 'information', says: 'An entry has lost its title.' },
  'summary-drift': { severity: 'information', says: 'Inquiries give different summaries of one note.' },
  'source-order': { severity: 'off', says: 'Sources do not stand in the order of first mention.' },
  'possible-reference': { severity: 'hint', says: 'A question in a text is nearly a title, or looks like one.' },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly says: string }>>;

export type DiagnosticCode = keyof typeof CODES;

export const DIAGNOSTIC_CODES = Object.keys(CODES) as readonly DiagnosticCode[];
