import { whiteEnd } from './inlineHtml.ts';
import { destinationEnd, identifierOf, labelEnd, spaceEnd, titleEnd, urlOf } from './resources.ts';
import { COLON, CR, LF } from './units.ts';

/** `[mud]: mud.md "Mud"`. Offsets in the block that it was read in. */
export interface Definition {
  readonly start: number;
  /** White space at the end of its line included. */
  readonly end: number;
  readonly url: string;
  readonly identifier: string;
}

/** The definition that begins at `at`, where a bracket stands. It goes to a line's end. */
export function definitionAt(source: string, at: number): Definition | undefined {
  const label = labelEnd(source, at);
  if (label < 0 || source.charCodeAt(label) !== COLON) return undefined;
  const from = whiteEnd(source, label + 1);
  const to = destinationEnd(source, from, Number.POSITIVE_INFINITY);
  if (to < 0) return undefined;
  const behind = whiteEnd(source, to);
  const title = behind > to ? titleEnd(source, behind) : -1;
  let end = title < 0 ? -1 : lineEnd(source, title);
  // What follows in the next line may look like a title, and be none: `"Mud" sticks`.
  if (end < 0) end = lineEnd(source, to);
  if (end < 0) return undefined;
  return { start: at, end, url: urlOf(source, from, to), identifier: identifierOf(source.slice(at + 1, label - 1)) };
}

/** The end of the line where nothing but white space is left of it; else -1. */
function lineEnd(source: string, from: number): number {
  const at = spaceEnd(source, from);
  const unit = source.charCodeAt(at);
  return at >= source.length || unit === LF || unit === CR ? at : -1;
}
