import { runIn } from '../../index/runs.ts';
import { type Typed, type Word, wordsOf } from '../../index/typed.ts';
import { fold } from '../../text/fold.ts';
import { type Span, span } from '../../text/span.ts';
import type { Here } from './here.ts';

/**
 * What was typed of a title left of the cursor: `why does mud` of `We ask why does mud`, for `Why does mud stick?`. Between
 * two words stands white space, or what the title has there.
 *
 * @param words those of the line before the cursor
 */
export function runSpan({ left, line, offset }: Here, { key }: Typed, words: readonly Word[]): Span | undefined {
  let count = words.length;
  for (let at = words.length - 1; at > 0; at--) {
    const gap = left.slice(words[at - 1]!.end, words[at]!.start);
    if (gap.trim() === '' || hasGap(key, words[at - 1]!.word, gap, words[at]!.word)) continue;
    count = words.length - at;
    break;
  }
  const run = runIn(
    words.slice(-count).map(({ word }) => word),
    key,
  );
  if (!run) return undefined;
  let start = words[words.length - run.words]!.start;
  // `“Bu` of `“Busy” bees are what?` begins with the quote.
  const lead = run.start > 0 ? key.slice(0, run.start) : '';
  if (lead !== '' && wordsOf(lead).length === 0) {
    const typed = left.slice(Math.max(0, start - lead.length), start);
    if (fold(`${typed}x`) === `${lead}x`) start -= lead.length;
  }
  return span(line.start + start, offset);
}

/** Whether a key has these words with that between them: `chain-of` in `what is a chain-of-thought`. */
const hasGap = (key: string, before: string, gap: string, after: string): boolean =>
  key.includes(fold(`${before}${gap}${after}`));
