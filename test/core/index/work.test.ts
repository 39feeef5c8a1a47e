import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Snapshot, Workspace } from '../../../server/core/index.ts';

// Counted work: which texts an edit makes the index read again. A keystroke must not cost more in a larger corpus.

/** A corpus of a hundred notes in a row, each of which names the next one. */
function corpusInARow(): {
  apply: (path: string, text: string) => Snapshot;
  gone: (path: string) => Snapshot;
  reread: string[];
} {
  const files = new Map(
    Array.from({ length: 100 }, (_, at) => [
      `${at}.md`,
      `# Why is ${at} a number\n\nAs in Why is ${at + 1} a number.\n`,
    ]),
  );
  const reread: string[] = [];
  const textOf = (path: string): string | undefined => {
    reread.push(path);
    return files.get(path);
  };
  const workspace = new Workspace(textOf, { minimumWords: 3 });
  workspace.apply([...files].map(([path, text]) => ({ path, text })));
  return {
    reread,
    apply: (path, text) => {
      files.set(path, text);
      return workspace.apply([{ path, text }]);
    },
    gone: (path) => {
      files.delete(path);
      return workspace.apply([{ path, gone: true }]);
    },
  };
}

test('a keystroke in prose reads no text, and touches its own file', () => {
  const { apply, reread } = corpusInARow();
  const { touched, paths } = apply('7.md', '# Why is 7 a number\n\nAs in Why is 8 a number. x\n');
  assert.deepEqual(reread, []);
  assert.deepEqual(
    [...touched].map((id) => paths.string(id)),
    ['7.md'],
  );
});

test('a title that comes is looked for in the files that may hold it, and in no others', () => {
  const { apply, reread } = corpusInARow();
  apply('7.md', '# Why is 7 a number\n\nSome words that nobody else has.\n');
  apply('new.md', '# words that nobody else\n');
  assert.deepEqual([...new Set(reread)], ['7.md']);
});

test('a title that goes is looked for nowhere; told anew are who named it and whom it named', () => {
  const { gone, reread } = corpusInARow();
  const { touched, paths } = gone('8.md');
  assert.deepEqual(reread, []);
  assert.deepEqual([...touched].map((id) => paths.string(id)).sort(), ['7.md', '8.md', '9.md']);
});

test('a title that is typed letter by letter is looked for in few files', () => {
  const { apply, reread } = corpusInARow();
  for (const title of ['# Why is 7', '# Why is 7 a', '# Why is 7 a n', '# Why is 7 a nu', '# Why is 7 a number']) {
    apply('new.md', `${title}\n`);
  }
  assert.ok(new Set(reread).size <= 5, `${[...new Set(reread)]}`);
});

test('other headings are told to those who name one, without a look at any text', () => {
  const { apply, reread } = corpusInARow();
  const touchedBy = (path: string, text: string): string[] => {
    const { touched, paths } = apply(path, text);
    return [...touched].map((id) => paths.string(id)).sort();
  };
  apply('6.md', '# Why is 6 a number\n\n[[Why is 8 a number]]\n');
  apply('7.md', '# Why is 7 a number\n\n[[Why is 8 a number#Clay]]\n');
  apply('8.md', '# Why is 8 a number\n\nSo.\n');
  const before = reread.length;
  assert.deepEqual(touchedBy('8.md', '# Why is 8 a number\n\nSo it is.\n'), ['8.md']);
  assert.deepEqual(touchedBy('8.md', '# Why is 8 a number\n\n## Clay\n'), ['7.md', '8.md']);
  assert.deepEqual(touchedBy('8.md', '# Why is 8 a number\n\nMore.\n\n## Clay\n'), ['8.md']);
  assert.equal(reread.length, before);
});
