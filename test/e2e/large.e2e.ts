import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, scenario } from './harness.ts';
import { until } from './until.ts';

// Corpora that take their time. How long a real one takes is the machine's matter, and so the reading that is watched is
// one of a server that waits for the test.

const SLOW = {
  standIn: join(import.meta.dirname, 'slowServer.cjs'),
  folder: { 'note.md': '# What is read in its own time?\n' },
};
const FIGURE = /Reading the corpus: [\d,]+ of 12,345 files \(\d+%\)/;

scenario('a long reading is counted in the status bar, and no message pops up', SLOW, async (workbench) => {
  await workbench.expectStatus(FIGURE);
  assert.deepEqual(await workbench.notifications(), []);
  await workbench.screenshot('large-1-reading');
  writeFileSync(join(workbench.folder, 'read-enough'), '');
  await workbench.expectStatus('12,345 documents');
  await until(
    'the figure to go away',
    () => workbench.status(),
    (texts) => !texts.some((text) => FIGURE.test(text)),
  );
});

scenario('a long reading can be cancelled, and begun again', SLOW, async (workbench) => {
  await workbench.expectStatus(FIGURE);
  await workbench.clickStatus(FIGURE);
  await workbench.screenshot('large-2-cancel');
  await workbench.cancelProgress(FIGURE);
  await workbench.expectStatus('Corpus not read');
  assert.deepEqual(await workbench.notifications(), []);
  await workbench.screenshot('large-3-stopped');
  // Looking at a view would wake a server that sleeps: not this one.
  await workbench.openView('Note Corpus', 'Backlinks');
  await workbench.expectViewText('Backlinks', /reading of the corpus was stopped/);
  await workbench.expectStatus('Corpus not read');
  await workbench.screenshot('large-4-stopped-view');
  await workbench.clickStatus('Corpus not read');
  await workbench.expectStatus(FIGURE);
  writeFileSync(join(workbench.folder, 'read-enough'), '');
  await workbench.expectStatus('12,345 documents');
});

/** Every note names the one before it and the seventh before it. */
function manyNotes(count: number): Files {
  const title = (number: number) => `How does river ${number} find its way to the sea?`;
  const texts = Array.from({ length: count }, (_, at) => {
    const named = [at - 1, at - 7].filter((number) => number >= 0).map((number) => `It asks with ${title(number)}`);
    return `# ${title(at)}\n\nA river goes where the ground lets it.\n\n${named.join('\n\n')}\n`;
  });
  return Object.fromEntries(texts.map((text, at) => [`${Math.floor(at / 1000)}/river-${at}.md`, text]));
}

scenario(
  'among 5,000 notes F12 and Backlinks answer as among five',
  { folder: manyNotes(5_000), settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.expectStatus('5,000 documents');
    await workbench.openFile('4/river-4007.md');
    await workbench.placeCursorAt('How does river 4000 find');
    await workbench.press('F12');
    await workbench.expectActiveFile('4/river-4000.md');
    await workbench.openView('Note Corpus', 'Backlinks');
    const rows = await workbench.expectViewRows('Backlinks', 'two notes', (found) => found.length === 3);
    assert.deepEqual(
      rows.slice(1).map(({ label }) => label),
      [4001, 4007].map((number) => `How does river ${number} find its way to the sea?`),
    );
    await workbench.screenshot('large-5-many-notes');
  },
);
