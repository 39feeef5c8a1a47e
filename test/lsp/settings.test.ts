import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** A client whose settings change: `settings` is what it answers. */
function settingsOf(initial: object): { settings: object; answer: () => object } {
  const state = { settings: initial, answer: () => state.settings };
  return state;
}

const DANGLING = '=== rain.md\n# Rain\n[[Why does mud stick?]]\n';
const finding = (severity: string): string =>
  `rain.md:2 "Why does mud stick?" ${severity} dangling-reference: No document has the title “Why does mud stick?”.`;

test('how grave a finding is, or off: changed without reading anything again', async (t) => {
  const state = settingsOf({ diagnostics: { danglingReference: 'error' } });
  const editor = await openEditor(t, DANGLING, { settings: state.answer });
  await editor.finds(finding('error'));
  for (const severity of ['warning', 'information', 'hint']) {
    state.settings = { diagnostics: { danglingReference: severity } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.finds(finding(severity));
  }
  state.settings = { diagnostics: { danglingReference: 'off' } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.finds('');
});

test('settings that stay as they are tell nothing again', async (t) => {
  const editor = await openEditor(t, DANGLING, { settings: () => ({ graph: { depth: Math.random() } }) });
  await editor.finds(finding('warning'));
  await editor.quiet();
  editor.published = [];
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.quiet();
  assert.deepEqual(editor.published, []);
});

test('nonsense in the settings is as if it were not there', async (t) => {
  const settings = {
    corpus: 5,
    exclude: [7, null, '[', '\\', 'x'],
    mentions: { minimumWords: 'many' },
    diagnostics: { danglingReference: 'loud', brokenLink: null },
  };
  const editor = await openEditor(t, DANGLING, { settings: () => settings });
  await editor.finds(finding('warning'));
});

test('a folder that is never a corpus, and one that always is', async (t) => {
  const state = settingsOf({ corpus: 'never' });
  const editor = await openEditor(t, `${DANGLING}=== page.md\n# A page\n[gone](gone.md)\n`, { settings: state.answer });
  await editor.open('rain.md');
  await editor.quiet();
  assert.equal(editor.findings, '');
  assert.deepEqual(editor.published, []);
  assert.deepEqual(await editor.ask('noteCorpus/status', {}), [
    {
      folder: editor.workspaceFolder('').uri,
      isCorpus: false,
      inquiries: 0,
      notes: 0,
      pages: 0,
      missing: 0,
      skipped: [],
    },
  ]);
  const broken = 'page.md:2 "gone.md" warning broken-link: There is no file “gone.md” in this corpus.';
  state.settings = { corpus: 'always' };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.finds(`${broken}\n${finding('warning')}`);
  await editor.type('rain.md', ['[[Why does mud stick?]]', 'no link']);
  await editor.finds(broken);
  state.settings = { corpus: 'auto' };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.finds('');
});

test('how many words a title needs to be found in prose', async (t) => {
  const state = settingsOf({});
  const picture = '=== mud.md\n# Sticky mud\n=== rain.md\n# On rain\nIt makes Sticky mud of clay. [[Sticky mud]]\n';
  const editor = await openEditor(t, picture, { settings: state.answer });
  const mention = (): Promise<unknown> =>
    editor.ask('textDocument/definition', editor.at('rain.md', 'makes Sticky| mud'));
  assert.equal(await mention(), null);
  state.settings = { mentions: { minimumWords: 2 } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.quiet();
  assert.notEqual(await mention(), null);
});

test('excluded files are no documents, and are ones again', async (t) => {
  const state = settingsOf({ exclude: ['rain.txt', 'drafts/'] });
  const picture = `${MUD.replace('[the inquiry](rain.txt)', 'it')}=== drafts/a.md\n# A draft\n[[Nobody]]\n`;
  const editor = await openEditor(t, picture, { settings: state.answer });
  await editor.finds(
    ['Does rain make a path worse?', 'Is gravel worth its price?']
      .map(
        (title, at) => `mud.txt:${9 + at} "${title}" warning dangling-reference: No document has the title “${title}”.`,
      )
      .join('\n'),
  );
  assert.equal(await editor.ask('noteCorpus/backlinks', { uri: editor.uri('rain.txt') }), null);
  state.settings = { exclude: [] };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.quiet();
  assert.match(editor.findings, /^drafts\/a\.md:2 "Nobody"/);
  assert.doesNotMatch(editor.findings, /“Does rain make a path worse\?”/);
});

test('a client that cannot be asked, or answers with an error, gets the defaults', async (t) => {
  const silent = await openEditor(t, DANGLING, { capabilities: { workspace: {} } });
  await silent.finds(finding('warning'));
  const failing = await openEditor(t, DANGLING, {
    settings: () => Promise.reject(new Error('no settings today')),
    mayFail: true,
  });
  await failing.finds(finding('warning'));
});
