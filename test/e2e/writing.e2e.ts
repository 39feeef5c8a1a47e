import { join } from 'node:path';
import { scenario } from './harness.ts';

// New notes and inquiring lines.

const SAMPLE = join(import.meta.dirname, '../../media/sample');

scenario(
  'New Note: a title that is taken is refused while one types it; a new one is opened',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Note Corpus: New Note');
    await workbench.quickInput.type('What does scoring do besides decorate a loaf?');
    await workbench.quickInput.expectRefusal(/notes\/scoring-a-loaf\.md/);
    await workbench.screenshot('writing-1-taken');
    await workbench.quickInput.answer('Why does salt slow a dough down?');
    await workbench.expectActiveTab(/Why does salt slow a dough down/);
    await workbench.expectEditorText(/Why does salt slow a dough down\?/);
  },
);

scenario(
  'New Inquiring Line: its question, and the notes that it is answered from',
  { folder: SAMPLE },
  async (workbench) => {
    await workbench.openFile('notes/scoring-a-loaf.md');
    await workbench.expectStatus(/37 documents/);
    await workbench.command('Note Corpus: New Inquiring Line');
    await workbench.quickInput.answerFirst('What makes a crust sing?');
    await workbench.quickInput.tick('What does scoring do besides decorate a loaf?', 'scoring');
    await workbench.quickInput.tick('What drives oven spring in the first ten minutes?', 'oven spring');
    await workbench.screenshot('writing-2-picking');
    await workbench.quickInput.confirm();
    await workbench.expectActiveTab(/What makes a crust sing/);
    await workbench.expectEditorText(/Sources 2 notes[\s\S]*What does scoring do[\s\S]*What drives oven spring/);
    await workbench.screenshot('writing-3-inquiry');
  },
);

scenario(
  'a note that is dropped into a text is named there: bare in plain text, by a wikilink in Markdown',
  {
    folder: {
      'rain.txt': 'INQUIRING LINE\n\nDoes rain matter to paths?\n\nIt does, as we know from\n',
      'page.md': '# A page of links\n\nSee\n',
      'mud.md': '# Why does mud stick to boots?\n',
    },
  },
  async (workbench) => {
    await workbench.openFile('rain.txt');
    await workbench.expectStatus(/3 documents/);
    await workbench.dropFile('mud.md');
    await workbench.expectEditorText(/^Why does mud stick to boots\?/m);
    await workbench.openFile('page.md');
    await workbench.dropFile('mud.md');
    await workbench.expectEditorText('[[Why does mud stick to boots?]]');
    await workbench.screenshot('writing-4-dropped');
  },
);
