import { nameAt } from '../syntax/nameAt.ts';
import type { Span } from '../text/span.ts';

/** One stretch of a text to be replaced, which knows what it replaces. */
export interface TextEdit {
  readonly span: Span;
  /**
   * What stands there as the corpus shows it (`nameAt`: a line break in it is a space). Whoever applies the edit makes sure
   * that it still does.
   */
  readonly before: string;
  readonly after: string;
}

/** The edits of one file, in text order; no two of them overlap. */
export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** A file that is to be made where there is none. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Why something is not done, in a sentence for the person who asked for it. */
export interface Refused {
  readonly refused: string;
}

/** The edit that puts `after` in the place of what stands at `span`; with an empty span it is put in there. */
export const replaced = (text: string, span: Span, after: string): TextEdit => ({
  span,
  before: nameAt(text, span),
  after,
});

/**
 * Edits of one text in its order, what is put in before what is replaced behind it. Of two that overlap the one that starts
 * first is left: text is replaced only once.
 */
export function inTextOrder(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of [...edits].sort(byPlace)) {
    const last = kept.at(-1)?.span;
    const isSame = last && isEmpty(last) && isEmpty(edit.span) && last.start === edit.span.start;
    if (!last || (edit.span.start >= last.end && !isSame)) kept.push(edit);
  }
  return kept;
}

const isEmpty = ({ start, end }: Span): boolean => start === end;

const byPlace = ({ span: a }: TextEdit, { span: b }: TextEdit): number =>
  a.start - b.start || Number(isEmpty(b)) - Number(isEmpty(a)) || b.end - a.end;

/** A text after edits in its order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { span, after } of edits) {
    result += text.slice(from, span.start) + after;
    from = span.end;
  }
  return result + text.slice(from);
}
