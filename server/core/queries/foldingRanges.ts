import { currentText, documentAt, type Snapshot } from '../index/snapshot.ts';
import { summaryOf } from '../index/summaries.ts';
import { lineAt } from '../text/lines.ts';
import { extentsOf } from './extents.ts';

/** Lines that fold into the first of them; zero-based, the last included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  /** Whether it is a section that the corpus knows by name. */
  readonly isSection: boolean;
}

/**
 * What can be folded in a document, by line: front matter, the body of a plain text, what stands under each heading, the entries
 * of the known sections with what is said of them. No two begin with the same line, and of two that share a line one holds the
 * other. Undefined where the path is no document.
 *
 * @param most so many at most; the inner ones are left out.
 */
export function foldingRanges(snapshot: Snapshot, path: string, most = Number.POSITIVE_INFINITY): Fold[] | undefined {
  const document = documentAt(snapshot, path);
  const summary = document && summaryOf(snapshot, document);
  const text = document && currentText(snapshot, document);
  if (!summary || text === undefined) return undefined;
  const entries = summary.sections.flatMap((section) => section.entries.map((entry) => entry.span));
  const parts = [...extentsOf(summary, text), ...entries.map((each) => ({ ...each, isSection: false }))];
  const folds = parts.map(({ start, end, isSection }): Fold => {
    return { first: lineAt(summary.lines, start), last: lineAt(summary.lines, end), isSection };
  });
  return limited(nested(folds.filter(({ first, last }) => first < last)), most);
}

interface Nested extends Fold {
  readonly depth: number;
}

/** In order of their lines, without those that another one crosses, or that begin where another one does. */
function nested(folds: readonly Fold[]): Nested[] {
  const kept: Nested[] = [];
  const around: Nested[] = [];
  for (const fold of [...folds].sort((a, b) => a.first - b.first || b.last - a.last)) {
    while (around.length > 0 && around.at(-1)!.last < fold.first) around.pop();
    const outer = around.at(-1);
    if (outer && (outer.first === fold.first || outer.last < fold.last)) continue;
    const next = { ...fold, depth: around.length };
    kept.push(next);
    around.push(next);
  }
  return kept;
}

function limited(folds: readonly Nested[], most: number): Fold[] {
  const outermost = [...folds].sort((a, b) => a.depth - b.depth).slice(0, Math.max(0, most));
  const kept = folds.length <= most ? folds : outermost.sort((a, b) => a.first - b.first);
  return kept.map(({ first, last, isSection }) => ({ first, last, isSection }));
}
