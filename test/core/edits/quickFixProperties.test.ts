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
      .map(
        (each) =>
          `${document.path.replaceAll(' ', '_')} ${each.code} ${each.message.replace(/ Did you mean .*/s, '').toLowerCase()}`,
      ),
  );
}

const wholeOf = ({ length }: { length: number }) => ({ start: 0, end: length });
const same = (a: Offer, b: Offer): boolean =>
  JSON.stringify([a.what, a.mends, a.label]) === JSON.stringify([b.what, b.mends, b.label]);

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
          // What is said of a source is written beside it, missing notes that it names and all: those are missing as before.
          // Elsewhere a bare title may be a shorter one now: when nobody names a missing note any more, it is none.
          // Nor was it seen of a link to nowhere that it names no heading either.
          const kinds = offer.mends === 'broken-link' ? /dangling|ambiguous|broken-link/ : /dangling|ambiguous|broken/;
          const wrong = (all: readonly string[]): string[] =>
            all.filter((each) => kinds.test(each)).map((each) => each.replace(/^\S+ |[?.!](?=”)/g, ''));
          const known = new Set(wrong(findingsOf(snapshot)));
          assert.deepEqual(
            wrong(findingsOf(after).filter((each) => each.startsWith(`${document.path.replaceAll(' ', '_')} `))).filter(
              (each) => !known.has(each),
            ),
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
