import { definitionOf } from '../constructs.ts';
import { definitionAt } from './definitions.ts';
import { addHeading } from './headings.ts';
import { whiteEnd } from './inlineHtml.ts';
import { leaf } from './nodes.ts';
import { mayDefine, trimmedEnd } from './openers.ts';
import { add, reach, type State } from './state.ts';

/**
 * Closes what seemed a paragraph up to the line before: definitions, and a paragraph or, with a `depth`, the heading that the
 * line underlines. Answers whether it does.
 */
export function closeContent(state: State, depth: number): boolean {
  const { text, before } = state;
  state.going = 'nothing';
  const start = mayDefine(text, state.start) ? closeDefinitions(state) : state.start;
  reach(state, before);
  if (start >= before) return false;
  if (depth > 0) {
    // To the parser the heading begins with the definitions above it.
    const at = { start: state.start, end: state.end, from: start, to: trimmedEnd(text, start, before) };
    addHeading(state, at, depth, sourceOf(state, start).slice(0, at.to - start));
    reach(state, state.end);
    return true;
  }
  add(state, leaf('paragraph', start, before));
  if (isMarked(state, start, before)) {
    state.inlines.push({ start, source: sourceOf(state, start), heading: undefined });
  }
  return false;
}

/** Adds the definitions that the block begins with; answers what comes behind them. */
function closeDefinitions(state: State): number {
  const source = sourceOf(state, state.start);
  let at = 0;
  for (;;) {
    const found = mayDefine(source, at) ? definitionAt(source, at) : undefined;
    if (!found) return state.start + at;
    const node = leaf('definition', state.start + found.start, state.start + found.end);
    add(state, node);
    state.identifiers.add(found.identifier);
    const link = definitionOf(state.text, found.url, found.identifier, { start: node.start, end: node.end });
    if (link) state.links.push(link);
    else state.opaque.push(node);
    at = whiteEnd(source, found.end);
  }
}

/** The lines of the block from `start` on; what belongs to quotes is made white. */
function sourceOf({ text, before, rows }: State, start: number): string {
  if (rows.length === 0) return text.slice(start, before);
  let source = '';
  let from = start;
  for (let row = 0; row < rows.length; row += 2) {
    const [line, at] = [rows[row]!, rows[row + 1]!];
    if (line < from) continue;
    source += text.slice(from, line) + ' '.repeat(at - line);
    from = at;
  }
  return source + text.slice(from, before);
}

/** Whether something stands in the block that hides or links. */
function isMarked(state: State, start: number, end: number): boolean {
  const { text, next } = state;
  if (next.tick < start) next.tick = found(text, '`', start);
  if (next.tick < end) return true;
  if (next.angle < start) next.angle = found(text, '<', start);
  if (next.angle < end) return true;
  if (next.link < start) next.link = found(text, '](', start);
  return next.link < end;
}

function found(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}
