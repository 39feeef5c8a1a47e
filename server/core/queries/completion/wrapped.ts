import { type Typed, wordsOf } from '../../index/typed.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Here } from './here.ts';
import { mentionOf, type Writing } from './writing.ts';

/** So far back a title may begin, in UTF-16 units. */
const FARTHEST = 400;

/**
 * The rest of a title that begins on the line before: `mud stick?` behind `why does` and a line break, for `Why does mud stick?`.
 * Undefined where no title goes on at the cursor's line; `none` where one does, and cannot be written so.
 *
 * @param replaces what was typed of it on this line
 * @param first where the prose begins
 */
export function restOf(here: Here, typed: Typed, replaces: Span, first: number): Writing | 'none' | undefined {
  const { text, line } = here;
  if (/[^\s>]/.test(text.slice(line.start, replaces.start))) return undefined;
  const before = fold(`${text.slice(Math.max(first, line.start - FARTHEST), replaces.start)}x`).slice(0, -1);
  const begun = fold(text.slice(replaces.start, here.offset));
  const words = wordsOf(typed.key);
  for (const [nth, { start }] of words.entries()) {
    const lead = typed.key.slice(0, start);
    if (nth === 0 || !typed.key.startsWith(begun, start) || !endsWith(before, lead)) continue;
    const mention = mentionOf(here, typed, here.snapshot.minimumWords, here.right);
    const from = wordsOf(typed.text)[nth];
    if (!mention || !from || wordsOf(typed.text).length !== words.length) return 'none';
    const rest = typed.text.slice(from.start);
    return { text: rest, target: { start: 0, end: rest.length }, form: 'mention' };
  }
  return undefined;
}

function endsWith(text: string, lead: string): boolean {
  return text.endsWith(lead) && !/[\p{L}\p{N}\p{M}_-]$/u.test(text.slice(0, -lead.length));
}
