import type { Document } from './document.ts';

/** Whether a document looks the same where others speak of it: by the title, in its place. */
export function showsTheSame(a: Document, b: Document): boolean {
  const [before, after] = [a.title, b.title];
  const sameSpan = before.span.start === after.span.start && before.span.end === after.span.end;
  return a.kind === b.kind && before.text === after.text && sameSpan;
}
