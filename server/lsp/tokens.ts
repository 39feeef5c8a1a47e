import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import { type LineStarts, positionAt, type TitleToken, type TokenModifier } from '../core/index.ts';

// Tokens as the protocol has them (LSP 3.17, "Semantic Tokens"): five numbers each, the place relative to the token before.

/** `declaration` is the protocol's own; package.json says of the others what they mean and how they are coloured. */
const MODIFIERS: readonly TokenModifier[] = ['declaration', 'missing', 'ambiguous', 'inquiry'];

export const LEGEND: SemanticTokensLegend = { tokenTypes: ['noteTitle'], tokenModifiers: [...MODIFIERS] };

export function encoded(lines: LineStarts, tokens: readonly TitleToken[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { span, modifiers } of tokens) {
    const at = positionAt(lines, span.start);
    const line = at.line - before.line;
    const character = line === 0 ? at.character - before.character : at.character;
    const bits = modifiers.reduce((sum, each) => sum | (1 << MODIFIERS.indexOf(each)), 0);
    data.push(line, character, span.end - span.start, 0, bits);
    before = at;
  }
  return data;
}

/** What makes `after` of `before`: nothing, or one edit of what is between the numbers that both begin and end with. */
export function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const data = after.slice(start, after.length - same);
  return [{ start, deleteCount: before.length - same - start, ...(data.length > 0 && { data }) }];
}

/** Of so many documents the tokens that were told last are kept. */
const KEPT = 64;

/** What was told last of each document, so that the next answer is what changed. */
export class ToldTokens {
  readonly #told = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  #count = 0;

  /** All tokens, and an id to refer to them. */
  full(uri: string, data: number[]): SemanticTokens & { readonly resultId: string } {
    const resultId = String(++this.#count);
    this.#told.delete(uri);
    this.#told.set(uri, { resultId, data });
    for (const [oldest] of this.#told) {
      if (this.#told.size <= KEPT) break;
      this.#told.delete(oldest);
    }
    return { resultId, data };
  }

  /** What changed since the answer by this id; everything where another one was told since, or nothing is known. */
  since(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.#told.get(uri);
    const all = this.full(uri, data);
    if (before?.resultId !== previous) return all;
    return { resultId: all.resultId, edits: editsBetween(before.data, data) };
  }

  forget(uri: string): void {
    this.#told.delete(uri);
  }
}
