import type { Section } from '../../syntax/summary.ts';
import { span } from '../../text/span.ts';
import { replaced, type TextEdit } from '../edits.ts';

/**
 * The number that a heading is to say once its list has `after` items; undefined where it stays. A number that was right is
 * kept right, and one that lags behind its list is brought up. One that says more than there is may be the only trace of
 * entries that were lost: it is corrected only where something else says that nothing is missing.
 *
 * @param isWhole whether something else says so: the body of an inquiry names what the Sources list, and no more
 */
export function countAfter({ declared, items }: Section, after: number, isWhole: boolean): number | undefined {
  if (!declared || declared.count === after) return undefined;
  return declared.count <= Math.max(items, after) || isWhole ? after : undefined;
}

/** Writes a number into a heading, and `1 note` or `2 notes` behind it. */
export function countEdit(text: string, { declared, heading }: Section, count: number): TextEdit[] {
  if (!declared) return [];
  const { start, end } = declared.span;
  const noun = /^([ \t]+)notes?(?![\p{L}\p{N}])/iu.exec(text.slice(end, heading.end));
  const plural = noun ? `${noun[1]}note${count === 1 ? '' : 's'}` : '';
  const isSame = noun && noun[0].toLowerCase() === plural;
  if (!noun || isSame) return [replaced(text, span(start, end), String(count))];
  return [replaced(text, span(start, end + noun[0].length), `${count}${plural}`)];
}
