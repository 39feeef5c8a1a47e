import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentLinks, newInquiry, newNote } from '../../server/core/index.ts';
import { snapshotOf } from '../fixture.ts';
import { makeFolder } from '../host/folder.ts';
import { type Editor, openEditor } from '../lsp/client.ts';

// No link leads out of the folder, and no note is made outside of it, however it is written.

const DESTINATIONS = [
  '../secret.md',
  'a/../../secret.md',
  '%2e%2e/secret.md',
  '..%2fsecret.md',
  '..\\secret.md',
  '/../secret.md',
  '/etc/passwd',
  '//server/share/secret.md',
  '\\\\server\\share\\secret.md',
  'C:\\secret.md',
  'file:///etc/passwd',
  'file://server/secret.md',
  'javascript:alert(1)',
  'command:workbench.action.terminal.new',
  'vscode://publisher.extension/do',
  'data:text/html,x',
  'out/secret.md',
  'out.md',
  '.git/secret.md',
  '.hidden.md',
  'mud.md:secret.md',
  'con.md',
  'mud.md%00secret',
];

const inner = `=== inner/mud.md
# Why mud sticks

It sticks.

=== inner/all.md
# All of it

${DESTINATIONS.map((each) => `[x](<${each}>) [[${each}]] ![](<${each}>) ![[${each}]]`).join('\n\n')}

[[Why mud sticks]]

=== inner/.git/secret.md
# Secret in git

=== inner/.hidden.md
# Hidden secret

=== secret.md
# Secret outside

=== elsewhere/secret.md
# Secret elsewhere
`;

async function open(t: Parameters<typeof openEditor>[0]): Promise<Editor> {
  const editor = await openEditor(t, inner, { folders: ['inner'] });
  symlinkSync(editor.files.at('elsewhere'), editor.files.at('inner/out'));
  symlinkSync(editor.files.at('secret.md'), editor.files.at('inner/out.md'));
  await editor.watched('created inner/out', 'created inner/out/secret.md', 'created inner/out.md');
  await editor.open('inner/all.md');
  await editor.quiet();
  return editor;
}

test('links that are followed lead to documents of the folder, and to https', async (t) => {
  const editor = await open(t);
  const textDocument = { uri: editor.uri('inner/all.md') };
  const links = (await editor.ask('textDocument/documentLink', { textDocument })) as { target: string }[];
  assert.deepEqual([...new Set(links.map(({ target }) => target))], [`${editor.uri('inner/mud.md')}#L1,3`]);
  const text = editor.text('inner/all.md');
  const targets = new Set<string>();
  for (let line = 0; line < text.lineCount; line++) {
    for (let character = 0; character < 90; character += 3) {
      const found = await editor.ask('textDocument/definition', { textDocument, position: { line, character } });
      for (const { targetUri } of found ?? []) targets.add(editor.pathOf(targetUri));
    }
  }
  assert.deepEqual([...targets].sort(), ['inner/all.md', 'inner/mud.md']);
});

test('what lies outside, behind a link or hidden is in no answer', async (t) => {
  const editor = await open(t);
  const answers = JSON.stringify([
    await editor.ask('workspace/symbol', { query: 'secret' }),
    await editor.ask('noteCorpus/findTitles', { uri: editor.uri('inner'), query: 'secret' }),
    await editor.ask('noteCorpus/stats', { limit: 100 }),
  ]);
  assert.doesNotMatch(answers, /Secret|Hidden secret/);
  const [{ notes, pages, inquiries }] = await editor.ask('noteCorpus/status', {});
  assert.equal(notes + pages + inquiries, 2);
});

test('a new note lies in a folder that belongs to the corpus, or is refused', async (t) => {
  const editor = await open(t);
  const uri = editor.uri('inner');
  for (const folder of [
    '',
    '..',
    'elsewhere',
    'inner/.git',
    'inner/.vscode',
    'inner/node_modules',
    'inner/a/../..',
    'inner/%2e%2e',
  ]) {
    const at = `${editor.uri('')}/${folder}`.replace(/([^:])\/+/g, '$1/');
    const made = await editor.ask('noteCorpus/newNote', { uri, title: 'Why clay is wet', folder: at });
    assert.match(made.refused ?? '', /^This folder does not belong to the corpus\.$|^This is no place/, folder);
  }
  // That `out` is a link to another place, the client finds out before it writes (test/client/places.test.ts).
  const made = await editor.ask('noteCorpus/newNote', { uri, title: '../../secret' });
  assert.equal(editor.pathOf(made.uri), 'inner/-..-secret.md');
});

const piece = fc.constantFrom(
  '..',
  '/',
  '\\',
  ':',
  'con',
  'NUL',
  '.git',
  '.',
  ' ',
  '%2e',
  '\u202e',
  '~',
  '$',
  'C:',
  'file:///',
  '|',
  '*',
  'mud',
  '?',
  '\u0000',
  '\ud800',
  '…',
);
const title = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

test('whatever its title, the file of a new note has a plain name in a folder of notes', () => {
  const snapshot = snapshotOf(
    new Map([
      ['notes/a.md', '---\nkind: note\n---\n# Why mud sticks\n'],
      ['lines/b.md', '---\nkind: inquiry\n---\n# Does rain matter?\n'],
    ]),
  );
  fc.assert(
    fc.property(title, (typed) => {
      for (const made of [
        newNote(snapshot, typed),
        newNote(snapshot, typed, { kind: 'inquiry' }),
        newInquiry(snapshot, typed, []),
      ]) {
        if ('refused' in made) continue;
        const [, folder, name] = /^(notes|lines)\/([^/]*)$/s.exec(made.path) ?? assert.fail(made.path);
        assert.ok(folder);
        assert.doesNotMatch(name!, /^[. ]|[\p{Cc}\p{Surrogate}\\:*?"<>|\u202a-\u202e]|[. ]\.(md|txt)$/u);
        assert.match(name!, /^(?!(con|prn|aux|nul|com\d|lpt\d)( *\.|$)).+\.(md|txt)$/i);
        assert.ok(Buffer.byteLength(name!) <= 255);
      }
    }),
    { numRuns: 1500, seed: 11 },
  );
});

test('whatever a text says, its links lead to files that the corpus has, or to https', () => {
  const files = new Map([
    ['a.md', '# Why mud sticks\n'],
    ['soil/b.md', '# Does rain matter?\n'],
  ]);
  const step = fc.constantFrom(
    '..',
    '.',
    'soil',
    'a.md',
    'b.md',
    '%2e%2e',
    'etc',
    'passwd',
    '',
    'file:',
    'http:',
    'command:',
    'C:',
  );
  const destination = fc.array(step, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(destination, (to) => {
      const text = `# Links\n\n[x](<${to}>) ![](<${to}>) [[${to}]] ![[${to}]] <${to}>\n`;
      const snapshot = snapshotOf(
        new Map([
          ...files,
          ['soil/links.md', text],
          ['soil/plain.txt', `INQUIRING LINE\n\nWhat is it?\n\n${to} [[${to}]]\n`],
        ]),
      );
      for (const path of ['soil/links.md', 'soil/plain.txt']) {
        for (const link of documentLinks(snapshot, path)) {
          if ('url' in link) assert.match(link.url, /^https?:\/\//);
          else if ('file' in link) assert.ok(snapshot.files.has(link.file));
          else assert.ok(snapshot.files.has(link.target.document.path));
        }
      }
    }),
    { numRuns: 800, seed: 12 },
  );
});

test('the command line reads neither what is hidden nor what lies behind a link', async (t) => {
  const folder = makeFolder(t, inner);
  symlinkSync(folder.at('elsewhere'), folder.at('inner/out'));
  symlinkSync(folder.at('secret.md'), folder.at('inner/out.md'));
  const { shell } = await import('../host/console.ts');
  const { stdout } = shell('note-corpus graph . --format json', folder.at('inner'));
  const paths = JSON.parse(stdout)
    .nodes.map(({ path }: { path: string | null }) => path)
    .filter(Boolean);
  assert.deepEqual(paths.sort(), ['all.md', 'mud.md']);
});
