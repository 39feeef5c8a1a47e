import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Files, scenario } from './harness.ts';
import { until } from './until.ts';

// The views in the side bar: who uses a document, what it names, what stands alone.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

scenario(
  'Backlinks by role, with a filter that stays, and what a document names',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/cold-dough-shape.md');
    await workbench.openView('Note Corpus', 'Backlinks');
    await workbench.expectViewRows('Backlinks', 'both kinds', (rows) => rows.length === 7);
    await workbench.command('Note Corpus: Group and Sort Backlinks...');
    await workbench.quickInput.pick(/Group by role/);
    const roles = await workbench.expectViewRows(
      'Backlinks',
      'roles',
      (rows) => rows[0]?.label === 'Among their Sources',
    );
    assert.deepEqual(
      roles.filter(({ level }) => level === 1).map(({ label }) => label),
      ['Among their Sources', 'In their body', 'Among their related concepts'],
    );
    await workbench.screenshot('views-1-by-role');
    await workbench.command('Note Corpus: Filter Backlinks...');
    await workbench.quickInput.answer('fridge');
    await workbench.expectViewRows('Backlinks', 'fewer rows', (rows) => rows.length > 0 && rows.length < roles.length);
    await workbench.screenshot('views-2-filtered');
    await workbench.command('Note Corpus: Filter Backlinks...');
    await workbench.quickInput.answer('zeppelin');
    await workbench.expectViewText('Backlinks', /these words/);
    await workbench.command('Note Corpus: Clear Filter of Backlinks');
    await workbench.expectViewRows('Backlinks', 'all rows', (rows) => rows.length === roles.length);
    await workbench.openView('Note Corpus', 'Sources and Links Out');
    await workbench.expectViewRows(
      'Sources and Links Out',
      'what it names',
      (rows) => rows[0]?.label === 'Named in the body' && rows.some(({ label }) => label === 'Related concepts'),
    );
    await workbench.screenshot('views-3-out');
  },
);

const UNLISTED: Files = {
  'mud.txt':
    'Does rain turn paths to mud?\n\nRain meets soil.\n\nInquiring lines that use this note as a source 1\n\n- Why do paths fail in winter?\n',
  'winter.txt':
    'INQUIRING LINE\n\nWhy do paths fail in winter?\n\nThis explores paths. See Does rain turn paths to mud? for the first part.\n\nSources 1\n\nDoes rain turn paths to mud?\n\nRain meets soil.\n',
  'spring.txt':
    'INQUIRING LINE\n\nWhat do paths look like in spring?\n\nThis explores spring. See Does rain turn paths to mud? for the rest.\n\nSources 1\n\nDoes rain turn paths to mud?\n\nRain meets soil.\n',
  'alone.md': '# Who walks there at night?\n\nNobody knows, and nobody names this note.\n',
};

scenario(
  'an inquiring line that a note does not list is marked, and added to its list',
  { folder: UNLISTED, settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.openFile('mud.txt');
    await workbench.openView('Note Corpus', 'Backlinks');
    const isMarked = (rows: { label: string; description: string }[]) =>
      rows.some(({ label, description }) => label.startsWith('What do paths') && /not listed/.test(description));
    await workbench.expectViewRows('Backlinks', 'the mark', isMarked);
    await workbench.screenshot('views-4-not-listed');
    await workbench.clickRowAction('Backlinks', /What do paths look like/, 'Add to the List');
    await workbench.expectEditorText(
      /source 2\n\n- Why do paths fail in winter\?\n\n- What do paths look like in spring\?/,
    );
    await workbench.expectViewRows('Backlinks', 'no mark', (rows) => rows.length > 0 && !isMarked(rows));
    await workbench.openView('Note Corpus', 'Orphans');
    await workbench.expectViewRows('Orphans', 'the note alone', (rows) =>
      rows.some(({ label }) => label === 'Who walks there at night?'),
    );
    await workbench.screenshot('views-5-orphans');
  },
);

/** A note that everybody names. */
function hub(users: number): Files {
  const texts = Array.from({ length: users }, (_, at) => [
    `path-${at}.md`,
    `# Where does path ${at} lead to?\n\nAll paths meet in [[The old well in the wood]], and part again.\n`,
  ]);
  return { 'well.md': '# The old well in the wood\n\nWater, all year.\n', ...Object.fromEntries(texts) };
}

scenario(
  'a note that two thousand name opens with the first of them, and with more where they are wanted',
  { folder: hub(2_000), settings: { 'noteCorpus.corpus': 'always' } },
  async (workbench) => {
    await workbench.expectStatus('2,001 documents');
    await workbench.openFile('well.md');
    await workbench.openView('Note Corpus', 'Backlinks');
    await until(
      'the first documents',
      () => workbench.viewText('Backlinks'),
      (text) => /Where does path 0 lead to/.test(text),
    );
    await workbench.screenshot('views-6-hub');
    await workbench.clickRow('Backlinks', /Load more/);
    await workbench.expectViewRows('Backlinks', 'more than a thousand', (rows) => rows.length > 1_000);
  },
);
