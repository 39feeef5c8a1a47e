import { oneLine } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/**
 * A name as the corpus compares and shows it: what stands at `at`, a line break in it as a space. It may share the text's
 * memory, so whoever keeps it for long makes a copy (`index/interner.ts`).
 */
export function nameAt(text: string, at: Span): string {
  return oneLine(text.slice(at.start, at.end));
}
