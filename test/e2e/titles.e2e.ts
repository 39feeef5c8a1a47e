import assert from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from './harness.ts';

// What the editor knows of titles: suggestions, who uses them, where they come from, their colours.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

scenario(
  'a title is suggested while its words are typed in plain text, and replaces them',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/121_fog.txt');
    await workbench.expectStatus(/37 documents/);
    await workbench.goto(3, 1);
    await workbench.press('End');
    // As fast as people type: what comes while VS Code waits for the first letter's answer is not asked about.
    await workbench.editor().page().keyboard.type(' We know besid deco', { delay: 150 });
    await workbench.expectCompletion('What does scoring do besides decorate a loaf?');
    await workbench.screenshot('titles-1-suggested');
    await workbench.complete('What does scoring do besides decorate a loaf?');
    await workbench.expectEditorText('We know What does scoring do besides decorate a loaf?');
  },
);

scenario(
  'behind [[ the list stays open between words, and the brackets are closed once',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectStatus(/37 documents/);
    await workbench.goto(10, 1);
    await workbench.type('See [[cold dough');
    await workbench.expectCompletion('Does cold dough hold its shape in the oven?');
    await workbench.screenshot('titles-2-wikilink');
    await workbench.complete('Does cold dough hold its shape in the oven?');
    await workbench.expectEditorText('See [[Does cold dough hold its shape in the oven?]]A loaf in the oven');
  },
);

scenario(
  'who uses a note stands over its title and behind the entries of lists, and a click shows it',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectStatus(/37 documents/);
    await workbench.expectCodeLens(/^used by 2 inquiring lines · \d+ notes?$/);
    await workbench.expectEditorText(
      /What drives oven spring in the first ten minutes\?\]\].?used by \d+ inquiring lines/,
    );
    await workbench.screenshot('titles-3-used-by');
    await workbench.clickCodeLens(/^used by/, workbench.editor().locator('.peekview-widget'));
    await workbench.screenshot('titles-4-peek');
  },
);

scenario(
  'a document is traced back to its sources, and a note forward into its questions',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('inquiries/one-schedule.md');
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Note Corpus: Trace Back to Its Sources');
    const sources = await workbench.expectTree((labels) => labels.length > 3);
    assert.equal(sources[0], 'Can one schedule suit both the baker and the dough?');
    await workbench.screenshot('titles-5-sources');
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.placeCursorAt('What does scoring do');
    await workbench.command('Note Corpus: Follow Forward into Its Questions');
    const questions = await workbench.expectTree(
      (labels) => labels[0] === 'What does scoring do besides decorate a loaf?' && labels.length > 2,
    );
    assert.ok(questions.includes('How much of a good crust is decided in the first minutes?'), questions.join('\n'));
    await workbench.screenshot('titles-6-questions');
  },
);

scenario(
  'titles in prose have the colour of links, a missing one is faded, and sections are headings',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('inquiries/i02.txt');
    await workbench.expectStatus(/37 documents/);
    const [resolved, missing, prose, section] = await workbench.expectColours(
      ['Which microbes settle', 'Does freshly milled flour', 'This explores', 'INQUIRING LINE'],
      (colours) => new Set(colours).size === 4,
    );
    assert.ok(resolved && missing && prose && section);
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.expectColours(
        ['Which microbes settle', 'Does freshly milled flour', 'This explores'],
        (colours) => new Set(colours).size === 3,
      );
      await workbench.screenshot(`titles-7-colours-${theme.replaceAll(' ', '-')}`);
    }
  },
);

scenario('sections fold, and a selection grows from the word to the title', { folder: SAMPLE }, async (workbench) => {
  const TITLE = 'Does a starter keep the microbes it was born with?';
  await workbench.openFile('inquiries/i02.txt');
  await workbench.expectStatus(/37 documents/);
  await workbench.command('Fold All Regions');
  await workbench.expectEditorText(/^(?![\s\S]*A settled starter is)[\s\S]*Sources 6 notes/);
  await workbench.screenshot('titles-8-folded');
  await workbench.command('Unfold All');
  await workbench.placeCursorAt(TITLE);
  await workbench.command('Expand Selection');
  await workbench.expectSelected('Does'.length);
  await workbench.command('Expand Selection');
  await workbench.expectSelected(TITLE.length);
});
