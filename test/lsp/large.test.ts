import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../host/folder.ts';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const many = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `=== many/${at}.md\n# Note number ${at}\n\n[[Why does mud stick to boots?]]\n`,
  ).join('');

test('a long list of references comes in pages to a client that asks for them, and says the same', async (t) => {
  const editor = await openEditor(t, `${MUD}${many(1234)}`);
  const params = { ...editor.at('mud.txt', 'Why does |mud'), context: { includeDeclaration: true } };
  const whole: { uri: string }[] = await editor.ask('textDocument/references', params);
  const pages: { uri: string }[][] = [];
  editor.connection.onNotification('$/progress', ({ token, value }) => {
    if (token === 'pages') pages.push(value);
  });
  const rest = await editor.ask('textDocument/references', { ...params, partialResultToken: 'pages' });
  assert.deepEqual(rest, []);
  assert.deepEqual(pages.map((page) => page.length).slice(0, 2), [100, 1000]);
  assert.deepEqual(pages.flat(), whole);
});

test('what was read is kept where the client says, and the next start knows it', async (t) => {
  const place = makeFolder(t);
  const server = ['server.cjs', '--stdio', '--cache', place.root];
  const first = await openEditor(t, MUD, { server });
  const before = await first.ask('noteCorpus/status', {});
  await first.end();
  const [kept, ...others] = readdirSync(place.root);
  assert.deepEqual(others, []);
  assert.ok(statSync(join(place.root, kept!)).size > 1000);
  // What is in the folder now is read on top of what was kept: here, of another folder.
  const second = await openEditor(t, MUD, { server });
  const after = await second.ask('noteCorpus/status', {});
  const counted = ([status]: { folder: string }[]): object => ({ ...status, folder: '' });
  assert.deepEqual(counted(after), counted(before));
});

test('a cache is per folder, and one that is damaged is made again', async (t) => {
  const place = makeFolder(t);
  const editor = await openEditor(t, MUD, { server: ['server.cjs', '--stdio', '--cache', place.root] });
  await editor.ask('noteCorpus/status', {});
  await editor.connection.sendRequest('shutdown');
  const [name] = readdirSync(place.root);
  place.write(name!, 'not a cache');
  const again = await openEditor(t, MUD, { server: ['server.cjs', '--stdio', `--cache=${place.root}`] });
  assert.equal((await again.ask('noteCorpus/status', {}))[0].isCorpus, true);
});

test('headings are found in files that other threads have read, each by its own words', async (t) => {
  const files = Array.from({ length: 1700 }, (_, at) => `=== ${at}.md\n# Note ${at}\n## Part of ${at}\n## Notes\n`);
  const editor = await openEditor(t, `${MUD}${files.join('')}`);
  for (const at of [0, 777, 1699]) {
    const found = await editor.ask('workspace/symbol', { query: `part of ${at}` });
    const [{ name, location }] = found;
    assert.deepEqual(
      [name, editor.drawn(location.uri, location.range)],
      [`Part of ${at}`, `${at}.md:2 "Part of ${at}"`],
    );
  }
  assert.equal((await editor.ask('workspace/symbol', { query: 'notes' })).length, 200);
});
