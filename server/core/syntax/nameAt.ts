import { oneLine } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** A name as the corpus compares and shows it: what stands at `at`, a line break in it as a space. */
export function nameAt(text: string, at: Span): string {
  return oneLine(text.slice(at.start, at.end));
}
