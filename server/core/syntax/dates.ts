import type { Span } from '../text/span.ts';

/** A month of a year, `2025-06`: so written, the later one is the greater string. */
export type YearMonth = string;

/** A date in a text, as exact as a month. */
export interface WrittenDate extends Span {
  readonly month: YearMonth;
}

/** Where no word, number, path or id goes on: neither `arXiv:2025-06` nor `v2025-06` nor `/2025-06/` is a date. */
const ALONE = String.raw`(?<![\p{L}\p{N}_/.:@#-])`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(?<name>${[
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
].join('|')})`;

/** Each way to write a date, and which month it is at the latest: what is dated by a quarter may be of its last month. */
const WAYS: readonly { readonly pattern: RegExp; month(groups: Groups): number }[] = [
  // `2025-06`, `2025-06-14`.
  {
    pattern: new RegExp(String.raw`${ALONE}${YEAR}-(?<digits>\d\d)(?:-\d\d)?(?![\p{L}\p{N}_]|[.-]\d)`, 'giu'),
    month: ({ digits }) => Number(digits),
  },
  // `2025-Q4`, `2025 Q4`.
  {
    pattern: new RegExp(String.raw`${ALONE}${YEAR}[- ]?Q(?<quarter>[1-4])(?![\p{L}\p{N}_])`, 'giu'),
    month: ({ quarter }) => 3 * Number(quarter),
  },
  // `Q4 2025`.
  {
    pattern: new RegExp(String.raw`${ALONE}Q(?<quarter>[1-4])[- ]${YEAR}(?![\p{L}\p{N}_])`, 'giu'),
    month: ({ quarter }) => 3 * Number(quarter),
  },
  // `Jun 2025`, `June 14, 2025`.
  {
    pattern: new RegExp(String.raw`${ALONE}${MONTH}\.?[ \u00a0](?:\d\d?,?[ \u00a0])?${YEAR}(?![\p{L}\p{N}_])`, 'giu'),
    month: ({ name }) => NAMES.indexOf(name!.slice(0, 3).toLowerCase()) + 1,
  },
  // `early 2026`, also behind a dash: `2025–early 2026`.
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_/.:@#])(?<part>early|mid|late)[- \u00a0]${YEAR}(?![\p{L}\p{N}_])`,
      'giu',
    ),
    month: ({ part }) => ({ early: 4, mid: 8, late: 12 })[part!.toLowerCase() as 'early' | 'mid' | 'late'],
  },
  // A year by itself between the marks of a list or a range: `(2024)`, `(2023–2025)`, `(2021, 2024)`.
  {
    pattern: new RegExp(String.raw`(?<=[(,;–—][ ]?|\(\d{4}-)${YEAR}(?=[ ]?[),;–—]|-(?:\d{4}|early|mid|late)\b)`, 'giu'),
    month: () => 12,
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

/** The dates in a part of a text, in its order, without overlap. What is no month (`2025-13`) is no date. */
export function datesIn(text: string, within: Span): WrittenDate[] {
  const part = text.slice(within.start, within.end);
  if (!/(?:19|20)\d\d/.test(part)) return [];
  const found: WrittenDate[] = [];
  for (const { pattern, month } of WAYS) {
    for (const match of part.matchAll(pattern)) {
      const written = monthOf(Number(match.groups!['year']), month(match.groups!));
      const start = within.start + match.index;
      if (written !== undefined) found.push({ start, end: start + match[0].length, month: written });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, at) => at === 0 || each.start >= found[at - 1]!.end);
}

/** `2025-06` of a year and a month from 1 to 12; undefined for any other. */
export function monthOf(year: number, month: number): YearMonth | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** Whether a text is a month as it is written here. */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** How many months lie between two; less than 0 where the second is the earlier one. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  const count = (month: YearMonth): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return count(to) - count(from);
}

/** The latest of some months. */
export function newestOf(months: readonly YearMonth[]): YearMonth | undefined {
  return months.reduce<YearMonth | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}
