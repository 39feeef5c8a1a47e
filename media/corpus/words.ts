/**
 * The words of the corpus page. Pure.
 */
import type { StatusCounts } from '../../server/protocol.ts';

/** "1 note", "3 notes", "10,000 notes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "10,000". */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export type Status = keyof StatusCounts;

/** What a reference leads to, in the order of the bars. */
export const statuses: readonly Status[] = ['resolved', 'ambiguous', 'dangling'];

export const statusWords: Readonly<Record<Status, string>> = {
  resolved: 'leads to a document',
  ambiguous: 'may mean several',
  dangling: 'leads nowhere',
};

export const formWords: Readonly<Record<string, string>> = {
  mention: 'bare titles',
  entry: 'list items',
  wikilink: 'wikilinks',
  link: 'Markdown links',
};

export const roleWords: Readonly<Record<string, string>> = {
  body: 'running text',
  sources: 'sources',
  'used-by': 'used-by lists',
  related: 'related concepts',
  papers: 'papers',
  prompt: 'prompts',
  next: 'next lines',
  'original-title': 'original titles',
};

const disagreements: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'unlisted-source': ['note named and not listed', 'notes named and not listed'],
  'unmentioned-source': ['source not named in the text', 'sources not named in the text'],
  'count-mismatch': ['wrong number in a heading', 'wrong numbers in headings'],
  'lost-title': ['source without a title', 'sources without titles'],
  'summary-drift': ['summary unlike that of others', 'summaries unlike those of others'],
  'source-order': ['source out of order', 'sources out of order'],
};

/** "2 notes named and not listed · 1 source without a title". A code from a newer server is called what it is. */
export function disagreementWords(codes: readonly { readonly code: string; readonly count: number }[]): string {
  return codes.map(({ code, count }) => counted(count, ...(disagreements[code] ?? [code, code]))).join(' · ');
}

/** "3 inquiring lines · 1 note". */
export function usesWords(inquiries: number, notes: number): string {
  const parts = [
    ...(inquiries > 0 ? [counted(inquiries, 'inquiring line')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ];
  return parts.join(' · ');
}

/** "named by 2 inquiring lines, in 5 places". */
export function wantedWords(inquiries: number, places: number): string {
  const where = counted(places, 'place');
  return inquiries > 0 ? `${counted(inquiries, 'inquiring line')} · ${where}` : where;
}

/** What part of a whole something is, in percent, for a bar: what is there at all is seen. */
export function share(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0;
  return Math.max(0.5, Math.round((1000 * part) / whole) / 10);
}
