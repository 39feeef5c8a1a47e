import { closeContent } from './content.ts';
import { atxHeading } from './headings.ts';
import { endsHtml, htmlKindAt } from './html.ts';
import { type Block, leaf } from './nodes.ts';
import { closesFence, fenceAt, isBreakAt, sharpsAt, underlineAt } from './openers.ts';
import { add, indentOf, isBlank, offsetTaken, reach, type State } from './state.ts';
import { DASH, EQUALS, LESS, SHARP, STAR, TICK, TILDE, UNDERLINE } from './units.ts';

/**
 * Whether the line, behind what belongs to its containers, goes on with the block of the line before. Where it does not,
 * that block is closed. A lazy line has not all the marks of its containers: only a paragraph goes on with it.
 */
export function goOn(state: State, lazy: boolean): boolean {
  switch (state.going) {
    case 'nothing':
      return false;
    case 'content':
      return goOnContent(state, lazy);
    case 'code':
      return goOnCode(state, lazy);
    case 'fence':
      return goOnFence(state, lazy);
    case 'html':
      return goOnHtml(state, lazy);
  }
}

function goOnContent(state: State, lazy: boolean): boolean {
  if (!isBlank(state) && (indentOf(state) > 3 || !interrupts(state, lazy))) {
    if (state.quotes > 0) state.rows.push(state.line, state.at);
    return true;
  }
  const depth = isBlank(state) || lazy || indentOf(state) > 3 ? 0 : underlineAt(state.text, state.at, state.end);
  return closeContent(state, depth);
}

/** Whether a line ends the paragraph before it. */
function interrupts(state: State, lazy: boolean): boolean {
  const { text, at, end } = state;
  switch (text.charCodeAt(at)) {
    case SHARP:
      return sharpsAt(text, at, end) > 0;
    case DASH:
      return (!lazy && underlineAt(text, at, end) > 0) || isBreakAt(text, at, end);
    case EQUALS:
      return !lazy && underlineAt(text, at, end) > 0;
    case STAR:
    case UNDERLINE:
      return isBreakAt(text, at, end);
    case TICK:
    case TILDE:
      return fenceAt(text, at, end) > 0;
    case LESS: {
      const kind = htmlKindAt(text, at, end);
      // To CommonMark (4.6) a tag alone in its line never interrupts; remark lets it where the line is lazy, and loses its way.
      if (kind === 7 && lazy) state.isCertain = false;
      return kind > 0 && kind < 7;
    }
    default:
      return false;
  }
}

function goOnCode(state: State, lazy: boolean): boolean {
  if (!lazy && indentOf(state) > 3) state.block.end = state.end;
  // Blank lines belong to it only where more of it follows.
  else if (lazy || !isBlank(state)) return closed(state, state.block.end);
  return true;
}

function goOnFence(state: State, lazy: boolean): boolean {
  if (lazy) return closed(state, state.before);
  if (indentOf(state) < 4 && closesFence(state.text, state.at, state.end, state.mark, state.width))
    closed(state, state.end);
  return true;
}

function goOnHtml(state: State, lazy: boolean): boolean {
  if (lazy || (state.kind > 5 && isBlank(state))) return closed(state, state.before);
  if (endsHtml(state.text, state.at, state.end, state.kind, false)) closed(state, state.end);
  return true;
}

/** Ends the code or HTML that goes on. */
function closed(state: State, end: number): false {
  state.block.end = end;
  reach(state, end);
  state.going = 'nothing';
  return false;
}

/** Begins a block with the line. */
export function begin(state: State, lazy: boolean): void {
  if (isBlank(state)) return;
  const { text, at, end } = state;
  if (indentOf(state) > 3) {
    open(state, 'code', leaf('code', offsetTaken(state), end));
    // The parser takes no second line to a lazy one.
    if (lazy) closed(state, end);
    return;
  }
  switch (text.charCodeAt(at)) {
    case SHARP: {
      const depth = sharpsAt(text, at, end);
      if (depth === 0) break;
      atxHeading(state, depth);
      return;
    }
    case DASH:
    case STAR:
    case UNDERLINE:
      if (!isBreakAt(text, at, end)) break;
      add(state, leaf('thematicBreak', at, end));
      reach(state, end);
      return;
    case TICK:
    case TILDE: {
      const width = fenceAt(text, at, end);
      if (width === 0) break;
      open(state, 'fence', leaf('code', at, end));
      state.mark = text.charCodeAt(at);
      state.width = width;
      return;
    }
    case LESS: {
      const kind = htmlKindAt(text, at, end);
      if (kind === 0) break;
      open(state, 'html', leaf('html', offsetTaken(state), end));
      state.kind = kind;
      if (endsHtml(text, at, end, kind, true)) closed(state, end);
      return;
    }
  }
  state.going = 'content';
  state.start = at;
  state.rows.length = 0;
}

function open(state: State, going: State['going'], block: Block): void {
  state.going = going;
  state.block = block;
  state.opaque.push(block);
  add(state, block);
}

/** Closes the block that goes on, at the end of the text. */
export function closeLast(state: State): void {
  if (closeBlock(state)) return;
  // What nothing closes goes on to the end of the text; in a quote only up to the line ending.
  closed(state, state.quotes > 0 ? state.before : state.text.length);
}

/**
 * Closes the block that goes on, for another container begins. Answers whether it needs no mark to end; code and HTML that
 * nothing closes are cut off.
 */
export function closeBlock(state: State): boolean {
  switch (state.going) {
    case 'nothing':
      break;
    case 'content':
      closeContent(state, 0);
      break;
    case 'code':
      closed(state, state.block.end);
      break;
    case 'html':
      if (state.kind < 6) return false;
      closed(state, state.before);
      break;
    case 'fence':
      return false;
  }
  return true;
}

/** Cuts off the code or HTML that nothing has closed: to the parser it goes up to the line that does. */
export function cutOff(state: State): void {
  closed(state, state.line);
}
