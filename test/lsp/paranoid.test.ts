import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { test } from 'node:test';
import { type Editor, eventually, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

/** What the server says in its log, and in messages to the reader. */
function heardBy(editor: Editor): { log: string[]; messages: string[] } {
  const heard = { log: [] as string[], messages: [] as string[] };
  editor.connection.onNotification('window/logMessage', ({ message }) => {
    heard.log.push(message.replaceAll(editor.workspaceFolder('').uri, 'the folder'));
  });
  editor.connection.onNotification('window/showMessage', ({ message }) => {
    heard.messages.push(message);
  });
  return heard;
}

test('noteCorpus.paranoid: after each change all is read anew and compared, and nothing differs', async (t) => {
  const editor = await openEditor(t, MUD, { settings: () => ({ paranoid: true }) });
  const { log, messages } = heardBy(editor);
  await editor.quiet();
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['Why does mud stick', 'Why does clay stick']);
  await editor.quiet();
  await editor.type('rain.txt', ['Why does clay stick', 'Why does mud stick']);
  await editor.quiet();
  await eventually(() => assert.ok(log.filter((each) => /^Checked the folder: \d+ documents/.test(each)).length > 1));
  assert.deepEqual(messages, []);
});

test('a difference is told in the log, by files and places, and once in a message', async (t) => {
  const then = new Date(Date.now() - 3_600_000);
  const files = '=== mud.md\n# Why mud sticks\n=== rain.md\n# Does it rain?\n\nIt is Why mud sticks. See [[Sand]].\n';
  const editor = await openEditor(t, '', { folders: [], settings: () => ({ paranoid: true }), mayFail: true });
  const { log, messages } = heardBy(editor);
  for (const [, path, text] of files.matchAll(/=== (.*)\n((?:(?!===).*\n)*)/g)) editor.files.write(path!, text!);
  for (const path of ['mud.md', 'rain.md']) utimesSync(editor.files.at(path), then, then);
  const event = { added: [editor.workspaceFolder('')], removed: [] };
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await editor.quiet();
  // As no honest disk does: another text of the same size and time.
  editor.files.write('mud.md', '# Why mud is dry\n');
  utimesSync(editor.files.at('mud.md'), then, then);
  for (const word of ['rains', 'pours']) {
    editor.files.write('new.md', `# It ${word}\n`);
    await editor.watched('created new.md');
    await eventually(() => assert.match(log.join('\n'), /not what is read anew/));
    await editor.quiet();
  }
  const told = log.filter((each) => each.includes('read anew'));
  assert.match(told.join('\n'), /^What is known of the folder is not what is read anew\. “mud\.md”: another title\.$/m);
  assert.match(
    told.join('\n'),
    /“rain\.md”: mention in line 3, character 7 that leads to “mud\.md”, and would be wikilink in line 3/,
  );
  assert.doesNotMatch(told.join('\n'), /sticks|is dry/);
  assert.equal(messages.length, 1);
});
