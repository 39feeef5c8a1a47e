import assert from 'node:assert/strict';
import { cpSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { type Replacement, replaceFiles } from '../../server/host/cli/writing/replaceFiles.ts';
import { writeFolder } from '../../server/host/cli/writing/writeFolder.ts';
import { SEEDS, WITHOUT_SEEDS } from '../seeds.ts';
import { shell } from './console.ts';
import { makeFolder, type TestFolder } from './folder.ts';

/** What a folder holds, as `path: text`. */
function held(folder: TestFolder): string[] {
  const files = readdirSync(folder.root, { recursive: true, encoding: 'utf8' }).sort();
  return files.filter((path) => statSync(folder.at(path)).isFile()).map((path) => `${path}: ${folder.read(path)}`);
}

const replacement = (from: string, path: string, before: string): Replacement => ({ from, path, before, text: 'new' });

test('files are replaced: the new ones are there, the old ones gone, a byte order mark and the mode kept', (t) => {
  const folder = makeFolder(t);
  folder.write('a.txt', '\ufeffA');
  folder.write('soil/b.md', 'B');
  replaceFiles(folder.root, [replacement('a.txt', 'a.md', 'A'), replacement('soil/b.md', 'soil/b.md', 'B')]);
  assert.deepEqual(held(folder), ['a.md: \ufeffnew', 'soil/b.md: new']);
});

test('a file that is another one now, and one that lies where a new one is to be: nothing is changed', (t) => {
  const folder = makeFolder(t);
  folder.write('a.txt', 'A');
  folder.write('b.txt', 'B');
  folder.write('c.md', 'C');
  const both = (second: Replacement) => () => replaceFiles(folder.root, [replacement('a.txt', 'a.md', 'A'), second]);
  assert.throws(both(replacement('b.txt', 'b.md', 'b')), {
    message: '“b.txt” has changed meanwhile; nothing was changed',
  });
  assert.throws(both(replacement('b.txt', 'c.md', 'B')), { message: '“c.md” is there already; nothing was changed' });
  assert.throws(both(replacement('d.txt', 'd.md', 'D')), {
    message: '“d.txt” is gone; nothing was changed',
  });
  assert.deepEqual(held(folder), ['a.txt: A', 'b.txt: B', 'c.md: C']);
});

test('a file that cannot be written: nothing is changed, no draft is left, and it is said which one', (t) => {
  const folder = makeFolder(t);
  folder.write('a.txt', 'A');
  folder.write('b.txt', 'B');
  folder.write('c.txt', 'C');
  const files = [
    replacement('a.txt', 'x.md', 'A'),
    replacement('b.txt', 'x.md', 'B'),
    replacement('c.txt', 'c.md', 'C'),
  ];
  assert.throws(() => replaceFiles(folder.root, files), {
    message: '“x.md” is there already; nothing was changed',
  });
  assert.deepEqual(held(folder), ['a.txt: A', 'b.txt: B', 'c.txt: C']);
  const long = `${'b'.repeat(300)}.md`;
  assert.throws(() => replaceFiles(folder.root, [replacement('b.txt', long, 'B')]), {
    message: `“${long}” cannot be written: its path is too long; nothing was changed`,
  });
  const nowhere = [replacement('b.txt', 'gone/b.md', 'B')];
  assert.throws(() => replaceFiles(folder.root, nowhere), {
    message: '“gone/b.md” cannot be written: there is no such folder; nothing was changed',
  });
});

test('another folder: new, or empty, and beside the corpus', (t) => {
  const folder = makeFolder(t);
  folder.write('corpus/a.txt', 'A');
  const files = [{ path: 'soil/a.md', text: 'new' }];
  writeFolder(folder.at('corpus'), folder.at('corpus 2'), files);
  assert.deepEqual(held(folder), ['corpus 2/soil/a.md: new', 'corpus/a.txt: A']);
  const to = (out: string) => () => writeFolder(folder.at('corpus'), folder.at(out), files);
  assert.throws(to('corpus 2'), { message: '“corpus 2” is not empty; name an empty folder, or a new one' });
  assert.throws(to('corpus'), { message: '“corpus” lies in the corpus; name a folder beside it' });
  assert.throws(to('corpus/new'), { message: '“new” lies in the corpus; name a folder beside it' });
  assert.throws(to('corpus/a.txt/b'), { message: '“b” lies in the corpus; name a folder beside it' });
});

test('a folder that is there stays the same: its permissions, the link that leads to it, who stands in it', (t) => {
  const folder = makeFolder(t);
  const files = [
    { path: 'soil/a.md', text: 'new' },
    { path: 'b.md', text: 'new' },
  ];
  const to = (out: string): void => writeFolder(folder.at('corpus'), folder.at(out), files);
  mkdirSync(folder.at('mine'), { mode: 0o700 });
  const { ino } = statSync(folder.at('mine'));
  // What a run that was killed left in it.
  folder.write('mine/.note-corpus/old.md', 'old');
  to('mine');
  const after = statSync(folder.at('mine'));
  assert.deepEqual([after.ino, after.mode & 0o777], [ino, 0o700]);
  mkdirSync(folder.at('there'));
  symlinkSync('there', folder.at('link'));
  to('link');
  const both = ['link', 'mine', 'there'].flatMap((out) => [`${out}/b.md: new`, `${out}/soil/a.md: new`]);
  assert.deepEqual(held(folder), both);
  assert.equal(lstatSync(folder.at('link')).isSymbolicLink(), true);
});

test('what cannot be written to the end leaves the folder as it was', (t) => {
  const folder = makeFolder(t);
  const files = [
    { path: 'a.md', text: 'new' },
    { path: 'a.md', text: 'twice' },
  ];
  mkdirSync(folder.at('there'));
  for (const out of ['there', 'new/new']) {
    assert.throws(() => writeFolder(folder.at('corpus'), folder.at(out), files), {
      message: '“a.md” cannot be written: it is there already; nothing was written, and the corpus is as it was',
    });
  }
  assert.deepEqual([readdirSync(folder.at('there')), held(folder)], [[], []]);
});

interface References {
  readonly references: readonly {
    path: string;
    text: string;
    role: string;
    title: string;
    status: string;
    target: string | null;
  }[];
}
interface Graph {
  readonly nodes: readonly { id: string; title: string; kind: string; path: string | null }[];
  readonly edges: readonly { source: string; target: string; role: string; relation: string | null; count: number }[];
}

const stem = <T extends string | null>(path: T): T => (path === null ? path : (path.replace(/\.(txt|md)$/, '') as T));

test('the five real documents in Markdown: the same references, and the same graph with its relations', {
  skip: WITHOUT_SEEDS,
}, (t) => {
  const folder = makeFolder(t);
  cpSync(SEEDS, folder.at('seeds'), { recursive: true });
  const said = (command: string): string => {
    const { stdout, stderr, code } = shell(`note-corpus ${command}`, folder.root);
    assert.deepEqual([stderr, code], ['', 0], command);
    return stdout;
  };
  said('convert seeds --to markdown --out markdown');
  const references = (corpus: string): string[] => {
    const { references }: References = JSON.parse(said(`references ${corpus} --format json`));
    return references.map(({ path, text, role, title, status, target }) =>
      [stem(path), role, text, title, status, stem(target)].join(' | '),
    );
  };
  const graph = (corpus: string): Graph => {
    const { nodes, edges }: Graph = JSON.parse(said(`graph ${corpus} --format json`));
    return {
      nodes: nodes.map((node) => ({ ...node, id: stem(node.id), path: stem(node.path) })),
      edges: edges.map((edge) => ({ ...edge, source: stem(edge.source), target: stem(edge.target) })),
    };
  };
  assert.equal(references('seeds').length, 88);
  assert.deepEqual(references('markdown'), references('seeds'));
  assert.deepEqual(graph('markdown'), graph('seeds'));
  assert.equal(graph('markdown').edges.filter(({ relation }) => relation !== null).length, 6);
  // And back, in place: the files are those that they were.
  for (const [layout, paths] of [
    ['spaced', ['000', '002', '004']],
    ['dense', ['001', '003']],
  ] as const) {
    for (const name of readdirSync(folder.at('markdown'))) {
      if (paths.some((each) => name.startsWith(each))) said(`convert markdown/${name} markdown --to ${layout} --write`);
    }
  }
  const all = (corpus: string): string[] =>
    readdirSync(folder.at(corpus)).map((name) => folder.read(`${corpus}/${name}`));
  assert.deepEqual(readdirSync(folder.at('markdown')), readdirSync(folder.at('seeds')));
  assert.deepEqual(all('markdown'), all('seeds'));
});
