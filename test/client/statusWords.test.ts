import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Condition, statusWords } from '../../client/statusWords.ts';

const calm: Condition = {
  documents: 1200,
  failed: false,
  recovering: false,
  stopped: false,
  indexing: false,
  skipped: 0,
  leftOut: 0,
};

const cases: readonly [what: string, over: Partial<Condition>, text: string | undefined, label?: string][] = [
  ['all is well', {}, '$(book) 1,200 documents', 'Corpus: 1,200 documents'],
  ['no corpus: silence', { documents: undefined }, undefined],
  ['no corpus, and something is read: silence', { documents: undefined, indexing: true }, undefined],
  [
    'it is read again',
    { indexing: true },
    '$(sync~spin) 1,200 documents',
    'Corpus: 1,200 documents. The corpus is being read.',
  ],
  [
    'degraded: files that could not be read',
    { skipped: 3 },
    '$(info) 1,200 documents, 3 not read',
    'Corpus: 1,200 documents, 3 not read',
  ],
  [
    'quarantined: a document is left out',
    { skipped: 1, leftOut: 1 },
    '$(warning) 1,200 documents, 1 left out',
    'Corpus: 1,200 documents, 1 left out. 1 document is left out, since the language server went down twice over it. Click to try again.',
  ],
  ['both', { skipped: 3, leftOut: 1 }, '$(warning) 1,200 documents, 1 left out, 2 not read'],
  [
    'the server went down just now',
    { documents: undefined, recovering: true },
    '$(sync~spin) Corpus: starting again',
    'Corpus: starting again. The language server of Note Corpus went down, and is started again. What is typed is safe in the editor.',
  ],
  [
    'the server stays down',
    { documents: undefined, failed: true },
    '$(error) Corpus stopped',
    'Corpus stopped. The language server of Note Corpus went down again and again. Click to start it once more.',
  ],
  [
    'the person stopped the reading',
    { documents: undefined, stopped: true },
    '$(circle-slash) Corpus not read',
    'Corpus not read: the reading was stopped. Read it again',
  ],
];

for (const [what, over, text, label] of cases) {
  test(what, () => {
    const words = statusWords({ ...calm, ...over });
    assert.equal(words?.text, text);
    if (label !== undefined) assert.equal(words?.label, label);
  });
}
