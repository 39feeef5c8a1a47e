import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Files, scenario } from './harness.ts';
import { killServer } from './processes.ts';
import { watchStatus } from './statuses.ts';
import type { Workbench } from './workbench.ts';

// What happens on the disk behind the editor's back.

const SAMPLE = join(import.meta.dirname, '../../media/sample');
const NOTE = 'notes/scoring-a-loaf.md';

const nothingPoppedUp = async (workbench: Workbench): Promise<void> =>
  assert.deepEqual(await workbench.notifications(), []);

scenario(
  'a link to a folder elsewhere is left alone, and what is opened through it is no document',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.expectStatus('37 documents');
    // Beside the folder, and in a circle.
    const elsewhere = join(dirname(workbench.folder), 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(
      join(elsewhere, 'far.md'),
      '# Why is this so far away?\n\nSee [[What does scoring do besides decorate a loaf?]].\n',
    );
    symlinkSync(elsewhere, join(workbench.folder, 'linked'));
    symlinkSync(workbench.folder, join(workbench.folder, 'circle'));
    await workbench.command('Note Corpus: Read the Corpus Again');
    await workbench.expectStatus('37 documents');
    await workbench.openFile('linked/far.md');
    await workbench.openView('Note Corpus', 'Backlinks');
    await workbench.screenshot('disk-1-link');
    await workbench.openFile(NOTE);
    await workbench.expectViewRows(
      'Backlinks',
      'four documents',
      (rows) => rows.filter(({ level }) => level === 2).length === 4,
    );
    await workbench.expectStatus('37 documents');
    await nothingPoppedUp(workbench);
  },
);

scenario(
  'a file that is deleted and made again while it is open is what it is on the disk',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile(NOTE);
    await workbench.expectStatus('37 documents');
    await workbench.openView('Note Corpus', 'Backlinks');
    await workbench.expectViewRows(
      'Backlinks',
      'two groups',
      (rows) => rows.filter(({ level }) => level === 1).length === 2,
    );
    const text = workbench.fileText(NOTE);
    const path = join(workbench.folder, NOTE);
    rmSync(path);
    await workbench.page.locator('.tab.active .monaco-icon-label.strikethrough').waitFor();
    // What is open is there, as long as it is open.
    await workbench.expectStatus('37 documents');
    await workbench.screenshot('disk-2-deleted');
    writeFileSync(path, text.replace('# What does scoring do besides decorate a loaf?', '# What is a blade for?'));
    await workbench.expectEditorText('# What is a blade for?');
    await workbench.expectViewRows(
      'Backlinks',
      'nobody',
      (rows) => !rows.some(({ label }) => /Inquiring lines that use/.test(label)),
    );
    await workbench.screenshot('disk-3-another');
    writeFileSync(path, text);
    await workbench.expectViewRows(
      'Backlinks',
      'two groups',
      (rows) => rows.filter(({ level }) => level === 1).length === 2,
    );
    await workbench.expectStatus('37 documents');
    await nothingPoppedUp(workbench);
  },
);

const MANY = 10_000;
const title = (number: number): string => `How does river ${number} find its way to the sea?`;
const pathOf = (at: number): string => `${Math.floor(at / 1000)}/river-${at}.md`;
/** Every note names one other. */
const noteOf = (at: number, other: number): string => `# ${title(at)}\n\nIt asks with ${title(other)}\n`;
const many = (other: (at: number) => number): Files =>
  Object.fromEntries(Array.from({ length: MANY }, (_, at) => [pathOf(at), noteOf(at, other(at))]));

scenario(
  'ten thousand files change at once behind the editor, and then the server is killed: answers are right, and nothing pops up',
  { folder: many((at) => (at + 1) % MANY), settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.expectStatus('10,000 documents');
    await workbench.openFile(pathOf(7));
    await workbench.openView('Note Corpus', 'Backlinks');
    await workbench.expectViewRows('Backlinks', 'the one before', (rows) => rows.at(-1)?.label === title(6));
    const start = performance.now();
    for (const [path, text] of Object.entries(many((at) => (at + MANY - 1) % MANY)))
      writeFileSync(join(workbench.folder, path), text);
    const written = performance.now();
    await workbench.expectViewRows('Backlinks', 'the one after', (rows) => rows.at(-1)?.label === title(8));
    console.log(
      `10,000 files written in ${Math.round(written - start)} ms, right ${Math.round(performance.now() - written)} ms later`,
    );
    await workbench.expectEditorText(title(6));
    await workbench.placeCursorAt(title(6));
    await workbench.press('F12');
    await workbench.expectActiveFile(pathOf(6));
    await workbench.expectStatus('10,000 documents');
    await nothingPoppedUp(workbench);
    await workbench.screenshot('disk-4-ten-thousand');
    const kill = performance.now();
    const status = await watchStatus(workbench);
    await killServer();
    await status.expect(/Corpus: starting again/);
    await workbench.expectStatus('10,000 documents');
    console.log(`back among 10,000 after ${Math.round(performance.now() - kill)} ms`);
    await workbench.openFile(pathOf(9));
    await workbench.expectViewRows('Backlinks', 'the one after', (rows) => rows.at(-1)?.label === title(10));
    await nothingPoppedUp(workbench);
  },
);
