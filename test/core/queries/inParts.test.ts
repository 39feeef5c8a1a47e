import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAt, type Snapshot } from '../../../server/core/index.ts';
import { headingNamed } from '../../../server/core/queries/anchors.ts';
import { accountOf, listings } from '../../../server/core/queries/books/account.ts';
import { sourceFindings, sourcesOf } from '../../../server/core/queries/books/sources.ts';
import { differencesBetween } from '../../../server/core/queries/differences.ts';
import { followForward, traceBack } from '../../../server/core/queries/provenance.ts';
import { citingBoth, sharedBy } from '../../../server/core/queries/related/coupling.ts';
import { isUsed, usesOf, using } from '../../../server/core/queries/uses.ts';
import { atOnce } from '../../../server/core/steps.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// Small questions, asked by themselves.

test('the heading that a fragment names: by its words, by its place among others of its words, or below another one', () => {
  const { headings } = summarize('a.md', '# Mud\n## Clay\n### clay\n## Clay!\n## Sand-1\n## Wet sand\n')!;
  const line = (fragment: string): number | undefined => {
    const at = headingNamed(headings, fragment);
    return at && headings.indexOf(at);
  };
  assert.deepEqual(['Clay', 'clay', 'clay!', 'Clay!'].map(line), [1, 1, 1, 1]);
  assert.deepEqual(['clay-0', 'clay-1', 'clay-2', 'clay-3', 'clay-x'].map(line), [1, 2, 3, undefined, undefined]);
  assert.deepEqual(['sand-1', 'sand', 'wet-sand', 'Wet%20sand', 'Mud#Wet sand', '100% sand'].map(line), [
    4,
    undefined,
    5,
    5,
    5,
    undefined,
  ]);
});

const inquiry = (name: string, body: string, ...sources: readonly string[]): string =>
  `=== ${name}.md\n---\nkind: inquiry\n---\n# Is ${name} so?\n\n${body}\n${sources.length > 0 ? `\n## Sources ${sources.length} notes\n\n${sources.map((each) => `- ${each}\n`).join('')}` : ''}`;

const note = (name: string, rest = ''): string =>
  `=== ${name}.md\n---\nkind: note\n---\n# What is ${name} like?\n${rest}`;

const snapshotIn = (picture: string): Snapshot => snapshotOf(readFixture(picture).files);
const paths = (documents: Iterable<{ readonly path: string }>): string[] => Array.from(documents, ({ path }) => path);

const SOIL = snapshotIn(
  note('mud', '[[What is clay like?]] [[What is mud like?]]\n') +
    note('clay', 'It is What is mud like? so.\n') +
    inquiry('rain', '[[What is mud like?]] [[mud]] [a](mud.md) [[What is clay like?]]') +
    inquiry('fog', 'As What is mud like? says.') +
    '=== page.md\n# A page\n[a](mud.md) [[Nothing]]\n' +
    '=== other.md\n# Other\n`[[What is mud like?]]`\n',
);
const at = (path: string) => documentAt(SOIL, path)!;

test('who uses a document: each once, whatever the form, and not itself', () => {
  const used = (path: string) => ({ ...usesOf(SOIL, at(path)), by: paths(using(SOIL, at(path))).sort() });
  assert.deepEqual(used('mud.md'), { inquiries: 2, notes: 2, by: ['clay.md', 'fog.md', 'page.md', 'rain.md'] });
  assert.deepEqual(used('clay.md'), { inquiries: 1, notes: 1, by: ['mud.md', 'rain.md'] });
  assert.deepEqual(used('other.md'), { inquiries: 0, notes: 0, by: [] });
  assert.deepEqual(paths(using(SOIL, at('mud.md'), 'inquiry')).sort(), ['fog.md', 'rain.md']);
  assert.deepEqual(paths(using(SOIL, at('mud.md'), 'page')), ['page.md']);
  assert.deepEqual(
    [isUsed(SOIL, at('clay.md')), isUsed(SOIL, at('other.md')), isUsed(SOIL, at('clay.md'), 'page')],
    [true, false, false],
  );
});

test('who uses it and what it uses, a step: inquiries first, then by title; and in the order of the text', () => {
  assert.deepEqual(
    followForward(SOIL, at('mud.md')).map(({ document, places }) => `${document.path} ${places.length}`),
    ['fog.md 1', 'rain.md 3', 'page.md 1', 'clay.md 1'],
  );
  assert.deepEqual(
    traceBack(SOIL, at('rain.md')).map(({ document, places }) => `${document.path} ${places.length}`),
    ['mud.md 3', 'clay.md 1'],
  );
  assert.deepEqual(
    traceBack(SOIL, at('mud.md')).map(({ document }) => document.path),
    ['clay.md'],
  );
});

test('what two inquiries are both made from, the rarest first, then by title; and who is made from both of two notes', () => {
  const all = ['c', 'b', 'a', 'rare'].map((name) => note(name)).join('');
  const cited = (...names: readonly string[]): string => names.map((each) => `[[What is ${each} like?]]`).join(' ');
  const snapshot = snapshotIn(
    all +
      inquiry('x', cited('c', 'b', 'a', 'rare')) +
      inquiry('y', cited('rare', 'a', 'b', 'c', 'x')) +
      inquiry('z', cited('a', 'b', 'c')),
  );
  const of = (path: string) => documentAt(snapshot, path)!;
  const shared = (a: string, b: string) =>
    sharedBy(snapshot, of(a), of(b)).map(({ title, weight }) => `${title} ${weight.toFixed(2)}`);
  const both = ['What is rare like? 1.00', 'What is a like? 0.63', 'What is b like? 0.63', 'What is c like? 0.63'];
  assert.deepEqual(shared('x.md', 'y.md'), both);
  assert.deepEqual(shared('y.md', 'x.md'), both);
  assert.deepEqual(shared('a.md', 'x.md'), []);
  assert.deepEqual(paths(citingBoth(snapshot, of('c.md'), of('a.md'))), ['x.md', 'y.md', 'z.md']);
  assert.deepEqual(paths(citingBoth(snapshot, of('a.md'), of('rare.md'))), ['x.md', 'y.md']);
  assert.deepEqual(paths(citingBoth(snapshot, of('a.md'), of('x.md'))), []);
});

test('the Sources of an inquiry beside what its body names', () => {
  const others =
    note('mud') +
    note('clay') +
    note('sand') +
    inquiry('fog', 'So.') +
    '=== page.md\n# A page\n=== by.md\n# By the way\n=== oven.png\n';
  const found = (body: string, ...items: readonly string[]) => {
    const snapshot = snapshotIn(others + inquiry('rain', body, ...items));
    const account = accountOf(snapshot, documentAt(snapshot, 'rain.md')!);
    const sources = sourcesOf(snapshot, account);
    return (
      sources && [
        `unlisted ${sources.unlisted.map(({ reference }) => reference.text)}`,
        `unmentioned ${sources.unmentioned.map(({ reference }) => reference!.text)}`,
        `in order ${sources.inOrder.map(({ reference }) => reference!.text)}`,
        ...sourceFindings(snapshot, account).map(({ code, message }) => `${code}: ${message}`),
      ]
    );
  };
  const [mud, clay, sand] = ['mud', 'clay', 'sand'].map((name) => `[[What is ${name} like?]]`) as [
    string,
    string,
    string,
  ];
  assert.equal(found(mud), undefined);
  assert.deepEqual(found(`${clay} ${mud}`, mud, clay), [
    'unlisted ',
    'unmentioned ',
    'in order What is clay like?,What is mud like?',
    'source-order: The Sources do not stand in the order in which the text names them: “What is mud like?” comes too early.',
  ]);
  assert.deepEqual(found(`${mud} [[Is fog so?]] ![[oven.png]] [[A page]] [p](by.md) [[Snow]]`, mud, sand, '[[Ice]]'), [
    'unlisted A page,Snow',
    'unmentioned What is sand like?',
    'in order What is mud like?',
    'unlisted-source: The Sources do not list “A page”, which the text names here.',
    'unlisted-source: The Sources do not list “Snow”, which the text names here.',
    'unmentioned-source: The text does not name “What is sand like?”, which the Sources list.',
  ]);
  assert.deepEqual(found('So it is.', mud), ['unlisted ', 'unmentioned ', 'in order ']);
  assert.deepEqual(found('[[Is fog so?]]', mud), ['unlisted ', 'unmentioned ', 'in order ']);
});

test('entries of a list, with what they name', () => {
  const snapshot = snapshotIn(
    `${note('mud')}${inquiry('rain', 'So.', '[[What is mud like?]] — It is.', '[[Snow]]', '— Lost.')}`,
  );
  const account = accountOf(snapshot, documentAt(snapshot, 'rain.md')!);
  assert.deepEqual(
    listings(snapshot, account, 'sources').map(
      ({ reference, resolution }) => `${reference?.text} ${resolution?.status}`,
    ),
    ['What is mud like? resolved', 'Snow dangling', 'undefined undefined'],
  );
  assert.deepEqual(listings(snapshot, account, 'next'), []);
});

test('in what two snapshots of the same files answer otherwise, in words', () => {
  const told = (now: string, anew: string, most = 10): string[] =>
    atOnce(differencesBetween(snapshotIn(now), snapshotIn(anew), most));
  const mud = '=== mud.md\n# Mud\n';
  const a = (line: string, title = 'A'): string => `=== a.md\n# ${title}\n${line}\n`;
  assert.deepEqual(told(mud + a('[[Mud]]'), mud + a('[[Mud]]')), []);
  assert.deepEqual(told(mud, ''), ['“mud.md” is a document, and would be none', 'other files are there']);
  assert.deepEqual(told('', mud), ['“mud.md” is no document, and would be one', 'other files are there']);
  assert.deepEqual(told(mud, '', 1), ['“mud.md” is a document, and would be none']);
  assert.deepEqual(told(mud + a('[[Mud]]'), mud + a('')), [
    '“a.md”: read otherwise',
    '“a.md”: wikilink in line 2, character 3 that leads to “mud.md”, and would be none',
    '“mud.md”: used by others',
    '“mud.md”: used another number of times',
  ]);
  assert.deepEqual(told(a('So [[Mud]]'), mud.replace('mud', 'b') + a('So [[Mud]]')).slice(0, 2), [
    '“a.md”: wikilink in line 2, character 6 that leads to nothing, and would be wikilink in line 2, character 6 that leads to “b.md”',
    '“b.md” is no document, and would be one',
  ]);
  assert.deepEqual(told(a(''), a('x [[Snow]]')), [
    '“a.md”: read otherwise',
    '“a.md”: no reference is known that would be wikilink in line 2, character 5 that leads to nothing',
    '0 notes are missing, and 1 would be',
  ]);
  assert.deepEqual(told(a('[[Snow]]'), a('[[Rain]]')).at(-1), 'other notes are missing');
  assert.deepEqual(told(a('So.', 'A'), a('So.', 'B')).slice(0, 2), ['“a.md”: another title', '“a.md”: read otherwise']);
});
