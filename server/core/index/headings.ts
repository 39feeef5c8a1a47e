import type { Heading, Summary } from '../syntax/summary.ts';
import { overlaps } from '../text/span.ts';

/**
 * The headings by which a reader may look for a place: not the title, which is found as such, not those of the sections that
 * the corpus knows (every note has them), and none in a research prompt, which may quote anything.
 */
export function headingsToFind({ title, headings, sections }: Summary): Heading[] {
  const passed = sections.map(({ role, heading, whole }) => (role === 'prompt' ? whole : heading));
  let at = 0;
  return headings.filter(({ text, span }) => {
    // Both are in text order.
    while (at < passed.length && passed[at]!.end <= span.start) at++;
    return text !== '' && text !== title.text && !(passed[at] && overlaps(passed[at]!, span));
  });
}
