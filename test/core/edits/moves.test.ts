import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentsOf, type Move, moveEdits, resolvedReferencesOf, type Snapshot } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';
import { applied, changedFiles } from './picture.ts';

/** Moves files or folders, as `soil/mud.md > earth/mud.md`; answers what is changed in the texts, under the old paths. */
function moved(picture: string, ...moves: readonly string[]): string {
  const { files } = readFixture(picture);
  const plan = moves.map((each): Move => {
    const [from, to] = each.split(' > ');
    return { from: from!, to: to! };
  });
  return changedFiles(files, applied(files, moveEdits(snapshotOf(files), plan)));
}

test('a note moves: paths that lead to it follow, and its own, each in the way in which it was written', () => {
  const answer = moved(
    `
=== soil/mud.md
# Why does mud stick?
See [rain](../rain.md#wet), ![an oven](./oven.png) and [home](/index.md).
=== soil/oven.png
=== rain.md
[a](soil/mud.md) [b](./soil/mud.md#clay) [c](/soil/mud.md) [d](soil/mud) [[soil/mud]] [[soil/mud.md|e]] [[Why does mud stick?]] [[mud]]
=== index.md
# Home
[x]: <soil/mud.md> "a title"
`,
    'soil/mud.md > earth/deep down/wet mud (1).md',
  );
  assert.equal(
    answer,
    `=== soil/mud.md
# Why does mud stick?
See [rain](../../rain.md#wet), ![an oven](../../soil/oven.png) and [home](/index.md).
=== rain.md
[a](earth/deep%20down/wet%20mud%20%281%29.md) [b](./earth/deep%20down/wet%20mud%20%281%29.md#clay) [c](/earth/deep%20down/wet%20mud%20%281%29.md) [d](earth/deep%20down/wet%20mud%20%281%29) [[deep down/wet mud (1)]] [[deep down/wet mud (1).md|e]] [[Why does mud stick?]] [[wet mud (1)]]
=== index.md
# Home
[x]: <earth/deep%20down/wet%20mud%20%281%29.md> "a title"
`,
  );
});

test('a page that goes by its file’s name: wikilinks, bare titles and entries take the new name', () => {
  const answer = moved(
    `
=== Why does mud stick.md
Clay holds on, says [[Why does mud stick]] itself.
=== rain.md
We ask Why does mud stick? often: [[Why does mud stick#Clay|it]], [[why does mud stick|Why does mud stick]].
## Sources 1 notes
- Why does mud stick — it is the clay
`,
    'Why does mud stick.md > Why is clay sticky.md',
  );
  assert.equal(
    answer,
    `=== Why does mud stick.md
Clay holds on, says [[Why is clay sticky]] itself.
=== rain.md
We ask Why is clay sticky? often: [[Why is clay sticky#Clay|it]], [[Why is clay sticky|Why is clay sticky]].
## Sources 1 notes
- Why is clay sticky — it is the clay
`,
  );
});

test('a folder moves: what lies in it together is left, what leads in and out follows', () => {
  const answer = moved(
    `
=== soil/mud.md
[clay](clay.md) [rain](../rain.md)
=== soil/clay.md
[mud](/soil/mud.md) ![[soil/oven.png]]
=== soil/oven.png
=== rain.md
[mud](soil/mud.md) [all](soil/)
`,
    'soil > earth/soil',
  );
  assert.equal(
    answer,
    `=== soil/mud.md
[clay](clay.md) [rain](../../rain.md)
=== soil/clay.md
[mud](/earth/soil/mud.md) ![[soil/oven.png]]
=== rain.md
[mud](earth/soil/mud.md) [all](earth/soil/)
`,
  );
});

test('a name that another file has already: links say as much of the path as it takes', () => {
  assert.equal(
    moved('\n=== soil/mud.md\n=== old/clay.md\n=== rain.md\nSee [[mud]].\n', 'soil/mud.md > soil/clay.md'),
    '=== rain.md\nSee [[soil/clay|clay]].\n',
  );
});

test('case only, and nothing at all', () => {
  assert.equal(
    moved('\n=== mud.md\n=== rain.md\nSee [[mud]] and [x](mud.md).\n', 'mud.md > Mud.md'),
    '=== rain.md\nSee [[Mud]] and [x](Mud.md).\n',
  );
  assert.equal(moved('\n=== mud.md\n=== rain.md\nNothing.\n', 'mud.md > clay.md'), '');
  assert.equal(moved('\n=== mud.md\n[gone](gone.md)\n', 'mud.md > soil/mud.md', 'nowhere > elsewhere'), '');
});

/** Everything that a document refers to, by the paths that hold after the move. */
function edges(snapshot: Snapshot, moved: (path: string) => string): string[] {
  return documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document).flatMap(({ reference, resolution }) =>
      resolution.status === 'resolved'
        ? [`${moved(document.path)} ${reference.role} → ${moved(resolution.target.path)}`]
        : [],
    ),
  );
}

test('after any move everybody refers to what they referred to before', () => {
  const places = fc.constantFrom('zebras.md', 'soil/zebras.md', 'herds/of/zebras at night.md');
  holds(fc.tuple(corpus, fc.nat(), places), ([files, nth, to]) => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const snapshot = snapshotOf(texts);
    const documents = documentsOf(snapshot);
    const from = documents[nth % Math.max(1, documents.length)]?.path;
    // Another ending would make another kind of file of it.
    if (from === undefined || !/\.(md|markdown)$/.test(from)) return;
    const after = applied(texts, moveEdits(snapshot, [{ from, to }]));
    after.set(to, after.get(from)!);
    after.delete(from);
    const now = edges(snapshotOf(after), (path) => path).sort();
    const was = edges(snapshot, (path) => (path === from ? to : path)).sort();
    // One may lead further: what was ambiguous between two files of a name is so no longer.
    const lost = was.filter((each) => !now.includes(each));
    assert.deepEqual(lost, [], `${from} moved to ${to}:\n${[...after].map((each) => each.join('\n')).join('\n===\n')}`);
  });
});

test('only the ending changes: links and wikilinks that say it follow, by as much of the path as it takes', () => {
  const answer = moved(
    `
=== mud.md
# Mud
=== soil/rain.txt
Is rain wet?

So.

Original note title

rain is wet
=== old/rain.md
# Rain
=== index.md
[a](mud) [b](mud.md#c) [[mud]] [[mud.md]] [[mud.md|d]] [e](soil/rain.txt) [[rain.txt]] [[soil/rain.txt]] [[soil/rain]]
`,
    'mud.md > mud.txt',
    'soil/rain.txt > soil/rain.md',
  );
  assert.equal(
    answer,
    `=== index.md
[a](mud.txt) [b](mud.txt#c) [[mud]] [[mud.txt]] [[mud.txt|d]] [e](soil/rain.md) [[soil/rain.md]] [[soil/rain.md]] [[soil/rain]]
`,
  );
});
