/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Whether a cursor at `offset` touches the span; a cursor right behind the last character still does. */
export const touches = (at: Span, offset: number): boolean => at.start <= offset && offset <= at.end;

/** Whether the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The span without the white space at its ends; empty at its start where nothing else is in it. */
export function trimmed(text: string, at: Span): Span {
  let { start, end } = at;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? span(start, end) : span(at.start, at.start);
}

/** What is left of `whole` outside the `holes`, in order. The holes may overlap and need no order. */
export function outside(whole: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = whole.start;
  for (const hole of holes.filter((each) => overlaps(each, whole)).sort((a, b) => a.start - b.start)) {
    if (hole.start > from) rest.push(span(from, hole.start));
    from = Math.max(from, hole.end);
  }
  if (from < whole.end) rest.push(span(from, whole.end));
  return rest;
}

/** White space as `String.prototype.trim` has it: the byte order mark and the no-break space among it. */
function isBlank(unit: number): boolean {
  if (unit === 32 || (unit >= 9 && unit <= 13)) return true;
  return unit > 127 && String.fromCharCode(unit).trim() === '';
}
