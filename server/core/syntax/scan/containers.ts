import { closeBlock, cutOff } from './flow.ts';
import { container } from './nodes.ts';
import { isBreakAt } from './openers.ts';
import {
  type Container,
  indentOf,
  isBlank,
  leave,
  mayDeepen,
  offsetTaken,
  openList,
  openQuote,
  type State,
  skipWhite,
  takeQuoteMark,
} from './state.ts';
import { CLOSE, DASH, DOT, GREATER, isDigit, isSpace, PLUS, STAR } from './units.ts';

/**
 * Goes through what belongs to the open quotes and items at the beginning of a line; answers how many of them go on. The
 * next item of a list closes what stands in the one before.
 */
export function continueOpen(state: State): number {
  const { open } = state;
  for (let kept = 0; kept < open.length; kept++) {
    const each = open[kept]!;
    if (each.isQuote) {
      if (isBlank(state) || indentOf(state) > 3 || state.text.charCodeAt(state.at) !== GREATER) return kept;
      takeQuoteMark(state);
    } else if (isBlank(state)) {
      each.isOver ||= each.opensBlank;
      state.taken = Math.min(state.column, state.taken + each.size);
    } else {
      const goesOn = !each.isOver && indentOf(state) >= each.size;
      each.isOver = false;
      each.opensBlank = false;
      if (goesOn) state.taken += each.size;
      else return nextItem(state, each, kept) ? kept + 1 : kept;
    }
  }
  return open.length;
}

/** Opens the next item of a list that is the container number `at`. */
function nextItem(state: State, list: Container, at: number): boolean {
  if (indentOf(state) > 3) return false;
  const width = markerAt(state, false);
  if (width === 0 || state.text.charCodeAt(state.at + width - 1) !== list.mark) return false;
  const before = list.item;
  const cut = !closeBlock(state);
  if (cut) cutOff(state);
  leave(state, at + 1, cut ? state.line : undefined, cut);
  openItem(state, list, width);
  // To the parser an item that is cut off in its code ends behind the mark of the next.
  if (cut) before.end = offsetTaken(state);
  return true;
}

/**
 * Opens a quote or a list where one begins. What `interrupts` a paragraph, or indented code to the parser, is held to a
 * stricter rule, and so is what begins inside of it in the same line.
 *
 * @param keep how many containers go on
 */
export function openContainer(state: State, interrupts: boolean, keep: number): boolean {
  if (isBlank(state) || indentOf(state) > 3) return false;
  const isQuote = state.text.charCodeAt(state.at) === GREATER;
  const width = isQuote ? 0 : markerAt(state, interrupts);
  if ((!isQuote && width === 0) || !mayDeepen(state, keep)) return false;
  const cut = !closeBlock(state);
  if (cut) cutOff(state);
  leave(state, keep, cut || hasQuote(state, keep) ? offsetTaken(state) : undefined, cut);
  if (isQuote) openQuote(state);
  else openItem(state, openList(state, state.text.charCodeAt(state.at + width - 1)), width);
  return true;
}

/** Whether one of the containers that go on is a quote, where others do not. */
export function hasQuote({ open, quotes }: State, keep: number): boolean {
  if (quotes === 0 || keep === open.length) return false;
  for (let at = 0; at < keep; at++) if (open[at]!.isQuote) return true;
  return false;
}

/** `- ` or `12. `: how long the mark is without the white space behind it; 0 where there is none. */
function markerAt(state: State, interrupts: boolean): number {
  const { text, at, end } = state;
  const unit = text.charCodeAt(at);
  let behind = at + 1;
  if (unit === DASH || unit === STAR) {
    if (isBreakAt(text, at, end)) return 0;
  } else if (isDigit(unit)) {
    while (behind < end && isDigit(text.charCodeAt(behind))) behind++;
    const digits = behind - at;
    if (digits > 9 || (interrupts && (digits > 1 || unit !== ONE))) return 0;
    const mark = behind < end ? text.charCodeAt(behind++) : 0;
    if (mark !== DOT && mark !== CLOSE) return 0;
  } else if (unit !== PLUS) return 0;
  // An empty item does not interrupt.
  return behind === end ? (interrupts ? 0 : behind - at) : isItemSpace(state, behind, interrupts) ? behind - at : 0;
}

const ONE = 49;

/** Whether white space stands behind a mark, and something behind that where it has to. */
function isItemSpace({ text, end }: State, from: number, interrupts: boolean): boolean {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at > from && !(interrupts && at === end);
}

/** Opens an item whose mark, `width` units wide, is the first in the line. */
function openItem(state: State, list: Container, width: number): void {
  const indent = indentOf(state);
  list.item = container('listItem', state.at, state.end);
  list.node.children.push(list.item);
  skipWhite(state, state.at + width, state.column + width);
  list.opensBlank = isBlank(state);
  // Behind one column, five and more are indented code.
  const space = list.opensBlank ? 1 : indentOf(state) > 4 ? 1 : indentOf(state);
  list.size = indent + width + space;
  if (!list.opensBlank) state.taken += space;
}
