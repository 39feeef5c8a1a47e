import type { Reference } from '../index/references.ts';
import { type Span, span } from '../text/span.ts';

/** Where a reference's fragment stands, its `#` included: `#Clay` of `[[Mud#Clay|wet]]` and `mud.md#clay`. */
export function fragmentSpan(text: string, { form, span: at, whole, fragment }: Reference): Span | undefined {
  if (fragment === undefined) return undefined;
  if (form === 'link') {
    const hash = text.indexOf('#', at.start);
    return hash < 0 || hash >= at.end ? undefined : span(hash, at.end);
  }
  const hash = text.indexOf('#', at.end);
  const close = whole.end - 2;
  if (hash < 0 || hash >= close) return undefined;
  const bar = text.indexOf('|', hash);
  if (bar < 0 || bar >= close) return span(hash, close);
  return span(hash, text[bar - 1] === '\\' ? bar - 1 : bar);
}
