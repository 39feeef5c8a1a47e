import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, openEditor } from './client.ts';

/** Two pages; the first names the second. */
const PAIR = '=== notes/rain.md\n# Rain\n[[Why does mud stick?]]\n=== notes/mud.md\n# Why does mud stick?\n';
const dangling = (path: string): string =>
  `${path}:2 "Why does mud stick?" warning dangling-reference: No document has the title “Why does mud stick?”.`;

test('a file is deleted and made again', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  assert.equal(editor.findings, '');
  editor.files.remove('notes/mud.md');
  await editor.watched('deleted notes/mud.md');
  await editor.finds(dangling('notes/rain.md'));
  editor.files.write('other/mud.md', '# Why does mud stick?\n');
  await editor.watched('created other/mud.md');
  await editor.finds('');
});

test('a file changes on disk', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.files.write('notes/mud.md', '# Another title\n');
  await editor.watched('changed notes/mud.md');
  await editor.finds(dangling('notes/rain.md'));
});

test('what an event says does not count: only what is on the disk', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.watched(
    'deleted notes/mud.md',
    'created notes/never.md',
    'deleted notes/rain.md',
    'changed notes/mud.md',
  );
  await editor.quiet();
  assert.equal(editor.findings, '');
  const [status] = await editor.ask('noteCorpus/status', {});
  assert.equal(status.pages, 2);
  // The other way round: it is gone, and an event says that it was made.
  editor.files.remove('notes/mud.md');
  await editor.watched('created notes/mud.md');
  await editor.finds(dangling('notes/rain.md'));
});

test('a folder is renamed: only the folder is announced', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.files.write('notes/rain.md', '# Rain\n[[Why does mud stick?]] [by path](mud.md)\n');
  editor.files.move('notes', 'deep/soil');
  await editor.watched('deleted notes', 'created deep');
  await editor.quiet();
  assert.equal(editor.findings, '');
  const [link] = await editor.ask('textDocument/definition', editor.at('deep/soil/rain.md', '[[Why| does'));
  assert.equal(editor.pathOf(link.targetUri), 'deep/soil/mud.md');
  assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, 2);
});

test('a folder is deleted: its findings go, those of others come', async (t) => {
  const editor = await openEditor(t, `${PAIR}=== elsewhere/a.md\n# A\n[[Why does mud stick?]]\n`);
  await editor.quiet();
  editor.files.write('notes/rain.md', '# Rain\n[[Nobody has this]]\n');
  await editor.watched('changed notes/rain.md');
  await editor.finds(
    'notes/rain.md:2 "Nobody has this" warning dangling-reference: No document has the title “Nobody has this”.',
  );
  editor.files.remove('notes');
  await editor.watched('deleted notes');
  // The text that had the finding is gone: there is nothing to underline any more.
  await editor.quiet();
  assert.deepEqual(editor.diagnostics('notes/rain.md'), []);
  assert.match(editor.findings, /^elsewhere\/a\.md:2 /);
});

test('an open document outlives its file, until it is closed', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.open('notes/mud.md');
  editor.files.remove('notes/mud.md');
  await editor.watched('deleted notes/mud.md');
  await editor.quiet();
  assert.equal(editor.findings, '');
  await editor.close('notes/mud.md');
  await editor.finds(dangling('notes/rain.md'));
});

test('a checkout of a thousand files is a few batches, not a thousand', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.changes = [];
  const paths = Array.from({ length: 1000 }, (_, at) => `many/${at}.md`);
  for (const path of paths) editor.files.write(path, `# Title number ${path}\n[[Rain]] [[Missing ${path}]]\n`);
  for (const path of paths) await editor.watched(`created ${path}`);
  await eventually(() => assert.equal(editor.diagnostics('many/999.md').length, 1), 60_000);
  await editor.quiet();
  assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, 1002);
  assert.ok(editor.changes.length < 50, `${editor.changes.length} notifications`);
});

test('events that do not end are not waited out', async (t) => {
  const editor = await openEditor(t, PAIR);
  await editor.quiet();
  editor.files.remove('notes/mud.md');
  await editor.watched('deleted notes/mud.md');
  // A log file, say, that is written all the time.
  const busy = setInterval(() => void editor.watched('changed build.log'), 20);
  t.after(() => clearInterval(busy));
  await editor.finds(dangling('notes/rain.md'));
  clearInterval(busy);
});

test('hidden and ignored files are none of the corpus, also when they come later or are opened', async (t) => {
  const editor = await openEditor(t, `=== .gitignore\ndrafts/\n*.tmp.md\n${PAIR}`);
  await editor.quiet();
  const nobody = '# Idle\n[[Why does mud stick?]] [[Nobody has this]]\n';
  const paths = ['.hidden/a.md', 'node_modules/pkg/a.md', 'drafts/a.md', 'notes/a.tmp.md'];
  for (const path of paths) editor.files.write(path, nobody);
  await editor.watched('created .hidden/a.md', 'created node_modules', 'created drafts', 'created notes/a.tmp.md');
  await editor.watched('created node_modules/pkg/a.md', 'created drafts/a.md');
  for (const path of paths) await editor.open(path);
  await editor.quiet();
  assert.equal(editor.findings, '');
  assert.equal((await editor.ask('noteCorpus/status', {}))[0].pages, 2);
});

test('other rules in .gitignore make other files count', async (t) => {
  const editor = await openEditor(t, `${PAIR}=== notes/.gitignore\n# nothing\n`);
  await editor.open('notes/rain.md');
  await editor.quiet();
  editor.files.write('notes/.gitignore', 'mud.md\n');
  await editor.watched('changed notes/.gitignore');
  await editor.finds(dangling('notes/rain.md'));
  editor.files.remove('notes/.gitignore');
  await editor.watched('deleted notes/.gitignore');
  await editor.finds('');
  // A package brings its own: that is nothing to us.
  editor.changes = [];
  editor.files.write('node_modules/pkg/.gitignore', '*.md\n');
  await editor.watched('created node_modules/pkg/.gitignore');
  await editor.quiet();
  assert.equal(editor.findings, '');
});
