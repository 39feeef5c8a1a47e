import type { Summary } from '../syntax/summary.ts';
import { standsAlone } from '../text/boundaries.ts';
import { type Span, span } from '../text/span.ts';

/**
 * Where a text says a title that is no reference there: word for word in a research prompt, `The question remains open: Does
 * rain matter?`; and in prose, where the title is the document's own.
 *
 * @param summary made only where the text has the title at all
 */
export function echoesOf(text: string, title: string, own: boolean, summary: () => Summary | undefined): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + title.length)) {
    if (standsAlone(text, at, at + title.length)) found.push(span(at, at + title.length));
  }
  const { sections, prose } = (found.length > 0 && summary()) || { sections: [], prose: [] };
  const places = sections.filter(({ role }) => role === 'prompt').map(({ whole }) => whole);
  const all = own ? [...places, ...prose] : places;
  return found.filter((at) => all.some((each) => each.start <= at.start && at.end <= each.end));
}
