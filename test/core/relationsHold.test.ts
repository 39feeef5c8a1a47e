import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addRelated,
  documentAt,
  documentsOf,
  fillNext,
  hover,
  nextLines,
  prepareWords,
  reasonsInWords,
  related,
  relationsOf,
  suggestedRelations,
} from '../../server/core/index.ts';
import { atOnce } from '../../server/core/steps.ts';
import { cpuNow } from '../cpu.ts';
import { snapshotOf } from '../fixture.ts';
import { hardText, holds } from './arbitraries.ts';
import { applied } from './edits/picture.ts';

// Relations, and what is made from them, whatever the texts.

const OTHERS: readonly [path: string, text: string][] = [
  ['b.md', '---\nkind: note\naliases: [a, b]\n---\n# Why mud sticks\n## Related concepts\n- [[Why mud]] — so: it is\n'],
  ['c.md', '---\nkind: inquiry\n---\n# Why does it?\n[[Why mud sticks]] [[why mud]]\n'],
  ['d.txt', 'INQUIRING LINE\nWhy is it so?\nIt is Why mud sticks\nSources 1 note\nWhy mud sticks\nIt is.\n'],
];

test('nothing throws; spans are of the text; what is added is read as it is meant, and only once', () => {
  holds(hardText, (text) => {
    for (const frame of [
      (own: string) => `---\nkind: inquiry\n---\n# Why mud\n[[Why mud sticks]]\n## Next inquiring lines\n${own}`,
      (own: string) => `---\nkind: note\n---\n# Why mud\n## Related concepts 1\n${own}`,
      (own: string) =>
        `INQUIRING LINE\n\nWhy mud\n\nSo it is [[Why mud sticks]]\n\nRelated concepts 2\n\n${own}\n\nNext inquiring lines 0\n`,
      (own: string) => `Why mud\nRelated concepts in this collection\n${own}\nOriginal note title\nso it is`,
    ]) {
      const path = frame('').startsWith('---') ? 'a.md' : 'a.txt';
      const files = new Map([...OTHERS, [path, frame(text)] as const]);
      const snapshot = snapshotOf(files);
      for (const _ of prepareWords(snapshot));
      for (const _ of suggestedRelations(snapshot, 1, 5));
      const document = documentAt(snapshot, path);
      if (!document) continue;
      for (const { span } of relationsOf(snapshot, document)) {
        assert.ok(span.start < span.end && span.end <= document.length);
        hover(snapshot, { path, offset: span.start });
      }
      for (const each of related(snapshot, document, 9)) reasonsInWords(document, each);
      nextLines(snapshot, document);
      const filled = fillNext(snapshot, document);
      if ('edits' in filled) {
        const after = snapshotOf(applied(files, [filled]));
        assert.ok('refused' in fillNext(after, documentAt(after, path)!), 'filled once');
      }
      const target = documentAt(snapshot, 'b.md')!;
      const added = addRelated(snapshot, document, target);
      if ('edits' in added) {
        const after = snapshotOf(applied(files, [added]));
        const last = relationsOf(after, documentAt(after, path)!).at(-1)!;
        assert.equal(last.to?.path, 'b.md');
        assert.ok('refused' in addRelated(after, documentAt(after, path)!, documentAt(after, 'b.md')!), 'added once');
      }
    }
  });
});

test('an index of thousands of notes, and notes that hundreds of inquiries name', () => {
  const files = new Map<string, string>();
  const notes = Array.from({ length: 2000 }, (_, at) => `Why mud ${at} sticks`);
  for (const [at, title] of notes.entries()) files.set(`${at}.md`, `# ${title}\n\nMud ${at} is of clay and water.\n`);
  const links = notes.map((title) => `- [[${title}]]\n`).join('');
  files.set('index.md', `---\nkind: inquiry\n---\n# Index\n\n${links}`);
  for (let at = 0; at < 600; at++) {
    const text = `---\nkind: inquiry\n---\n# Does it rain on day ${at}?\n[[${notes[0]}]] [[${notes[1]}]] [[${notes[2 + at]}]]\n`;
    files.set(`rain ${at}.md`, text);
  }
  const before = cpuNow();
  const snapshot = snapshotOf(files);
  for (const _ of prepareWords(snapshot));
  const found = related(snapshot, documentAt(snapshot, '0.md')!, 10);
  assert.deepEqual([found[0]!.document.path, found[0]!.together.length], ['1.md', 200]);
  assert.equal(related(snapshot, documentAt(snapshot, 'index.md')!, 10).length, 10);
  const pairs = atOnce(suggestedRelations(snapshot, 3, 10));
  assert.deepEqual(
    pairs.map(({ a, b }) => [a.path, b.path]),
    [['0.md', '1.md']],
  );
  assert.equal(documentsOf(snapshot).length, 2601);
  assert.ok(cpuNow() - before < 12_000, `${Math.round(cpuNow() - before)} ms`);
});
