import type { Resolved } from '../index/references.ts';
import { didYouMean } from '../index/search.ts';
import type { Title } from '../index/titleIndex.ts';
import { fold } from '../text/fold.ts';
import { waysByFile } from './choose.ts';
import type { TextEdit } from './edits.ts';
import { leadsTo, type Reading, rewritten, type Way } from './rewrite.ts';

/** The titles of other documents that a dangling reference may have meant, the best first. */
export function nearTitles({ snapshot, document }: Reading, { reference, resolution }: Resolved): readonly Title[] {
  if (resolution.status !== 'dangling' || reference.form === 'link') return [];
  return didYouMean(snapshot, reference.text).filter((each) => each.document.id !== document.id);
}

/** Puts a title in the place of the one that nobody has; in brackets where it would not be seen without. */
export function useTitle(
  reading: Reading,
  { reference }: Resolved,
  { text: title, document }: Title,
): TextEdit | undefined {
  const { form, span } = reference;
  const ways: Way[] = [{ span, after: title }];
  if (form !== 'wikilink') ways.push({ span, after: `[[${title}]]` });
  ways.push(...waysByFile(reading, reference, document, title));
  return rewritten(reading, ways, leadsTo(document));
}

/** The one title that a dangling reference comes near to, where the two differ by a single slip of the pen only. */
export function slipOf(reading: Reading, resolved: Resolved): Title | undefined {
  const [only, ...others] = nearTitles(reading, resolved);
  return only && others.length === 0 && isSlip(fold(resolved.reference.text), fold(only.text)) ? only : undefined;
}

/** Of shorter titles another letter makes other ones: `Mud`, `Mad`. In UTF-16 units. */
const SHORTEST = 12;

/**
 * Whether two keys differ by one letter, space or mark that is missing, too many or another, or by two that changed places.
 * Digits and signs tell titles apart: `Floods of 2023`, `How to learn C`.
 */
export function isSlip(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST || a === b) return false;
  let [start, end] = [0, 0];
  while (start < shortest && a[start] === b[start]) start++;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/[^\p{L}\p{M}\s'",;:-]/u.test(left + right)) return false;
  const isSwapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwapped || (left.length <= 1 && right.length <= 1);
}
