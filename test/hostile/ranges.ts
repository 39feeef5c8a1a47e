import assert from 'node:assert/strict';
import type { Document, Snapshot, Span } from '../../server/core/index.ts';
import * as core from '../../server/core/index.ts';

/** Whether `offset` stands between the halves of a character. */
const splits = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));

/** Every span that is answered lies in its document, and goes through no character. */
export function checkRanges(snapshot: Snapshot, document: Document, text: string, places: readonly number[]): void {
  const { path } = document;
  const check = (what: string, spans: readonly Span[]): void => {
    for (const { start, end } of spans) {
      assert.ok(0 <= start && start <= end && end <= text.length, `${what}: ${start}–${end} of ${text.length}`);
      assert.ok(!splits(text, start) && !splits(text, end), `${what}: ${start}–${end} goes through a character`);
    }
  };
  const spansOf = (all: readonly { readonly span: Span }[]): Span[] => all.map(({ span }) => span);
  const outline = (symbols: readonly core.DocumentSymbol[]): Span[] =>
    symbols.flatMap((each) => [each.whole, each.focus, ...outline(each.children)]);
  check('title', [document.title.span]);
  check('diagnostics', spansOf(core.diagnostics(snapshot, document)));
  check('links', spansOf(core.documentLinks(snapshot, path)));
  check('tokens', spansOf(core.semanticTokens(snapshot, path) ?? []));
  check('symbols', outline(core.documentSymbols(snapshot, path)));
  check('code lenses', core.codeLenses(snapshot, path));
  check('selection', (core.selectionRanges(snapshot, path, places) ?? []).flat());
  for (const { reference } of core.resolvedReferencesOf(snapshot, document))
    check('references', [reference.span, reference.whole]);
  for (const { first, last } of core.foldingRanges(snapshot, path) ?? [])
    assert.ok(0 <= first && first < last && last < document.lines.length, `fold ${first}–${last}`);
  for (const offset of places) {
    const at = { path, offset };
    check(
      'hover',
      [core.hover(snapshot, at)].flatMap((each) => (each ? [each.span] : [])),
    );
    check(
      'definition',
      [core.definition(snapshot, at)].flatMap((each) => (each ? [each.origin] : [])),
    );
    check('highlights', spansOf(core.documentHighlights(snapshot, at)));
    check('linked editing', core.linkedEditing(snapshot, at)?.spans ?? []);
    const own = core.references(snapshot, at, true).filter((each) => each.document.path === path);
    check('places', spansOf(own));
  }
}
