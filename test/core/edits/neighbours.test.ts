import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  carryOut,
  type Deed,
  documentAt,
  edited,
  type FileEdits,
  type Layout,
  nextLines,
  offers,
  rename,
  renameTarget,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { converted } from './conversion.ts';
import { applied, changedFiles, granted } from './picture.ts';

// What stands beside what is changed: it stays, and nothing is glued to it.

function renamed(picture: string, title: string): string {
  const { files, cursor } = readFixture(picture);
  const answer = granted(rename(snapshotOf(files), cursor!, title, { keepAlias: false, moves: false }));
  assert.ok('files' in answer);
  return changedFiles(files, applied(files, answer.files));
}

test('a new title that ends in a letter, where a letter stands behind the mark of the old one', () => {
  assert.equal(
    renamed(
      `=== mud.md
# $0Why does mud stick?
=== rain.md
# Rain
So Why does mud stick?What is it, “Why does mud stick?” is, Why does mud stick?.
`,
      'How does clay hold',
    ),
    `=== mud.md
# How does clay hold
=== rain.md
# Rain
So How does clay hold What is it, “How does clay hold” is, How does clay hold.
`,
  );
});

test('what links show is the title only where it says so', () => {
  const picture = (title: string): string => `=== rain.md
# Rain
[Why it holds on so](mud.md) [${title}](mud.md) [[${title}|Why it holds on so]] [[${title}|${title}]]
`;
  const mud = (title: string): string => `=== mud.md\n# ${title}\n`;
  assert.equal(
    renamed(mud('$0Why does mud stick?') + picture('Why does mud stick?'), 'Why is clay wet?'),
    mud('Why is clay wet?') + picture('Why is clay wet?'),
  );
});

test('the name of a file is no title that could be changed in texts', () => {
  const picture = '=== mud.md\n# Why does mud stick?\n=== rain.md\n# Rain\n[[m$0ud]]\n';
  const { files, cursor } = readFixture(picture);
  assert.deepEqual(rename(snapshotOf(files), cursor!, 'Clay', { keepAlias: false, moves: false }), {
    refused: 'This is the name of the file “mud.md”. Rename the file: links follow.',
  });
});

test('where a path names a file, the file’s own name is what is renamed', () => {
  const named = (line: string): string => {
    const { files, cursor } = readFixture(
      `=== soil/mud.md\n# Mud\n=== soil/old.clay.md\n# Clay\n=== b/rain.md\n# Rain\n${line}\n`,
    );
    const target = renameTarget(snapshotOf(files), cursor!)!;
    if ('refused' in target) return target.refused;
    return `${files.get('b/rain.md')!.slice(target.span.start, target.span.end)}, called ${target.name}`;
  };
  assert.equal(named('[a](../soil/mu$0d.md#wet)'), 'mud, called mud');
  assert.equal(named('[a](../soil/mu$0d)'), 'mud, called mud');
  assert.equal(named('[a](/soil/old.clay.m$0d#x)'), 'old.clay, called old.clay');
  assert.equal(named('[a](ra$0in.md)'), 'rain, called rain');
  assert.equal(named('[Mu$0d](../soil/mud.md)'), 'Mud, called Mud');
  assert.equal(
    named('[Cl$0ay](../soil/mud.md)'),
    'These words are no title. Rename the note where its title stands, or its file in the explorer.',
  );
  assert.equal(named('[a](g$0one.md)'), 'There is no file at “gone.md”, so there is nothing to rename.');
});

/** What is offered at the `$0` of the second file, each with that file's last line then. */
function offered(line: string): string[] {
  const { files, cursor } = readFixture(`=== mud.md\n# Why does mud stick?\n## Clay\n=== rain.md\n# Rain\n${line}\n`);
  const snapshot = snapshotOf(files);
  const document = documentAt(snapshot, 'rain.md')!;
  return offers(snapshot, document, { start: cursor!.offset, end: cursor!.offset }, true)
    .filter(({ what }) => what.do !== 'create')
    .map(({ label, what }) => {
      const [{ edits }] = carryOut(snapshot, document, what as Deed) as [FileEdits];
      return `${label}: ${edited(files.get('rain.md')!, edits).trimEnd().split('\n').at(-1)}`;
    });
}

test('a heading that is not there: it is put right or taken away, and others on the line are left alone', () => {
  assert.deepEqual(offered('[[Why does mud stick?#Cl$0ey]], [[Why does mud stick?#Clay|a]] [x](mud.md) #x |'), [
    'Use the heading “Clay”: [[Why does mud stick?#Clay]], [[Why does mud stick?#Clay|a]] [x](mud.md) #x |',
    'Remove “#Cley”: [[Why does mud stick?]], [[Why does mud stick?#Clay|a]] [x](mud.md) #x |',
  ]);
  assert.deepEqual(offered('[a](mud.md#cl$0ey "so") #x'), [
    'Use the heading “Clay”: [a](mud.md#clay "so") #x',
    'Remove “#cley”: [a](mud.md "so") #x',
  ]);
});

test('bare text of a wikilink: what is shown, without the space around its bar', () => {
  assert.deepEqual(offered('So [[Why does mud stick?  | Why does $0mud stick]] is.'), [
    'Make it bare text: So Why does mud stick is.',
  ]);
});

test('line ends of all kinds stay when a text takes another layout', () => {
  const text = (...lines: readonly string[]): string => lines.map((each) => `${each}\n`).join('');
  const markdown = text(
    '---',
    'kind: note',
    '---',
    'Why not?',
    '===',
    '',
    'So.',
    '',
    '## Original note title',
    '',
    'x',
  );
  const plain: [Layout, string][] = [
    ['dense', text('Why not?', 'So.', 'Original note title', 'x')],
    ['spaced', text('Why not?', '', 'So.', '', 'Original note title', '', 'x')],
  ];
  for (const end of ['\n', '\r\n', '\r']) {
    for (const [layout, expected] of plain) {
      const answer = granted(converted(snapshotOf(new Map([['a.md', markdown.replaceAll('\n', end)]])), layout));
      assert.deepEqual(
        answer.files.map((each) => each.text),
        [expected.replaceAll('\n', end)],
      );
    }
  }
});

test('questions that nobody has written: those that a neighbour leads on to first, then what most name, then by title', () => {
  const inquiry = (title: string, body: string, ...next: readonly string[]): string =>
    `=== ${title}.md
---
kind: inquiry
---
# Is ${title} wet?
[[Why does mud stick?]] ${body}
## Sources 1 note
- [[Why does mud stick?]] — so.
## Next inquiring lines
${next.map((each) => `- [[${each}]]\n`).join('')}`;
  const { files } = readFixture(
    `=== mud.md\n# Why does mud stick?\n${inquiry('rain', '')}${inquiry('snow', '[[Who slept?]] [[Who went?]] [[No question]]', 'Who came?')}${inquiry('fog', '[[Who went?]] [[Who asked?]]')}`,
  );
  const snapshot = snapshotOf(files);
  assert.deepEqual(
    nextLines(snapshot, documentAt(snapshot, 'rain.md')!).map(({ title, reasons }) => `${title} ${reasons}`),
    [
      'Is fog wet? shares 1 source: “Why does mud stick?”',
      'Is snow wet? shares 1 source: “Why does mud stick?”',
      'Who came? nobody has written it, named in 1 document',
      'Who went? nobody has written it, named in 2 documents',
      'Who asked? nobody has written it, named in 1 document',
    ],
  );
});
