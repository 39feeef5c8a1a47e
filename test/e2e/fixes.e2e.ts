import assert from 'node:assert/strict';
import { join } from 'node:path';
import { scenario } from './harness.ts';

// The light bulb: what can be done about a finding.

const SAMPLE = join(import.meta.dirname, '../../media/sample');
const MISSING = 'Does an old-dough ferment behave like a sourdough?';

scenario(
  'a near miss is mended by the title that was meant, and comes back with undo',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectProblems('21 findings', (found) => found.length === 21);
    await workbench.closePanel();
    await workbench.placeCursorAt('five minutes?]]');
    const fixes = await workbench.fixes();
    await workbench.screenshot('fixes-1-near-miss');
    assert.ok(fixes.includes('Use “What drives oven spring in the first ten minutes?”'), fixes.join('\n'));
    await workbench.fix('Use “What drives oven spring in the first ten minutes?”');
    await workbench.expectEditorText('[[What drives oven spring in the first ten minutes?]]. Dense rye');
    await workbench.expectProblems('20 findings', (found) => found.length === 20);
  },
);

scenario('a missing note is created with what is said of it and who uses it', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('inquiries/one-schedule.md');
  await workbench.expectStatus(/37 documents/);
  await workbench.placeCursorAt(MISSING);
  await workbench.fix(/^Create the note/);
  await workbench.expectActiveTab(/old-dough ferment/);
  await workbench.expectEditorText(/Inquiring lines that use this note as a source 2/);
  await workbench.screenshot('fixes-2-created-note');
  await workbench.expectProblems(
    'its findings gone',
    (found) => !found.some(({ message }) => message.includes(MISSING)),
  );
});

scenario(
  'an ambiguous title is told from the other by a link, and a title is no longer reported',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/starter-microbes-over-time.md');
    await workbench.expectStatus(/37 documents/);
    await workbench.placeCursorAt('When is a starter ready to raise bread?');
    const fixes = await workbench.fixes();
    await workbench.screenshot('fixes-3-ambiguous');
    await workbench.fix(fixes.find((each) => /n09/.test(each))!);
    await workbench.expectEditorText('[[n09|When is a starter ready to raise bread?]]');
    await workbench.openFile('notes/n23.txt');
    await workbench.placeCursorAt('Does freshly milled flour ferment faster?');
    await workbench.fix(/^Stop reporting .* in the whole corpus$/);
    await workbench.expectProblems('none of that title', (found) =>
      found.every(({ message }) => !message.includes('freshly milled')),
    );
    assert.match(workbench.fileText('.vscode/settings.json'), /"noteCorpus\.diagnostics\.ignoredTitles"/);
  },
);

scenario('all titles of a text become wikilinks', { folder: SAMPLE }, async (workbench) => {
  await workbench.openFile('notes/scoring-a-loaf.md');
  await workbench.expectStatus(/37 documents/);
  await workbench.placeCursorAt('Why does steam matter only at the start of baking?');
  await workbench.fix(/^Make all titles here wikilinks$/);
  await workbench.expectEditorText('in [[Why does steam matter only at the start of baking?]], and it opens');
  await workbench.screenshot('fixes-4-linked');
});
