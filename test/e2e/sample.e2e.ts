import assert from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from './harness.ts';
import { accessibilityProblems } from './webviews.ts';

// The sample corpus, in all three layouts, with the faults that its README tells of.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

scenario(
  'the sample: every fault of its README is in Problems, and nothing else',
  { folder: SAMPLE },
  async (workbench) => {
    const problems = await workbench.expectProblems('21 findings', (found) => found.length === 21);
    const count = (code: string) => problems.filter((problem) => problem.code === code).length;
    assert.deepEqual(
      [
        'dangling-reference',
        'ambiguous-reference',
        'duplicate-title',
        'broken-link',
        'stale-backlink',
        'lost-title',
      ].map(count),
      [10, 1, 2, 1, 1, 6],
    );
    const nearMiss = problems.find(({ message }) => message.includes('Did you mean'));
    assert.match(
      nearMiss?.message ?? '',
      /first five minutes\?”\. Did you mean “What drives oven spring in the first ten minutes\?”\?$/,
    );
    await workbench.screenshot('sample-1-problems');
  },
);

scenario('a problem goes away while one types, and comes back', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('notes/scoring-a-loaf.md');
  await workbench.expectProblems('the near miss', (found) => found.some(({ file }) => file === 'scoring-a-loaf.md'));
  await workbench.closePanel();
  await workbench.placeCursorAt('five minutes?]]');
  for (let letter = 0; letter < 'five'.length; letter++) await workbench.press('Delete');
  await workbench.type('ten');
  await workbench.expectProblems('no near miss', (found) => !found.some(({ file }) => file === 'scoring-a-loaf.md'));
  await workbench.closePanel();
  await workbench.press('Control+z');
  await workbench.expectProblems('the near miss again', (found) =>
    found.some(({ file }) => file === 'scoring-a-loaf.md'),
  );
});

scenario(
  'a wikilink, a Markdown link and an alias lead to the note; an ambiguous title to both',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.expectStatus(/37 documents/);
    await workbench.openFile('notes/hydration-and-crumb.md');
    await workbench.placeCursorAt('no-knead principle');
    await workbench.press('F12');
    await workbench.expectActiveTab('does-time-build-gluten.md');
    await workbench.openFile('README.md');
    await workbench.placeCursorAt('.md)');
    await workbench.press('F12');
    await workbench.expectActiveFile('notes/brown-crust.md');
    await workbench.openFile('notes/starter-microbes-over-time.md');
    await workbench.placeCursorAt('When is a starter ready to raise bread?');
    await workbench.press('F12');
    await workbench.editor().locator('.peekview-widget').waitFor();
    await workbench.screenshot('sample-2-ambiguous');
  },
);

scenario(
  'the neighbourhood in the side bar, and the graph panel, work without a mouse',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/cold-dough-shape.md');
    await workbench.openView('Note Corpus', 'Neighbourhood');
    const view = await workbench.webviewOfView('Neighbourhood');
    await view.locator('body[data-ready][data-focus="notes/cold-dough-shape.md"]').waitFor();
    await workbench.screenshot('sample-3-neighbourhood');
    await workbench.command('Note Corpus: Show Graph');
    const graph = await workbench.webviewOfTab('Graph');
    await graph.locator('label.option', { has: graph.locator('input[aria-label="Around"]') }).click();
    await graph
      .locator('body[data-ready][data-arrangement="around"][data-focus="notes/cold-dough-shape.md"]')
      .waitFor();
    await graph.locator('.node[data-distance="0"]').focus();
    await workbench.press('ArrowUp');
    const reached = await graph.locator('.node:focus').getAttribute('data-id');
    assert.notEqual(reached, 'notes/cold-dough-shape.md');
    await workbench.press('Enter');
    await graph.locator(`body[data-ready][data-focus="${reached}"]`).waitFor();
    await workbench.screenshot('sample-4-walked-by-keyboard');
    await workbench.press('Escape');
    await graph.locator('body[data-ready][data-focus="notes/cold-dough-shape.md"]').waitFor();
    assert.deepEqual(await accessibilityProblems(graph), []);
  },
);

scenario(
  'titles are found by Go to Symbol in Workspace, slips of the pen included',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Go to Symbol in Workspace...');
    await workbench.quickInput.pick(/What drives oven spring in the first ten minutes\?/, '#drives oven sprng');
    await workbench.expectActiveTab(/.+/);
    assert.match(await workbench.editorText(), /What drives oven spring in the first ten minutes\?/);
  },
);
