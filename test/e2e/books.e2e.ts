import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from './harness.ts';

// The corpus' books: lists that disagree are told, and written up.

const SEEDS = join(import.meta.dirname, '../../../shared/corpora/seeds');

const BOOTS = {
  'boot.txt': `INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, and then How deep is a puddle?.

Sources 1 note

How deep is a puddle?

To the knee it goes.
`,
  'mud.txt': `Why does mud stick to boots?

Wet clay holds on to whatever comes by.

Inquiring lines that use this note as a source 0
`,
  'puddle.md': `---
kind: note
---
# How deep is a puddle?

To the knee it goes.
`,
};

scenario(
  'a source that the list misses is added from the light bulb, at both ends, and one undo takes it back',
  { folder: BOOTS },
  async (workbench) => {
    await workbench.openFile('boot.txt');
    await workbench.expectProblems('the unlisted source', (found) =>
      found.some(({ message }) => message.includes('The Sources do not list “Why does mud stick to boots?”')),
    );
    await workbench.screenshot('books-1-unlisted');
    await workbench.closePanel();
    await workbench.placeCursorAt('mud stick to boots?, and');
    await workbench.fix('Add “Why does mud stick to boots?” to the Sources');
    await workbench.expectEditorText('Sources 2 notes');
    await workbench.expectProblems('no finding', (found) => found.length === 0);
    await workbench.closePanel();
    await workbench.screenshot('books-2-listed');
    await workbench.openFile('mud.txt');
    await workbench.expectEditorText('- Is a boot a home for mud?');
    await workbench.expectEditorText('as a source 1');
  },
);

scenario('all lists of a corpus are written up, once that is agreed to', { folder: BOOTS }, async (workbench) => {
  await workbench.openFile('puddle.md');
  await workbench.expectStatus(/3 documents/);
  await workbench.command('Note Corpus: Update Lists of the Whole Corpus');
  await workbench.editor().page().getByText('Update the lists of 2 documents?').waitFor();
  await workbench.screenshot('books-3-agree');
  await workbench.clickButton('Update');
  await workbench.openFile('boot.txt');
  await workbench.expectEditorText('Sources 2 notes');
  await workbench.openFile('mud.txt');
  await workbench.expectEditorText('- Is a boot a home for mud?');
  await workbench.command('Note Corpus: Update Lists');
  await workbench.expectNotification('The lists of this document are up to date.');
});

scenario(
  'lists are written up when a document is saved, where that is wanted',
  { folder: BOOTS, settings: { 'noteCorpus.lists.updateOnSave': true } },
  async (workbench) => {
    await workbench.openFile('boot.txt');
    await workbench.expectStatus(/3 documents/);
    await workbench.placeCursorAt('So Why');
    await workbench.type('It is. ');
    await workbench.save();
    await workbench.expectFileText(
      'boot.txt',
      (text) => text.includes('Sources 2 notes') && text.includes('It is. So'),
    );
  },
);

scenario(
  'titles that a list has lost are restored, each with what proves it',
  { folder: SEEDS, skip: isThere(SEEDS) ? false : 'the seeds are not here' },
  async (workbench) => {
    const file = readdirSync(SEEDS).find((name) => name.startsWith('003'))!;
    await workbench.openFile(file);
    await workbench.expectStatus(/5 documents/);
    await workbench.placeCursorAt('Models trained on systematically irrelevant');
    const fixes = await workbench.fixes();
    await workbench.screenshot('books-4-lost-titles');
    assert.ok(fixes.includes('Restore the 10 titles of this list that are proven'), fixes.join('\n'));
    await workbench.fix('Restore the 10 titles of this list that are proven');
    await workbench.expectProblems('none that is lost', (found) =>
      found.every(({ message }) => !message.includes('lost its title')),
    );
    await workbench.closePanel();
    await workbench.screenshot('books-5-restored');
  },
);

const POSSIBLE = {
  'bread.md': '---\nkind: note\n---\n# Is bread patient?\n\nSo it is Does rye flour hold its water?, as bakers ask.\n',
};

scenario('what looks like a title that nobody has becomes a note', { folder: POSSIBLE }, async (workbench) => {
  await workbench.openFile('bread.md');
  await workbench.expectStatus(/1 document/);
  await workbench.placeCursorAt('rye flour hold its water');
  const fixes = await workbench.fixes();
  await workbench.screenshot('books-6-possible-title');
  assert.ok(fixes.includes('Create the note “Does rye flour hold its water?”'), fixes.join('\n'));
  await workbench.fix('Create the note “Does rye flour hold its water?”');
  await workbench.expectActiveTab(/rye flour/);
  await workbench.expectStatus(/2 documents/);
});

function isThere(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
