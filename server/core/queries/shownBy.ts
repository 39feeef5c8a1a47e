import type { Reference } from '../index/references.ts';
import { type Span, span, trimmed } from '../text/span.ts';

/** The words that a link shows: `clay` of `[[Why mud sticks#Clay|clay]]` and of `[clay](clay.md)`. Undefined where it has none. */
export function shownBy(text: string, { form, span: target, whole }: Reference): Span | undefined {
  if (form === 'wikilink') {
    const bar = text.slice(target.end, whole.end).indexOf('|');
    return bar < 0 ? undefined : trimmed(text, span(target.end + bar + 1, whole.end - 2));
  }
  if (form !== 'link') return undefined;
  const inner = text.slice(whole.start, target.start);
  const [open, close] = [inner.indexOf('['), inner.lastIndexOf('](')];
  return open < 0 || close < open ? undefined : span(whole.start + open + 1, whole.start + close);
}
