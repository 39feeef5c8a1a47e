import { type Document, type Position, positionAt, type Span } from '../../core/index.ts';
import { printableJson } from './printable.ts';

/** Zero-based lines and UTF-16 characters, the end exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function rangeOf(document: Document, span: Span): Range {
  const { lines } = document;
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** `12:3` as people and editors count: from one. */
export function placeOf(document: Document, span: Span): string {
  const { line, character } = positionAt(document.lines, span.start);
  return `${line + 1}:${character + 1}`;
}

/** JSON for standard output: one line, with a line break at its end. */
export const json = (value: unknown): string => `${printableJson(JSON.stringify(value))}\n`;
