import type { BlockContent, DefinitionContent, ListItem, Root, RootContent } from 'mdast';
import { parseBlock } from '../remark.ts';
import { scanInline } from './inline.ts';
import { position, textNode } from './nodes.ts';
import { inside, isBlank, type Row, rowAt, rowsOf } from './rows.ts';

/** Thrown where it is not certain what a construct is; the parser takes over. It never leaves this file. */
class Uncertain extends Error {}

const UNCERTAIN = new Uncertain();

/** Quotes and items nested deeper are left to the parser. */
const DEEPEST = 40;

/**
 * The tree of a Markdown text, as far as the corpus looks at it, in one pass over its lines; undefined where the text holds
 * a construct that wants a parser: HTML, definitions, underlined headings, indented code, lines that lazily continue a
 * quote or an item. Where it answers, it answers as `parseMarkdown` (CommonMark 0.31.2, with front matter).
 */
export function scanMarkdown(text: string): Root | undefined {
  if (text.startsWith('\ufeff') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  try {
    const front = frontMatterOf(text);
    const children: RootContent[] = front ? [{ type: 'yaml', value: '', position: position(0, front) }] : [];
    children.push(...blocksOf(text, rowsOf(text, front ? text.indexOf('\n', front) + 1 || text.length : 0), 0));
    return { type: 'root', children };
  } catch (error) {
    if (error instanceof Uncertain) return undefined;
    throw error;
  }
}

/** Where the front matter ends; 0 without one. */
function frontMatterOf(text: string): number {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (!open) return 0;
  const close = /^---[ \t]*$/m;
  const rest = text.slice(open[0].length);
  const found = close.exec(rest.replaceAll('\r', ' '));
  if (!found) throw UNCERTAIN;
  return open[0].length + found.index + 3;
}

type Block = BlockContent | DefinitionContent;

function blocksOf(text: string, rows: readonly Row[], depth: number): Block[] {
  if (depth > DEEPEST) throw UNCERTAIN;
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; ) {
    if (isBlank(rows[at]!)) {
      at++;
      continue;
    }
    const [block, next] = blockAt(text, rows, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

/** The block that begins with a row, and the row behind it. */
function blockAt(text: string, rows: readonly Row[], at: number, depth: number): [Block, number] {
  const row = rows[at]!;
  // Code.
  if (row.indent > 3) throw UNCERTAIN;
  switch (startOf(text, row)) {
    case 'paragraph':
      return paragraph(text, rows, at, depth);
    case 'heading':
      return [heading(text, row), at + 1];
    case 'break':
      return [{ type: 'thematicBreak', position: position(row.start, trimmedEnd(text, row)) }, at + 1];
    case 'fence':
      return fence(text, rows, at, depth);
    case 'quote':
      return quote(text, rows, at, depth);
    case 'list':
      return list(text, rows, at, depth);
  }
}

type Start = 'paragraph' | 'heading' | 'break' | 'fence' | 'quote' | 'list';

/** What begins with a row that is not blank, and not indented by four columns. */
function startOf(text: string, row: Row): Start {
  switch (text[row.start]) {
    case '#':
      return /^#{1,6}(?:[ \t]|$)/.test(text.slice(row.start, Math.min(row.end, row.start + 7)))
        ? 'heading'
        : 'paragraph';
    case '`':
    case '~':
      return /^(?:```|~~~)/.test(text.slice(row.start, row.start + 3)) ? 'fence' : 'paragraph';
    case '>':
      return 'quote';
    case '<':
      if (/^<[a-z/!?]/i.test(text.slice(row.start, row.start + 2))) throw UNCERTAIN;
      return 'paragraph';
    case '[':
      // A definition, or a footnote that reads as one.
      if (/^\[(?:[^[\]\\]|\\.)*\]:/.test(text.slice(row.start, row.end))) throw UNCERTAIN;
      return 'paragraph';
    case '-':
    case '*':
    case '_':
      if (isBreak(text, row)) return 'break';
  }
  return markerAt(text, row) ? 'list' : 'paragraph';
}

function isBreak(text: string, row: Row): boolean {
  return /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text.slice(row.start, row.end));
}

function paragraph(text: string, rows: readonly Row[], from: number, depth: number): [Block, number] {
  let at = from + 1;
  for (; at < rows.length && !isBlank(rows[at]!) && continues(text, rows[at]!); at++);
  const [start, end] = [rows[from]!.start, rows[at - 1]!.end];
  const children = scanInline(text, start, end);
  if (children) return [{ type: 'paragraph', children, position: position(start, end) }, at];
  // Inside a container the next row begins with what belongs to the container.
  if (depth > 0 && at > from + 1) throw UNCERTAIN;
  return [parsed(text.slice(start, end), start, 'paragraph'), at];
}

/** What the parser makes of one block. */
function parsed(block: string, start: number, type: 'heading' | 'paragraph'): Block {
  const node = parseBlock(block, start);
  if (node?.type !== type) throw UNCERTAIN;
  return node;
}

/** Whether a row goes on with the paragraph before it. */
function continues(text: string, row: Row): boolean {
  const first = text[row.start];
  // `===` or `---` under a paragraph makes it a heading.
  if ((first === '=' || first === '-') && row.indent < 4 && /^(?:=+|-+)[ \t]*$/.test(text.slice(row.start, row.end)))
    throw UNCERTAIN;
  if (row.indent > 3 || first === '[') return true;
  const start = startOf(text, row);
  // The parser holds what is inside a container to the same rule as the container that interrupts.
  if (
    /^(?:[>*+-]|\d{1,9}[.)])(?:.*[>*+.)-])?[ \t]*\d{1,9}[.)]/.test(
      text.slice(row.start, Math.min(row.end, row.start + 40)),
    )
  )
    throw UNCERTAIN;
  if (start !== 'list') return start === 'paragraph';
  const marker = markerAt(text, row)!;
  // An empty item does not interrupt a paragraph, nor does a list that does not begin with 1.
  return marker.empty || (marker.ordered && marker.number !== 1);
}

function heading(text: string, row: Row): Block {
  const line = text.slice(row.start, row.end);
  const depth = /^#+/.exec(line)![0].length as 1;
  const words = /^#+[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line);
  const content = words?.[1] ?? '';
  if (content === '' || /[*_`[\]<>&\\!~#]/.test(content)) return parsed(line, row.start, 'heading');
  const start = row.start + line.indexOf(content, depth);
  const children = [textNode(text, start, start + content.length)];
  return { type: 'heading', depth, children, position: position(row.start, row.end) };
}

function fence(text: string, rows: readonly Row[], from: number, depth: number): [Block, number] {
  const open = rows[from]!;
  const mark = /^(?:`+|~+)/.exec(text.slice(open.start, open.end))![0];
  if (mark[0] === '`' && text.slice(open.start + mark.length, open.end).includes('`')) throw UNCERTAIN;
  const closing = new RegExp(`^${mark[0]}{${mark.length},}[ \\t]*$`);
  let at = from + 1;
  const closes = (row: Row): boolean =>
    row.indent >= 0 && row.indent < 4 && closing.test(text.slice(row.start, row.end));
  while (at < rows.length && !closes(rows[at]!)) at++;
  const last = rows[at];
  // Where nothing closes it, it goes on to the end of the text, or of what it stands in.
  if (!last && depth > 0) throw UNCERTAIN;
  return [{ type: 'code', value: '', position: position(open.start, last?.end ?? text.length) }, at + 1];
}

function quote(text: string, rows: readonly Row[], from: number, depth: number): [Block, number] {
  const content: Row[] = [];
  let at = from;
  for (; at < rows.length; at++) {
    const row = rows[at]!;
    if (isBlank(row) || row.indent > 3 || text[row.start] !== '>') break;
    const behind = rowAt(text, row.start + 1, row.end, row.column + 1);
    // One column of white space belongs to the mark.
    content.push(behind.indent > 0 ? inside(behind, 1) : behind);
  }
  // A row without the mark may still belong to a paragraph inside.
  const next = rows[at];
  if (next && !isBlank(next) && (next.indent > 3 || startOf(text, next) === 'paragraph')) throw UNCERTAIN;
  const start = rows[from]!.start;
  const children = blocksOf(text, content, depth + 1);
  return [{ type: 'blockquote', children, position: position(start, rows[at - 1]!.end) }, at];
}

/** `- ` or `12. ` at the start of a row. */
interface Marker {
  readonly ordered: boolean;
  readonly number: number;
  /** What tells one list from the next: `-`, `*`, `+`, `.` or `)`. */
  readonly kind: string;
  /** In UTF-16 units. */
  readonly width: number;
  /** Nothing behind it in its row. */
  readonly empty: boolean;
}

function markerAt(text: string, row: Row): Marker | undefined {
  const found = /^(?:([-*+])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(
    text.slice(row.start, Math.min(row.end, row.start + 11)),
  );
  if (!found) return undefined;
  const width = found[0].length;
  const empty = rowAt(text, row.start + width, row.end, 0).indent < 0;
  const kind = found[1] ?? found[3]!;
  return { ordered: found[2] !== undefined, number: Number(found[2] ?? 0), kind, width, empty };
}

function list(text: string, rows: readonly Row[], from: number, depth: number): [Block, number] {
  const items: ListItem[] = [];
  const { kind, empty } = markerAt(text, rows[from]!)!;
  // `- -`: the parser does not take the second dash for an item.
  if (empty && depth > 0 && from === 0) throw UNCERTAIN;
  let at = from;
  for (;;) {
    const row = rows[at];
    if (!row || isBlank(row) || row.indent > 3 || isBreak(text, row)) break;
    const marker = markerAt(text, row);
    if (marker?.kind !== kind) break;
    const [item, next] = listItem(text, rows, at, marker, depth);
    items.push(item);
    at = next;
    while (at < rows.length && isBlank(rows[at]!)) at++;
  }
  return [
    { type: 'list', children: items, position: position(rows[from]!.start, items.at(-1)!.position!.end.offset!) },
    at,
  ];
}

function listItem(text: string, rows: readonly Row[], from: number, marker: Marker, depth: number): [ListItem, number] {
  const row = rows[from]!;
  const first = rowAt(text, row.start + marker.width, row.end, row.column + marker.width);
  // Five columns and more are code behind one column.
  if (first.indent > 4) throw UNCERTAIN;
  const content = row.indent + marker.width + (marker.empty ? 1 : first.indent);
  const inner: Row[] = marker.empty ? [] : [inside(first, first.indent)];
  let last = row;
  let at = from + 1;
  for (; at < rows.length; at++) {
    const next = rows[at]!;
    if (!isBlank(next) && next.indent < content) break;
    // An item that begins with a blank row ends with it.
    if (isBlank(next) && marker.empty && at === from + 1) break;
    inner.push(inside(next, content));
    if (!isBlank(next)) last = next;
  }
  const follows = rows[at];
  const touching = follows !== undefined && rows[at - 1] === last && !isBlank(last);
  if (touching && (follows.indent > 3 || startOf(text, follows) === 'paragraph') && inner.length > 0) throw UNCERTAIN;
  const children = blocksOf(text, inner, depth + 1);
  const end = children.at(-1)?.position?.end.offset ?? row.end;
  return [{ type: 'listItem', children, position: position(row.start, end) }, at];
}

/** The end of a row without white space. */
function trimmedEnd(text: string, row: Row): number {
  let end = row.end;
  while (end > row.start && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}
