import assert from 'node:assert/strict';
import { scenario } from './harness.ts';

// Folders that are no corpus, and files that are no notes.

const CODE = {
  'README.md': '# A tool\n\nWhy does this tool exist at all?, one may ask. See [the guide](docs/guide.md).\n',
  'docs/other.md': '# Why does this tool exist at all?\n',
  'src/main.ts': 'export const answer = 42;\n',
};

scenario('an ordinary code workspace with a README feels nothing', { folder: CODE }, async (workbench) => {
  await workbench.openFile('README.md');
  await workbench.openView('Note Corpus', 'Backlinks');
  await workbench.expectViewText('Backlinks', /no corpus|not a corpus|No folder/i);
  await workbench.screenshot('elsewhere-1-no-corpus');
  assert.deepEqual(await workbench.problems(), []);
  assert.ok(!(await workbench.status()).some((text) => /documents/.test(text)));
});

scenario(
  'the same folder is a corpus when the setting says so',
  { folder: CODE, settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.expectStatus(/2 documents/);
    await workbench.expectProblems(
      'the broken link',
      (found) => found.length === 1 && found[0]?.code === 'broken-link',
    );
    await workbench.closePanel();
    await workbench.openFile('README.md');
    await workbench.placeCursorAt('Why does this tool exist');
    await workbench.press('F12');
    await workbench.expectActiveTab('other.md');
  },
);

const VAULT = {
  'garden/Compost.md': 'Heat comes from [[microbes]].\n',
  'garden/microbes.md':
    '# Small life in the heap\n\nSee [[garden/Compost]] and ![[heap.png]] and [[Nobody wrote this]].\n',
  'garden/heap.png': 'not really a picture',
};

scenario(
  'an ordinary vault: wikilinks by file name and path, embeds, one missing note',
  { folder: VAULT },
  async (workbench) => {
    await workbench.expectStatus(/2 documents/);
    await workbench.openFile('garden/Compost.md');
    await workbench.placeCursorAt('microbes');
    await workbench.press('F12');
    await workbench.expectActiveTab('microbes.md');
    const problems = await workbench.expectProblems('one missing note', (found) => found.length === 1);
    assert.equal(problems[0]?.message, 'No document has the title “Nobody wrote this”.');
  },
);
