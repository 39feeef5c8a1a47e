import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Document,
  type DocumentSymbol,
  definition,
  diagnostics,
  documentAt,
  documentHighlights,
  documentLinks,
  documentSymbols,
  graph,
  hover,
  missingNotes,
  neighbourhood,
  references,
  resolvedReferencesOf,
  type Snapshot,
  type Span,
  semanticTokens,
  sentenceAround,
  summarize,
  summaryOf,
  workspaceSymbols,
} from '../../server/core/index.ts';
import { fold } from '../../server/core/text/fold.ts';
import { snapshotOf } from '../fixture.ts';
import { hardText, holds } from './arbitraries.ts';

const OTHER = '---\naliases: [a, b]\n---\n# Why mud sticks\n\n[[why]] and Why mud sticks?\n';

function corpusWith(path: string, text: string): { snapshot: Snapshot; document: Document | undefined } {
  const snapshot = snapshotOf(
    new Map([
      [path, text],
      ['other.md', OTHER],
    ]),
  );
  return { snapshot, document: documentAt(snapshot, path) };
}

/** Every span that the corpus says something of in one document. */
function spansOf(snapshot: Snapshot, document: Document): Span[] {
  const { path } = document;
  const summary = summaryOf(snapshot, document)!;
  const outline = (symbols: readonly DocumentSymbol[]): Span[] =>
    symbols.flatMap((each) => [each.whole, each.focus, ...outline(each.children)]);
  return [
    summary.title.span,
    ...[...summary.aliases, ...summary.headings].map((each) => each.span),
    ...(summary.description ? [summary.description] : []),
    ...summary.sections.flatMap((each) => [each.heading, each.whole, ...(each.declared ? [each.declared.span] : [])]),
    ...summary.sections
      .flatMap((each) => each.entries.flatMap((entry) => [entry.span, entry.summary, entry.relation?.span]))
      .filter((each) => each !== undefined),
    ...summary.prose,
    ...resolvedReferencesOf(snapshot, document).flatMap(({ reference }) => [reference.span, reference.whole]),
    ...diagnostics(snapshot, document).map((each) => each.span),
    ...documentLinks(snapshot, path).map((each) => each.span),
    ...semanticTokens(snapshot, path)!.map((each) => each.span),
    ...outline(documentSymbols(snapshot, path)),
  ];
}

/** Whether `offset` stands between the halves of a pair. */
const splits = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));

test('every span lies in its document, and goes through no character', () => {
  for (const path of ['x.md', 'x.txt']) {
    holds(
      hardText,
      (text) => {
        const { snapshot, document } = corpusWith(path, text);
        for (const { start, end } of document ? spansOf(snapshot, document) : []) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
          assert.ok(!splits(text, start) && !splits(text, end), `${start}–${end} goes through a character`);
        }
      },
      300,
    );
  }
});

test('prose is in order and without overlap, and so are the references of each kind', () => {
  for (const path of ['x.md', 'x.txt']) {
    holds(
      hardText,
      (text) => {
        const { snapshot, document } = corpusWith(path, text);
        if (!document) return;
        const { prose } = summaryOf(snapshot, document)!;
        for (const [at, each] of prose.entries()) assert.ok(at === 0 || prose[at - 1]!.end <= each.start);
        const found = resolvedReferencesOf(snapshot, document).map((each) => each.reference);
        for (const [at, each] of found.entries()) assert.ok(at === 0 || found[at - 1]!.span.end <= each.span.start);
      },
      300,
    );
  }
});

test('what a span claims to be is what stands there', () => {
  for (const path of ['x.md', 'x.txt']) {
    holds(
      hardText,
      (text) => {
        const { snapshot, document } = corpusWith(path, text);
        if (!document) return;
        for (const { reference } of resolvedReferencesOf(snapshot, document)) {
          const { span, whole } = reference;
          const slice = text.slice(span.start, span.end);
          assert.equal(fold(slice), fold(reference.text));
          assert.ok(span.start < span.end && whole.start <= span.start && span.end <= whole.end);
          if (reference.form === 'wikilink') assert.match(text.slice(whole.start, whole.end), /^!?\[\[.*\]\]$/s);
        }
        for (const { declared } of summaryOf(snapshot, document)!.sections) {
          if (declared) assert.equal(Number(text.slice(declared.span.start, declared.span.end)), declared.count);
        }
      },
      300,
    );
  }
});

test('no text makes anything throw', () => {
  for (const path of ['x.md', 'x.txt']) {
    holds(
      hardText,
      (text) => {
        summarize(path, text);
        const { snapshot, document } = corpusWith(path, text);
        graph(snapshot);
        missingNotes(snapshot);
        neighbourhood(snapshot, path, 2, 10);
        workspaceSymbols(snapshot, text.slice(0, 20));
        if (!document) return;
        for (const offset of [0, text.length >> 1, text.length, text.length + 1]) {
          const at = { path, offset };
          hover(snapshot, at);
          definition(snapshot, at);
          references(snapshot, at, true);
          documentHighlights(snapshot, at);
        }
        for (const { reference } of resolvedReferencesOf(snapshot, document)) {
          const { text: shown, highlight } = sentenceAround(text, reference.span, 20);
          assert.equal(
            fold(shown.slice(highlight.start, highlight.end)),
            fold(text.slice(reference.span.start, reference.span.end)),
          );
        }
      },
      300,
    );
  }
});
