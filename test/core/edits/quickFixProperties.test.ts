import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  carryOut,
  diagnostics,
  documentAt,
  documentsOf,
  type Offer,
  offers,
  type Snapshot,
} from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';
import { applied } from './picture.ts';

/** The findings of a corpus, without the titles that may be meant: any other title may change those. */
function findingsOf(snapshot: Snapshot, code?: string): string[] {
  return documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document)
      .filter((each) => (code === undefined ? each.code !== 'possible-reference' : each.code === code))
      .map((each) => `${document.path} ${each.code} ${each.message.replace(/ Did you mean .*/s, '')}`),
  );
}

const wholeOf = ({ length }: { length: number }) => ({ start: 0, end: length });
const same = (a: Offer, b: Offer): boolean => JSON.stringify(a.what) === JSON.stringify(b.what) && a.mends === b.mends;

test('a quick fix removes a finding of its kind and adds none of any; what is done is offered no more there', () => {
  let done = 0;
  holds(
    corpus,
    (all) => {
      const files = new Map(all.map(({ path, text }) => [path, text]));
      const snapshot = snapshotOf(files);
      for (const document of documentsOf(snapshot)) {
        for (const offer of offers(snapshot, document, wholeOf(document), false).slice(0, 3)) {
          // What may be a title may be that of a missing note: then it dangles, as it should.
          if (offer.what.do === 'create' || !offer.mends || offer.mends === 'possible-reference') continue;
          const edits = carryOut(snapshot, document, offer.what);
          if ('refused' in edits) continue;
          const texts = applied(files, edits);
          const after = snapshotOf(texts);
          const told = `${offer.label} in ${document.path}:\n${files.get(document.path)}\n---\n${texts.get(document.path)}`;
          const [was, is] = [findingsOf(snapshot, offer.mends), findingsOf(after, offer.mends)];
          assert.ok(is.length < was.length, `${offer.mends} is gone: ${told}`);
          // A source that is listed now is one more place that names a missing note, and what it says may be a matter of lists.
          const wrong = (all: readonly string[]): string[] =>
            all.filter((each) => /dangling|ambiguous|broken/.test(each));
          const known = new Set(wrong(findingsOf(snapshot)));
          assert.deepEqual(
            wrong(findingsOf(after)).filter((each) => !known.has(each)),
            [],
            `nothing new is wrong: ${told}`,
          );
          const again = documentAt(after, document.path)!;
          const left = offers(after, again, offer.whole, false).find(
            (each) => same(each, offer) && each.whole.start === offer.whole.start,
          );
          if (left && left.what.do !== 'create') {
            const twice = carryOut(after, again, left.what);
            assert.ok('refused' in twice, `once is enough: ${told}`);
          }
          done++;
        }
      }
    },
    1500,
  );
  console.log(`# ${done} quick fixes`);
});
