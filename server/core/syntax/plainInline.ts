import { lineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Line, linesOf } from './blocks.ts';
import { constructsFrom } from './constructs.ts';
import type { Constructs, WrittenLink } from './inline.ts';
import { scanInline } from './scan/inline.ts';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Code, comments, tags and links in a stretch of plain text. It has those, and no blocks: a lone dash under a line of 001 is no
 * heading, and an indented line is no code. Nothing goes over a blank line, or into a code fence.
 */
export function plainConstructs(text: string, block: Span): Constructs {
  const slice = text.slice(block.start, block.end);
  const opaque: Span[] = [];
  const links: WrittenLink[] = [];
  for (const { start, end, code } of runsOf(linesOf(slice, lineStarts(slice)))) {
    const at = block.start + start;
    if (code) opaque.push({ start: at, end: block.start + end });
    else
      for (const each of scanInline(text, slice.slice(start, end), at, NOTHING, undefined).found) {
        if (each.link) links.push(each.link);
        else opaque.push(each);
      }
  }
  return constructsFrom(opaque, links);
}

/** Lines one under the other, all of code or none. */
function runsOf(lines: readonly Line[]): Line[] {
  const runs: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = runs.at(-1);
    const goesOn = before && last && line.code === before.code && (line.code || line.number === last.number + 1);
    if (goesOn) runs[runs.length - 1] = { ...before, end: line.end };
    else runs.push(line);
    last = line;
  }
  return runs;
}
