import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenario } from './harness.ts';
import { killServer } from './processes.ts';
import { watchStatus } from './statuses.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

// What one sees of the extension's own state: the report, the log, and what client and server say to each other.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

/** Words of the sample that stand in no program: the long ones of its titles. */
function wordsOfNotes(): string[] {
  const texts = ['inquiries', 'notes'].flatMap((folder) =>
    readdirSync(join(SAMPLE, folder)).map((name) => readFileSync(join(SAMPLE, folder, name), 'utf8')),
  );
  const titles = texts.flatMap((text) => text.match(/^(# )?[A-Z][^.\n]*\?$/gm) ?? []);
  return [...new Set(titles.flatMap((title) => title.toLowerCase().match(/[a-z]{6,}/g) ?? []))];
}

scenario(
  'the report has versions, counts and the last errors, and no word of a note',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectStatus('37 documents');
    const status = await watchStatus(workbench);
    await killServer();
    await status.expect(/Corpus: starting again/);
    await workbench.expectStatus('37 documents');
    await workbench.command('Note Corpus: Report');
    const top = await workbench.expectEditorText(/# Note Corpus: Report/);
    await workbench.screenshot('observed-1-report');
    await workbench.press('Control+End');
    const report = `${top}\n${await workbench.expectEditorText(/## Last errors[\s\S]*The server went down/)}`;
    await workbench.setTheme('dark');
    await workbench.screenshot('observed-1-report-dark');
    for (const part of [
      /Note Corpus \d/,
      /VS Code \d/,
      /1 crash of the server/,
      /10 inquiries, 26 notes, 1 page/,
      /dangling-reference: \d/,
    ])
      assert.match(report, part);
    const words = wordsOfNotes();
    assert.ok(words.length > 50, `${words}`);
    assert.deepEqual(
      words.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(report)),
      [],
    );
  },
);

/** What is on the screen of a channel's lines. */
function channel({ page }: Workbench): Promise<string> {
  return page.locator('.output-view .view-lines').innerText();
}

scenario(
  'the log tells what happened, in levels; what client and server say to each other is shown when one asks for it',
  { folder: SAMPLE, logs: true, settings: { 'noteCorpus.trace.server': 'verbose' } },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectStatus('37 documents');
    const status = await watchStatus(workbench);
    await killServer();
    await status.expect(/Corpus: starting again/);
    await workbench.expectStatus('37 documents');
    await workbench.command('Note Corpus: Show Log');
    await until(
      'the log',
      () => channel(workbench),
      (text) => /\[warning\].*The server went down/i.test(text.replaceAll('\u00a0', ' ')),
    );
    await workbench.screenshot('observed-2-log');
    await workbench.command('Output: Show Output Channels...');
    await workbench.quickInput.pick('Note Corpus Trace', 'Corpus Trace');
    const said = await until(
      'the messages',
      () => channel(workbench),
      (text) => /Received response/.test(text.replaceAll('\u00a0', ' ')),
    );
    assert.ok(said.length > 0);
    await workbench.screenshot('observed-3-trace');
  },
);
