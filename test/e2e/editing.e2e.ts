import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, type ProvenEdit, type ProvenFile } from '../../server/protocol.ts';
import { scenario } from './harness.ts';

// What a person changes, and what follows by itself.

const CORPUS = {
  'notes/mud.md': '# Why does mud stick to boots?\n\nClay holds on to what presses it.\n',
  'notes/clay.md':
    '# What is clay made of?\n\nPlates, as [mud](mud.md) and [[Why does mud stick to boots?]] need them.\n',
  'rain.txt': [
    'INQUIRING LINE',
    'Does rain make a path worse?',
    'This explores what water does to a path.',
    'It does, as we know from Why does mud stick to boots?. The rest is gravel.',
    'Sources 1 notes',
    'Why does mud stick to boots?',
    'Clay holds on to what presses it.',
    '',
  ].join('\n\n'),
};

const OLD = 'Why does mud stick to boots?';
const NEW = 'Why is wet clay so sticky?';

scenario(
  'F2 on a bare title renames it everywhere, in one step that one undo takes back',
  { folder: CORPUS, settings: { 'noteCorpus.rename.keepAlias': false } },
  async (workbench) => {
    await workbench.openFile('rain.txt');
    await workbench.expectStatus(/3 documents/);
    await workbench.placeCursorAt(OLD);
    await workbench.rename(NEW);
    await workbench.expectFileText('notes/mud.md', (text) => text.startsWith(`# ${NEW}\n`));
    const clay = await workbench.expectFileText('notes/clay.md', (text) => text.includes(NEW));
    assert.equal(clay, CORPUS['notes/clay.md'].replace(OLD, NEW));
    const rain = await workbench.expectFileText('rain.txt', (text) => text.includes(NEW));
    assert.equal(rain, CORPUS['rain.txt'].replaceAll(OLD, NEW));
    await workbench.screenshot('editing-1-renamed');
    await workbench.press('Control+z');
    await workbench.expectEditorText(`as we know from ${OLD}.`);
    await workbench.openFile('notes/mud.md');
    await workbench.expectEditorText(`# ${OLD}`);
  },
);

scenario(
  'F2 on the heading of a Markdown note that is opened late is ours, and not VS Code’s own rename of headings',
  { folder: CORPUS, settings: { 'noteCorpus.rename.keepAlias': false } },
  async (workbench) => {
    await workbench.openFile('rain.txt');
    await workbench.expectStatus(/3 documents/);
    await workbench.openFile('notes/mud.md');
    await workbench.expectCodeLens(/^used by/);
    await workbench.placeCursorAt(OLD);
    await workbench.rename(NEW);
    await workbench.expectFileText('rain.txt', (text) => text === CORPUS['rain.txt'].replaceAll(OLD, NEW));
    await workbench.expectFileText('notes/mud.md', (text) => text.startsWith(`# ${NEW}\n`));
  },
);

scenario('a title that another note has is refused where one types it', { folder: CORPUS }, async (workbench) => {
  await workbench.openFile('notes/mud.md');
  await workbench.expectStatus(/3 documents/);
  await workbench.placeCursorAt(OLD);
  await workbench.rename('What is clay made of?');
  await workbench.expectNotification(/“notes\/clay\.md” has the title “What is clay made of\?” already/);
  await workbench.screenshot('editing-2-refused');
});

scenario('a file is renamed in the explorer, and its links follow', { folder: CORPUS }, async (workbench) => {
  await workbench.openFile('notes/mud.md');
  await workbench.expectStatus(/3 documents/);
  await workbench.renameInExplorer('mud.md', 'sticky mud.md');
  await workbench.clickButton('OK');
  await workbench.expectActiveTab('sticky mud.md');
  await workbench.openFile('notes/clay.md');
  await workbench.expectEditorText('[mud](sticky%20mud.md)');
  await workbench.screenshot('editing-3-moved');
});

scenario(
  'F2 on a page that goes by its file’s name renames the file, and the wikilinks with it',
  { folder: { 'mud.md': 'Clay.\n', 'rain.md': 'See [[mud]] and [[mud|it]].\n' } },
  async (workbench) => {
    await workbench.openFile('rain.md');
    await workbench.expectStatus(/2 documents/);
    await workbench.placeCursorAt('mud]]');
    await workbench.rename('wet clay');
    await workbench.clickButton('OK');
    await workbench.expectEditorText('See [[wet clay]] and [[wet clay|it]].');
    await workbench.openFile('wet clay.md');
    await workbench.expectEditorText('Clay.');
  },
);

const STALE = {
  standIn: join(import.meta.dirname, 'staleServer.cjs'),
  folder: { 'mud.md': '# Mud\n', 'rain.md': 'See [[Mud]].\n' },
};

scenario(
  'an edit of a file that has changed meanwhile is refused as a whole, and says which',
  STALE,
  async (workbench) => {
    const file = (path: 'mud.md' | 'rain.md', line: number, character: number): ProvenFile => ({
      uri: pathToFileURL(join(workbench.folder, path)).toString(),
      version: null,
      fingerprint: fingerprint(STALE.folder[path]),
      edits: [
        {
          range: { start: { line, character }, end: { line, character: character + 3 } },
          before: 'Mud',
          after: 'Clay',
        },
      ],
    });
    const edit: ProvenEdit = { label: 'Rename “Mud”', files: [file('mud.md', 0, 2), file('rain.md', 0, 6)] };
    writeFileSync(join(workbench.folder, 'edit.json'), JSON.stringify(edit));
    writeFileSync(join(workbench.folder, 'rain.md'), 'We see [[Mud]].\n');
    await workbench.openFile('mud.md');
    await workbench.expectStatus(/2 documents/);
    await workbench.goto(1, 3);
    await workbench.rename('Clay');
    await workbench.expectNotification(/“rain\.md” has changed meanwhile, so nothing was changed\. Try again\./);
    await workbench.screenshot('editing-4-moved-on');
    await workbench.expectEditorText('# Mud');
    writeFileSync(join(workbench.folder, 'rain.md'), STALE.folder['rain.md']);
    await workbench.openFile('rain.md');
    await workbench.expectEditorText('See [[Mud]].');
    await workbench.openFile('mud.md');
    await workbench.rename('Clay');
    await workbench.expectFileText('rain.md', (text) => text === 'See [[Clay]].\n');
    await workbench.expectFileText('mud.md', (text) => text === '# Clay\n');
  },
);
