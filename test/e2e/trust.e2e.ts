import assert from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from './harness.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

// Restricted Mode: a folder of a stranger can be read, and nothing in it is written before it is trusted.

const SAMPLE = join(import.meta.dirname, '../../media/sample');
const NOTE = 'notes/scoring-a-loaf.md';
const MISSING = 'What drives oven spring in the first five minutes?';
const REFUSED = 'This workspace is not trusted, so Note Corpus only reads it.';

/** Of our commands in the palette, those that write. */
const writing = (labels: readonly string[]): string[] =>
  labels.filter((label) => /New|Create|Convert|Update|Write|Fill|Add|Take/.test(label));

/** What the palette has of ours that begins so. */
async function offered(workbench: Workbench, begins: string): Promise<string[]> {
  await workbench.press('F1');
  await workbench.quickInput.type(`>Note Corpus: ${begins}`);
  const labels = await until(
    'commands',
    () => workbench.quickInput.labels(),
    (found) => found.length > 0,
  );
  await workbench.press('Escape');
  return labels;
}

/** What the menu of the first missing note says. */
async function menuOfMissing(workbench: Workbench): Promise<string[]> {
  const { page } = workbench;
  const row = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: 'freshly milled' }).first();
  await row.click({ button: 'right' });
  const items = page.locator('.monaco-menu .action-label:not(.separator)');
  await items.first().waitFor();
  const labels = await items.allInnerTexts();
  await workbench.press('Escape');
  return labels;
}

scenario(
  'a folder that is not trusted is read and not written; once it is, all works without a reload',
  { folder: SAMPLE, untrusted: true },
  async (workbench) => {
    const { page } = workbench;
    await workbench.openFile(NOTE);
    await workbench.expectStatus('37 documents');
    await workbench.expectStatus('Restricted Mode');
    // Reading.
    await workbench.placeCursorAt('Why does steam');
    await workbench.expectHover(/used by 2 inquiring lines/);
    await workbench.press('Escape');
    await workbench.press('F12');
    await workbench.expectActiveTab('121_fog.txt');
    await workbench.openFile(NOTE);
    await workbench.openView('Note Corpus', 'Missing Notes');
    await workbench.expectViewRows('Missing Notes', 'three notes', (found) => found.length === 3);
    await workbench.expectViewRows('Backlinks', 'who uses it', (found) => found.length > 2);
    await workbench.expectProblems('findings', (found) => found.length > 0);
    await workbench.closePanel();
    await workbench.command('Note Corpus: Show Graph');
    await (await workbench.webviewOfTab('Graph')).locator('body[data-ready]').waitFor();
    await workbench.screenshot('trust-1-reading');
    // Writing.
    await workbench.openFile(NOTE);
    assert.deepEqual(writing(await offered(workbench, '')), []);
    assert.ok(!(await menuOfMissing(workbench)).includes('Create Note'));
    await workbench.placeCursorAt(MISSING);
    assert.deepEqual(await workbench.fixes(), [`${REFUSED} Manage Workspace Trust`]);
    await workbench.screenshot('trust-2-fixes');
    await workbench.press('Escape');
    await workbench.rename('What else?');
    await workbench.expectNotification(REFUSED);
    await workbench.screenshot('trust-3-rename');
    await workbench.setTheme('dark');
    await workbench.screenshot('trust-3-rename-dark');
    await workbench.openFile('notes/121_fog.txt');
    await workbench.placeCursorAt('Why does steam');
    await workbench.press('F2');
    await page.locator('.monaco-editor-overlaymessage', { hasText: REFUSED }).waitFor();
    await workbench.screenshot('trust-4-rename-text');
    await workbench.openFile(NOTE);
    await workbench.expectEditorText(MISSING);
    await workbench.placeCursorAt(MISSING);
    // Trusting it.
    await workbench.fix(`${REFUSED} Manage Workspace Trust`);
    await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await workbench.openFile(NOTE);
    await workbench.placeCursorAt(MISSING);
    assert.ok((await workbench.fixes()).some((title) => title.startsWith('Create')));
    await workbench.screenshot('trust-5-trusted');
    await workbench.press('Escape');
    assert.notDeepEqual(writing(await offered(workbench, 'Convert')), []);
    await workbench.placeCursorAt('What does scoring do');
    await workbench.rename('What is scoring for?');
    await workbench.expectFileText(NOTE, (text) => text.includes('# What is scoring for?'));
    await workbench.expectStatus('37 documents');
  },
);
