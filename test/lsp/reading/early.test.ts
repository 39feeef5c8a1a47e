import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../../../server/core/index.ts';
import type { FileRead } from '../../../server/lsp/ports.ts';
import { condense } from '../../../server/lsp/reading/condense.ts';
import { Early } from '../../../server/lsp/reading/early.ts';
import { countingFolder } from './countingFolder.ts';

// What is said while a corpus is read: `mud.txt` and `clay/What is clay.md` lie there, and `rain.txt` is on screen.

const RAIN =
  'INQUIRING LINE\nDoes rain matter?\nAs Why does mud stick says, and [[What is clay]], and [a](gone.md), [b](mud.txt).\n';
const FILES = {
  'clay/What is clay.md': '# Clay, by another name\n',
  'mud.txt': 'Why does mud stick?\nIt is the clay.\nInquiring lines that use this note as a source 0\n',
  'rain.txt': RAIN,
};

function reading(): { early: Early; meet: (path: keyof typeof FILES) => void; read: string[] } {
  const folder = countingFolder(FILES);
  const workspace = new Workspace((path) => folder.files.get(path)?.text, { minimumWords: 3 });
  const early = new Early(workspace, folder, Object.keys(FILES));
  return {
    early,
    read: folder.reads,
    meet: (path) => {
      const file: FileRead = condense(path, { text: FILES[path] }, workspace.numbering);
      if ('sheet' in file) workspace.learn(file.sheet);
      early.meet([file]);
    },
  };
}

const ask = async (early: Early, words: string): Promise<string[] | undefined> => {
  const found = await early.definition(RAIN, { path: 'rain.txt', offset: RAIN.indexOf(words) + 1 });
  return found?.targets.map(({ document }) => document.path);
};

test('a bare title leads to its document once that was read, and nowhere before', async () => {
  const { early, meet } = reading();
  assert.equal(await ask(early, 'Why does mud'), undefined);
  meet('mud.txt');
  assert.deepEqual(await ask(early, 'Why does mud'), ['mud.txt']);
});

test('a wikilink leads to the file of that name before anything was read; only that file is looked at', async () => {
  const { early, read } = reading();
  assert.deepEqual(await ask(early, '[[What is clay'), ['clay/What is clay.md']);
  assert.deepEqual(read, ['clay/What is clay.md']);
});

test('plain prose leads nowhere', async () => {
  const { early, meet } = reading();
  meet('mud.txt');
  assert.equal(await ask(early, 'says'), undefined);
});

test('a link to a file that is not there is wrong whatever the others say; that a title dangles is not said', () => {
  const { early } = reading();
  const { found } = early.faults('rain.txt', RAIN)!;
  assert.deepEqual(
    found.map(({ code, span }) => [code, RAIN.slice(span.start, span.end)]),
    [['broken-link', 'gone.md']],
  );
});

test('a page in a folder that may be no corpus is left alone', () => {
  const { early } = reading();
  assert.equal(early.faults('page.md', 'A [link](gone.md).\n'), undefined);
});
