import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertText } from '../../../server/core/edits/convert/convertText.ts';
import { escapedLine, escapedWords, unescapedLine, unescapedWords } from '../../../server/core/edits/convert/escape.ts';
import { proveAll } from '../../../server/core/edits/convert/proveAll.ts';
import { documentsOf, goesWithAll, type Layout, type Snapshot } from '../../../server/core/index.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { snapshotOf } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';
import { hardDocuments } from '../hardDocuments.ts';
import { after, converted } from './conversion.ts';

const LAYOUTS: readonly Layout[] = ['markdown', 'spaced', 'dense'];

/** The corpus of some files, and each conversion of all of it that is offered, with the files as they are then. */
function* conversions(files: ReadonlyMap<string, string>): Generator<{
  snapshot: Snapshot;
  to: Layout;
  made: Exclude<ReturnType<typeof converted>, { refused: string }>;
  next: Map<string, string>;
}> {
  const snapshot = snapshotOf(files);
  for (const to of LAYOUTS) {
    const made = converted(snapshot, to);
    if (!('refused' in made)) yield { snapshot, to, made, next: after(files, made) };
  }
}

/** What the corpus would not say any more, as the last look at the whole tells it. */
function fault(snapshot: Snapshot, made: Parameters<typeof proveAll>[1]): string | undefined {
  return atOnce(proveAll(snapshot, made));
}

test('whatever is converted says the same, and nearly all is: there, and back again', () => {
  const count = { wanted: 0, converted: 0, back: 0, corpora: 0, refused: 0 };
  holds(corpus, (all) => {
    const files = new Map(all.map(({ path, text }) => [path, text]));
    count.corpora += LAYOUTS.length;
    let offered = 0;
    for (const { snapshot, to, made, next } of conversions(files)) {
      offered++;
      assert.equal(fault(snapshot, made), undefined);
      assert.equal(new Set([...next.keys()].map((path) => path.toLowerCase())).size, files.size, 'no file is lost');
      count.wanted += documentsOf(snapshot).filter((each) => goesWithAll(each) && each.layout !== to).length;
      count.converted += made.files.length;
      // Back, each to the layout that it came from.
      const there = snapshotOf(next);
      for (const { from, path } of made.files) {
        const [document, before] = [documentsOf(there), documentsOf(snapshot)].map((documents, at) =>
          documents.find((each) => each.path === (at === 0 ? path : from)),
        );
        const options = { wikilinks: true, isConverted: () => true };
        const back = convertText(there, document!, next.get(path)!, from, before!.layout, options);
        if (typeof back === 'string') count.back++;
      }
    }
    count.refused += LAYOUTS.length - offered;
  });
  console.log(`# ${JSON.stringify(count)}`);
  // Measured: nine of ten are converted, and of those nearly all come back. A slow machine sees few of them.
  assert.ok(count.converted > 0.8 * count.wanted - 5, JSON.stringify(count));
  assert.ok(count.back > 0.9 * count.converted - 5, JSON.stringify(count));
  assert.ok(count.refused < 0.1 * count.corpora + 5, JSON.stringify(count));
});

test('titles and paths that are hard to write', () => {
  holds(hardDocuments, (all) => {
    for (const { snapshot, made } of conversions(new Map(all))) assert.equal(fault(snapshot, made), undefined);
  });
});

test('what is escaped is found again, whatever the line', () => {
  const lines = hardText.map((text) => text.split(/[\r\n]/)[0]!);
  holds(lines, (line) => {
    for (const place of [{}, { inList: true }, { opens: true }, { strict: true, opens: true }]) {
      assert.equal(unescapedLine(escapedLine(line, place), place), line);
    }
    assert.equal(unescapedWords(escapedWords(line)), line);
  });
});

test('any text at all: it is converted or not, and nothing throws', () => {
  holds(hardText, (text) => {
    for (const path of ['a.txt', 'a.md']) {
      const files = new Map([
        [path, text],
        ['why mud sticks.md', '# Why mud sticks\n'],
      ]);
      for (const { snapshot, made } of conversions(files)) assert.equal(fault(snapshot, made), undefined);
    }
  });
});
