import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  documentAt,
  linkedPath,
  linksTo,
  type Naming,
  resolvedReferencesOf,
  type Span,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { holds } from '../arbitraries.ts';
import { hardDocuments } from '../hardDocuments.ts';

const emptyAt = (offset: number): Span => ({ start: offset, end: offset });

/** What is put in at the cursor of a picture, as the text around it then reads. */
function check(
  picture: string,
  targets: readonly string[],
  expected: string | undefined,
  naming: Naming = 'wikilink',
): void {
  const { files, cursor } = readFixture(picture);
  const links = linksTo(snapshotOf(files), cursor!.path, emptyAt(cursor!.offset), targets, naming);
  const text = files.get(cursor!.path)!;
  const whole = links && text.slice(0, cursor!.offset) + links.text + text.slice(cursor!.offset);
  assert.equal(whole, expected?.trimStart());
}

const NOTES = `
=== soil/mud.md
# Why does mud stick?

Clay holds on.

=== soil/snow.md
# Snow

White.

=== rain water.txt
How does rain (and hail) fall?

Downwards.

Original note title

what is heavy falls

=== river.md
# River

One of two.

=== old/river.md
# River

The other.

=== a & b (50%)/why #1?.md
# Nothing is here

=== soil/i.txt
INQUIRING LINE

What is soil?

Sources 1 note

Why does mud stick?

Its platelets hold on.

`;

test('in Markdown by a wikilink, by a link with its path, or by the bare title where that is a reference', () => {
  const into = `${NOTES}=== soil/x.md\n# X\n\nSee $0.\n`;
  check(into, ['soil/mud.md'], '# X\n\nSee [[Why does mud stick?]].\n');
  check(into, ['soil/mud.md'], '# X\n\nSee [Why does mud stick?](mud.md).\n', 'link');
  check(into, ['soil/mud.md'], '# X\n\nSee Why does mud stick?.\n', 'bare');
  check(into, ['soil/snow.md'], '# X\n\nSee [[Snow]].\n', 'bare');
  check(into, ['rain water.txt'], '# X\n\nSee [How does rain (and hail) fall?](<../rain water.txt>).\n', 'link');
  check(
    into,
    ['a & b (50%)/why #1?.md'],
    '# X\n\nSee [Nothing is here](<../a %26 b (50%25)/why %231%3F.md>).\n',
    'link',
  );
});

test('a title that two documents have is told by as little of the path as will do', () => {
  const into = `${NOTES}=== x.md\n# X\n\nSee $0\n`;
  check(into, ['old/river.md'], '# X\n\nSee [[old/river|River]]\n');
  check(into, ['river.md'], '# X\n\nSee [[river.md|River]]\n');
});

test('in a table with its bar escaped; instead of what is selected', () => {
  check(
    `${NOTES}=== x.md\n# X\n\n| a |\n|---|\n| $0 |\n`,
    ['old/river.md'],
    '# X\n\n| a |\n|---|\n| [[old/river\\|River]] |\n',
  );
  const { files } = readFixture(`${NOTES}=== x.txt\nINQUIRING LINE\n\nX\n\nAs mud is here.\n`);
  const start = files.get('x.txt')!.indexOf('mud');
  const instead = linksTo(snapshotOf(files), 'x.txt', { start, end: start + 'mud'.length }, ['soil/mud.md'], 'bare');
  assert.equal(instead?.text, 'Why does mud stick?');
});

test('several: in a sentence by commas, on an empty line a line each, in a list an item each', () => {
  const both = ['soil/mud.md', 'soil/snow.md', 'soil/mud.md'];
  check(`${NOTES}=== x.md\n# X\n\nSee $0\n`, both, '# X\n\nSee [[Why does mud stick?]], [[Snow]]\n');
  check(`${NOTES}=== x.md\n# X\n\n$0\n`, both, '# X\n\n[[Why does mud stick?]]\n[[Snow]]\n');
  check(`${NOTES}=== x.md\n# X\n\n  * $0\n`, both, '# X\n\n  * [[Why does mud stick?]]\n  * [[Snow]]\n');
});

test('in the plain layouts by the bare title; a short one in brackets', () => {
  const plain = `${NOTES}=== x.txt\nINQUIRING LINE\n\nWhat is X?\n\n`;
  check(`${plain}We know$0.\n`, ['soil/mud.md'], 'INQUIRING LINE\n\nWhat is X?\n\nWe know Why does mud stick?.\n');
  check(
    `${plain}$0\n`,
    ['soil/mud.md', 'soil/snow.md'],
    'INQUIRING LINE\n\nWhat is X?\n\nWhy does mud stick?\n[[Snow]]\n',
  );
});

test('in Sources as an entry with the summary that other inquiries give, else with the note’s description', () => {
  const both = ['soil/mud.md', 'soil/snow.md'];
  check(
    `${NOTES}=== x.md\n# X\n\n## Sources 2 notes\n\n$0\n`,
    both,
    '# X\n\n## Sources 2 notes\n\n- [[Why does mud stick?]] — Its platelets hold on.\n- [[Snow]] — White.\n',
  );
  check(
    `${NOTES}=== x.txt\nINQUIRING LINE\n\nWhat is X?\n\nSources 2 notes\n\n$0\n`,
    both,
    'INQUIRING LINE\n\nWhat is X?\n\nSources 2 notes\n\nWhy does mud stick?\n\nIts platelets hold on.\n\nSnow\n\nWhite.\n',
  );
  check(
    `${NOTES}=== x.txt\nINQUIRING LINE\nWhat is X?\nSources 2 notes\n$0\n`,
    both,
    'INQUIRING LINE\nWhat is X?\nSources 2 notes\nWhy does mud stick?\nIts platelets hold on.\nSnow\nWhite.\n',
  );
});

test('in the other lists as their entries', () => {
  const plain = `${NOTES}=== x.txt\nWhat is X?\nSo it is.\n`;
  const into = (heading: string): string => `${plain}${heading}\n$0\n`;
  const then = (heading: string, entry: string): string => `What is X?\nSo it is.\n${heading}\n${entry}\n`;
  const used = 'Inquiring lines that use this note as a source 1';
  check(into(used), ['soil/i.txt'], then(used, '- What is soil?'));
  const related = 'Related concepts in this collection 1';
  check(into(related), ['soil/mud.md'], then(related, '-\nWhy does mud stick?\nClay holds on.'));
  check(
    `${NOTES}=== x.md\n# X\n\n## ${related}\n\n- $0\n`,
    ['soil/mud.md'],
    `# X\n\n## ${related}\n\n- [[Why does mud stick?]]\n`,
  );
});

test('other files of the corpus in Markdown only; what is not in the corpus nowhere', () => {
  const files = `${NOTES}=== soil/oven 1.png\n\n=== soil/LICENSE.txt\nBe good.\n\n`;
  const { files: texts } = readFixture(`${files}=== x.md\n# X\n\n\n=== x.txt\nINQUIRING LINE\n\nX\n`);
  const snapshot = snapshotOf(texts);
  assert.deepEqual(
    linksTo(snapshot, 'x.md', emptyAt(5), ['soil/oven 1.png', 'soil/LICENSE.txt', 'soil/snow.md'], 'wikilink'),
    {
      text: '![oven 1.png](<soil/oven 1.png>)\n[LICENSE.txt](soil/LICENSE.txt)\n[[Snow]]',
      documents: 1,
    },
  );
  assert.equal(linksTo(snapshot, 'x.txt', emptyAt(0), ['soil/oven 1.png'], 'wikilink'), undefined);
  assert.equal(linksTo(snapshot, 'x.md', emptyAt(5), ['soil/snow.md', 'gone.md'], 'wikilink'), undefined);
  assert.equal(linksTo(snapshot, 'x.md', emptyAt(5), [], 'wikilink'), undefined);
  assert.equal(linksTo(snapshot, 'new.md', emptyAt(99), ['soil/snow.md'], 'wikilink')?.text, '[[Snow]]');
});

/** Texts with a place in them, in every layout: in prose, and in each list. */
const PLACES: readonly (readonly [path: string, before: string])[] = [
  ['new.md', '# -\n\nIt is so: '],
  ['deep/er/new.md', '# -\n\n'],
  ['soil/new.md', '# -\n\n- '],
  ['new.md', '# -\n\n## Sources 1 note\n\n'],
  ['new.md', '---\nkind: note\n---\n# -\n\n## Related concepts in this collection 1\n\n- '],
  ['new.txt', 'INQUIRING LINE\n\n-\n\nIt is so: '],
  ['new.txt', 'INQUIRING LINE\n\n-\n\nSources 1 note\n\n'],
  ['deep/new.txt', 'INQUIRING LINE\n-\nNext inquiring lines\n'],
  ['new.txt', '-\nIt is so.\nRelated concepts in this collection 1\n'],
  ['new.txt', '-\nIt is so.\nInquiring lines that use this note as a source 1\n- '],
];

test('whatever the title, the path and the place: what is put in leads to the document, and to no other', () => {
  const cases = fc.record({
    documents: hardDocuments,
    place: fc.constantFrom(...PLACES),
    naming: fc.constantFrom<Naming>('wikilink', 'link', 'bare'),
    nth: fc.nat(20),
  });
  holds(cases, ({ documents, place: [path, before], naming, nth }) => {
    const files = new Map([...documents, [path, before]]);
    const snapshot = snapshotOf(files);
    const target = documents[nth % documents.length]![0];
    const links = linksTo(snapshot, path, emptyAt(before.length), [target], naming);
    assert.ok(links, target);
    const after = snapshotOf(new Map([...files, [path, `${before}${links.text}\n`]]));
    const leads = resolvedReferencesOf(after, documentAt(after, path)!)
      .filter(({ reference }) => reference.span.start >= before.length)
      .map(({ resolution }) => (resolution.status === 'resolved' ? resolution.target.path : resolution.status));
    assert.equal(leads[0], target, JSON.stringify({ links, leads }));
  });
});

test('the destination of a link reads back as the path', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
  const part = name.filter((each) => !/[/\0]|^\.\.?$/u.test(each) && each.isWellFormed());
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.md`);
  holds(fc.tuple(path, path), ([from, to]) => {
    const files = new Map([
      [from, '# -\n'],
      [to, '# T\n'],
    ]);
    const links = linksTo(snapshotOf(files), from, emptyAt(0), [to], 'link');
    const [, destination] = /\]\(<?(.*?)>?\)$/s.exec(links!.text)!;
    assert.equal(linkedPath(from, destination!), to);
  });
});
