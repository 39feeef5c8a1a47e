import assert from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from './harness.ts';
import { accessibilityProblems } from './webviews.ts';

// What one does with a corpus: prompts, relations, what is related, layouts, and the corpus in numbers.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

scenario(
  'a research prompt is copied from over it; where there is none, one is written',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('inquiries/i03.txt');
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Note Corpus: Copy Research Prompt');
    await workbench.expectStatus(/prompt copied/i);
    await workbench.openFile('inquiries/i05.txt');
    await workbench.command('Note Corpus: Copy Research Prompt');
    await workbench.expectNotification(/has no research prompt/);
    await workbench.clickButton('Write One');
    await workbench.expectEditorText(/Research prompt for your LLM/);
    await workbench.press('Control+End');
    await workbench.screenshot('work-1-prompt');
    await workbench.press('Control+z');
    await workbench.expectFileText('inquiries/i05.txt', (text) => !text.includes('Research prompt'));
  },
);

scenario('relations: in a hover, in Backlinks, and found by their words', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('notes/104_flour-and-water.txt');
  await workbench.expectStatus(/37 documents/);
  await workbench.placeCursorAt('Why does salt');
  await workbench.expectHover(/contradicts/);
  await workbench.screenshot('work-2-hover');
  await workbench.press('Escape');
  await workbench.command('Note Corpus: Find Relation...');
  await workbench.quickInput.type('salt');
  await workbench
    .editor()
    .page()
    .getByText(/^\d+ relations$/)
    .waitFor();
  await workbench.screenshot('work-3-find-relation');
  await workbench.press('Enter');
  await workbench.expectActiveTab(/./);
});

scenario('Related: what has to do with a note, and why', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('notes/115_thermometer.txt');
  await workbench.expectStatus(/37 documents/);
  await workbench.openView('Note Corpus', 'Related');
  const rows = await workbench.expectViewRows('Related', 'rows with reasons', (found) =>
    found.some(({ description }) => /cited together|shares|alike/.test(description)),
  );
  const title = rows.find(({ level, label }) => level === 2 && label !== '')!.label;
  await workbench.expandRow('Related', title);
  await workbench.screenshot('work-4-related');
  await workbench.clickRow('Related', title);
  await workbench.expectActiveTab(/./);
});

scenario('a note becomes Markdown, and plain text again, byte for byte', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('notes/107_two-percent.txt');
  await workbench.expectStatus(/37 documents/);
  const before = workbench.fileText('notes/107_two-percent.txt');
  await workbench.command('Note Corpus: Convert to Markdown');
  await workbench.expectActiveFile('notes/107_two-percent.md');
  await workbench.expectEditorText(/^## Related concepts in this collection/m);
  await workbench.screenshot('work-5-markdown');
  await workbench.command('Note Corpus: Convert to Plain Text (Dense)');
  await workbench.expectActiveFile('notes/107_two-percent.txt');
  await workbench.save();
  await workbench.expectFileText('notes/107_two-percent.txt', (text) => text === before);
});

for (const theme of ['light', 'dark'] as const) {
  scenario(`the corpus page, ${theme}: numbers, and what they are of`, { folder: SAMPLE }, async (workbench) => {
    await workbench.setTheme(theme);
    await workbench.openFile('notes/n23.txt');
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Note Corpus: Show Corpus Page');
    const page = await workbench.webviewOfTab('Corpus');
    await page.getByText('What turns a pale loaf into a brown crust?').first().waitFor();
    await workbench.screenshot(`work-6-corpus-${theme}`);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByText('What turns a pale loaf into a brown crust?').first().click();
    await workbench.expectActiveFile('notes/brown-crust.md');
  });
}
