import type { Summary } from '../syntax/summary.ts';
import { standsAlone } from '../text/boundaries.ts';
import { type Span, span } from '../text/span.ts';

/**
 * Where a research prompt says a title word for word: `The question remains open: Does rain matter?`. No reference, but words
 * that go with the title.
 *
 * @param summary made only where the text has the title at all
 */
export function echoesOf(text: string, title: string, summary: () => Summary | undefined): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + title.length)) {
    if (standsAlone(text, at, at + title.length)) found.push(span(at, at + title.length));
  }
  const sections = (found.length > 0 && summary()?.sections) || [];
  const prompts = sections.filter(({ role }) => role === 'prompt').map(({ whole }) => whole);
  return found.filter((at) => prompts.some((each) => each.start <= at.start && at.end <= each.end));
}
