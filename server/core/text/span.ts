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
  const start = firstInk(text, at.start, at.end);
  return start < at.end ? span(start, behindInk(text, start, at.end)) : span(at.start, at.start);
}

/** Where the white space that `from` may stand in is over: the first other character, or `to`. */
export function firstInk(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the white space before `to` begins: right behind the last other character, or `from`. */
export function behindInk(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
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
