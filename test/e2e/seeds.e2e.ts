import assert from 'node:assert/strict';
import { SEEDS, WITHOUT_SEEDS } from '../seeds.ts';
import { scenario } from './harness.ts';
import type { ViewRow } from './workbench.ts';

// What a person does with five real documents: an inquiry (000), a note that it uses (001), and three more inquiries.

const INQUIRY = '000_7b94f0dac2f6d38c.txt';
const NOTE = '001_c7aa448a52ce2d4c.txt';
const TITLE_OF_INQUIRY = 'Can solution traces substitute for process-level reward signals in math reasoning?';
const TITLE_OF_NOTE = 'Why do standard process reward models fail on thinking traces?';
const MISSING_NOTE = 'Can rubrics and dense rewards work together without hacking?';
const OPTIONS = { folder: SEEDS, skip: WITHOUT_SEEDS };

scenario('F12 on a bare title in prose lands on the title of the note', OPTIONS, async (workbench) => {
  await workbench.openFile(INQUIRY);
  await workbench.expectStatus(/5 documents/);
  await workbench.placeCursorAt(TITLE_OF_NOTE);
  await workbench.screenshot('seeds-1-bare-title');
  await workbench.press('F12');
  await workbench.expectActiveTab(NOTE);
  await workbench.expectCursor(1, 1);
  await workbench.screenshot('seeds-2-the-note');
});

scenario(
  'Backlinks shows the inquiry that uses the note, with its sentences, and what nobody backs',
  OPTIONS,
  async (workbench) => {
    await workbench.openFile(NOTE);
    await workbench.openView('Note Corpus', 'Backlinks');
    const rows = await workbench.expectViewRows('Backlinks', 'both groups', (found) => found.length >= 17);
    assert.deepEqual(
      rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label} (${description})`),
      ['Inquiring lines that use this note (1)', 'Declared here, not backed (14)'],
    );
    assert.equal(rows[1]?.label, TITLE_OF_INQUIRY);
    await workbench.expandRow('Backlinks', TITLE_OF_INQUIRY);
    const unfolded = await workbench.expectViewRows(
      'Backlinks',
      'two places',
      (found) => found[3]?.description === 'Sources',
    );
    assert.match(unfolded[2]?.label ?? '', /an error Why do standard process reward models fail on thinking traces\?/);
    await workbench.screenshot('seeds-3-backlinks');
    await workbench.clickRow('Backlinks', /an error Why do standard process reward models/);
    await workbench.expectActiveTab(INQUIRY);
    await workbench.screenshot('seeds-4-the-place');
  },
);

scenario(
  'Problems lists the dangling references of all five documents, none of them open, and the titles that one has lost',
  OPTIONS,
  async (workbench) => {
    const problems = await workbench.expectProblems('95 findings', (found) => found.length === 95);
    assert.ok(problems.every(({ source }) => source === 'note-corpus'));
    const count = (wanted: string): number => problems.filter(({ code }) => code === wanted).length;
    assert.deepEqual(['dangling-reference', 'lost-title'].map(count), [85, 10]);
    assert.deepEqual([...new Set(problems.map(({ file }) => file.slice(0, 3)))].sort(), [
      '000',
      '001',
      '002',
      '003',
      '004',
    ]);
    assert.ok(problems.some(({ message }) => message === `No document has the title “${MISSING_NOTE}”.`));
    await workbench.screenshot('seeds-5-problems');
  },
);

scenario(
  'Missing notes are listed by how many inquiries want them, and unfold to the places',
  OPTIONS,
  async (workbench) => {
    await workbench.openView('Note Corpus', 'Missing Notes');
    const rows = await workbench.expectViewRows('Missing Notes', '38 missing notes', (found) => found.length === 38);
    assert.equal(rows[0]?.label, 'Do reasoning traces need to be semantically correct?');
    assert.match(rows[0]?.description ?? '', /3 inquiring lines · 5 places/);
    await workbench.expandRow('Missing Notes', MISSING_NOTE);
    const below = (rows: ViewRow[]) => rows.filter(({ level }) => level === 2);
    const unfolded = await workbench.expectViewRows('Missing Notes', 'two documents', (all) => below(all).length === 2);
    const documents = below(unfolded).map(({ label }) => label);
    assert.deepEqual(documents, [
      TITLE_OF_INQUIRY,
      'What information do numerical rewards fail to provide for reasoning tasks?',
    ]);
    await workbench.screenshot('seeds-6-missing-notes');
  },
);

scenario('the graph follows the editor; a click walks, a click on the centre opens', OPTIONS, async (workbench) => {
  await workbench.openFile(NOTE);
  await workbench.expectStatus(/5 documents/);
  await workbench.command('Note Corpus: Show Graph');
  const graph = await workbench.webviewOfTab('Graph');
  const body = (focus: string) => graph.locator(`body[data-ready][data-arrangement="around"][data-focus="${focus}"]`);
  await graph.locator('label.option', { has: graph.locator('input[aria-label="Around"]') }).click();
  await body(NOTE).waitFor();
  assert.equal(await graph.locator('.node[data-kind="missing"]').count(), 20);
  await workbench.screenshot('seeds-7-graph-of-the-note');
  await graph.locator(`.node[data-id="${INQUIRY}"]`).click();
  await body(INQUIRY).waitFor();
  await workbench.screenshot('seeds-8-graph-walked');
  await graph.locator(`.node[data-id="${INQUIRY}"]`).click();
  await workbench.expectActiveTab(INQUIRY);
  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    await workbench.setTheme(theme);
    await workbench.screenshot(`seeds-9-graph-${theme.replaceAll(' ', '-')}`);
  }
});

scenario('hovering a title tells what it is; a missing one says so', OPTIONS, async (workbench) => {
  await workbench.openFile(INQUIRY);
  await workbench.expectStatus(/5 documents/);
  await workbench.placeCursorAt(TITLE_OF_NOTE);
  await workbench.expectHover(/note · used by 1 inquiring line\s+Existing PRMs assume clean, sequential steps/);
  await workbench.screenshot('seeds-10-hover');
  await workbench.press('Escape');
  await workbench.placeCursorAt(MISSING_NOTE);
  await workbench.expectHover(/missing note · no document has this title · named in 2 inquiring lines/);
});
