import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFixture } from '../fixture.ts';
import { openEditor } from '../lsp/client.ts';
import { MUD } from '../lsp/corpus.ts';
import { SEEDS, WITHOUT_SEEDS } from '../seeds.ts';
import { shell } from './console.ts';
import { makeFolder } from './folder.ts';

const SAMPLE = fileURLToPath(new URL('../../media/sample', import.meta.url));
const withSeeds = { skip: WITHOUT_SEEDS };

/** How many there are of each. */
function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

interface Row {
  readonly path: string;
  readonly text: string;
  readonly form: string;
  readonly role: string;
  readonly title: string;
  readonly status: string;
  readonly target: string | null;
}

test('the five real documents: every reference, counted', withSeeds, () => {
  const { stdout, code } = shell('note-corpus references --format json', SEEDS);
  const { references }: { references: Row[] } = JSON.parse(stdout);
  assert.equal(code, 0);
  assert.equal(references.length, 88);
  assert.deepEqual(tally(references.map(({ form, role }) => `${form} in ${role}`)), {
    'entry in related': 6,
    'entry in sources': 29,
    'entry in used-by': 15,
    'mention in body': 38,
  });
  const mentions = references.filter(({ form }) => form === 'mention');
  assert.deepEqual(tally(mentions.map(({ path }) => path.slice(0, 3))), {
    '000': 12,
    '001': 4,
    '002': 11,
    '003': 5,
    '004': 6,
  });
  assert.deepEqual(tally(references.map(({ status }) => status)), { dangling: 85, resolved: 3 });
  const missing = new Set(references.filter(({ status }) => status === 'dangling').map(({ title }) => title));
  assert.equal(missing.size, 38);
  assert.deepEqual(
    references
      .filter(({ target }) => target !== null)
      .map(({ path, form, role, target }) => `${path.slice(0, 3)}: ${form} in ${role} → ${target!.slice(0, 3)}`),
    ['000: mention in body → 001', '000: entry in sources → 001', '001: entry in used-by → 000'],
  );
});

test('the five real documents: check, backlinks and graph agree', withSeeds, () => {
  const check = shell('note-corpus check --format json', SEEDS);
  const { documents, skipped, diagnostics } = JSON.parse(check.stdout);
  assert.deepEqual([check.code, documents, skipped], [1, 5, []]);
  assert.deepEqual(tally(diagnostics.map(({ code }: { code: string }) => code)), {
    'dangling-reference': 85,
    'lost-title': 10,
    'possible-reference': 5,
  });
  const note = readdirSync(SEEDS).find((name) => name.startsWith('001'))!;
  const backlinks = JSON.parse(shell(`note-corpus backlinks ${note} --format json`, SEEDS).stdout);
  assert.deepEqual(
    backlinks.inquiries.map(({ path }: { path: string }) => path.slice(0, 3)),
    ['000'],
  );
  assert.equal(backlinks.inquiries[0].references.length, 2);
  assert.deepEqual(tally(backlinks.declared.map(({ status }: { status: string }) => status)), {
    listed: 1,
    'missing-document': 14,
  });
  const { nodes, edges } = JSON.parse(shell('note-corpus graph', SEEDS).stdout);
  assert.deepEqual(tally(nodes.map(({ kind }: { kind: string }) => kind)), { inquiry: 4, missing: 38, note: 1 });
  assert.equal(
    edges.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    88,
  );
});

const CORPORA = [...(WITHOUT_SEEDS ? [] : [SEEDS]), SAMPLE];

for (const corpus of CORPORA) {
  const name = corpus.slice(corpus.lastIndexOf('/') + 1);

  test(`${name}: the same bytes from another place, and of a copy whose files were made in another order`, (t) => {
    const folder = makeFolder(t);
    const paths = readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1));
    for (const path of paths.sort().reverse()) cpSync(join(corpus, path), folder.at(join('copy', path)));
    for (const command of [
      'check --format json',
      'check --format sarif',
      'references --format json',
      'graph',
      'graph --format dot',
    ]) {
      const [word, ...options] = command.split(' ');
      const here = shell(`note-corpus ${command}`, corpus);
      const there = shell(`note-corpus ${word} '${corpus}' ${options.join(' ')}`, folder.root);
      const copy = shell(`note-corpus ${word} ./copy/ ${options.join(' ')}`, folder.root);
      assert.deepEqual(there, here, command);
      assert.deepEqual(copy, here, command);
    }
  });

  test(`${name}: the editor shows what the command line finds`, async (t) => {
    const editor = await openEditor(t, '');
    cpSync(corpus, editor.files.at('corpus'), { recursive: true });
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [editor.workspaceFolder('corpus')], removed: [editor.workspaceFolder('')] },
    });
    await editor.quiet();
    const { diagnostics } = JSON.parse(shell('note-corpus check corpus --format json', editor.files.root).stdout);
    const found = diagnostics.map(
      ({
        path,
        range,
        severity,
        code,
        message,
      }: Record<'path' | 'severity' | 'code' | 'message', string> & { range: never }) =>
        [editor.drawn(editor.uri(`corpus/${path}`), range), severity, `${code}:`, message].join(' '),
    );
    assert.equal(editor.findings, found.join('\n'));
  });
}

test('the editor shows what the command line finds, also of Windows line ends and a byte order mark', async (t) => {
  const editor = await openEditor(t, '');
  for (const [path, text] of readFixture(MUD).files) {
    editor.files.write(path, `\ufeff${text.replaceAll('\n', '\r\n')}`);
  }
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.watched('created mud.txt', 'created clay.md', 'created rain.txt');
  await editor.quiet();
  const { diagnostics } = JSON.parse(shell('note-corpus check --format json', editor.files.root).stdout);
  assert.deepEqual(
    diagnostics.map(({ range }: { range: object }) => range),
    ['mud.txt', 'rain.txt'].flatMap((path) => editor.diagnostics(path).map(({ range }) => range)),
  );
  assert.equal(diagnostics.length, 3);
});
