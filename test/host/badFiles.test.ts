import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Editor, openEditor } from '../lsp/client.ts';
import { drawn, shell } from './console.ts';
import { makeFolder, type TestFolder } from './folder.ts';

/** A good corpus, whose one finding must be told whatever else lies beside it. */
const GOOD = '=== good.md\n# Why does mud stick?\n\n[[Nobody has this]]\n';

const ONE_FINDING = `good.md
  3:3     warning  No document has the title “Nobody has this”.  dangling-reference

1 document (0 inquiring lines, 0 notes, 1 page): 1 finding.
`;

interface Bad {
  readonly what: string;
  readonly make: (folder: TestFolder) => void;
  /** What is told of it, where somebody must be told. */
  readonly skipped?: readonly string[];
  /** Where it is a document like any other. */
  readonly documents?: number;
  /** Why it cannot be tried here. */
  readonly skip?: string | false;
}

const INQUIRY = 'INQUIRING LINE\n\nDoes it rain?\n\nAbstract.\n\nSources 0 notes\n';
const isRoot = process.getuid?.() === 0;

const BAD: readonly Bad[] = [
  { what: 'nothing bad', make: () => {} },
  {
    what: 'not UTF-8',
    make: (folder) => folder.write('latin1.md', Buffer.from('# Caf\xe9 und Stra\xdfe\n', 'latin1')),
    skipped: ['latin1.md: it is not valid UTF-8 (byte 5); save it as UTF-8 to have it read'],
  },
  {
    what: 'UTF-16',
    make: (folder) => folder.write('utf16.md', Buffer.from('\ufeff# Why does mud stick?\n', 'utf16le')),
    skipped: ['utf16.md: it is UTF-16 text; save it as UTF-8 to have it read'],
  },
  {
    what: 'a text that is no document, and not UTF-8: nobody cares',
    make: (folder) => folder.write('list.txt', Buffer.from('Stra\xdfe\n', 'latin1')),
  },
  {
    what: 'an inquiry that is not UTF-8',
    make: (folder) => folder.write('inquiry.txt', Buffer.from(`${INQUIRY}Caf\xe9\n`, 'latin1')),
    skipped: [`inquiry.txt: it is not valid UTF-8 (byte ${INQUIRY.length + 3}); save it as UTF-8 to have it read`],
  },
  { what: 'a folder named like a note', make: (folder) => mkdirSync(folder.at('folder.md')) },
  {
    what: 'a file that must not be read',
    make: (folder) => {
      folder.write('secret.md', '# Secret\n');
      chmodSync(folder.at('secret.md'), 0);
    },
    skipped: ['secret.md: it cannot be read: you have no permission'],
    skip: isRoot && 'nothing is forbidden to root',
  },
  {
    what: 'a folder that must not be read',
    make: (folder) => {
      folder.write('private/a.md', '# Secret\n');
      chmodSync(folder.at('private'), 0);
    },
    skipped: ['private: it cannot be listed: you have no permission'],
    skip: isRoot && 'nothing is forbidden to root',
  },
  {
    what: '50 MB of Markdown',
    make: (folder) => {
      folder.write('huge.md', '# Huge\n');
      truncateSync(folder.at('huge.md'), 50 * 1024 * 1024);
    },
    skipped: ['huge.md: it is 50 MB large; files of more than 4 MB are not read'],
  },
  {
    what: '50 MB of a log',
    make: (folder) => {
      folder.write('huge.txt', 'started\n');
      truncateSync(folder.at('huge.txt'), 50 * 1024 * 1024);
    },
  },
  {
    what: '50 MB of an inquiry',
    make: (folder) => {
      folder.write('large.txt', INQUIRY);
      truncateSync(folder.at('large.txt'), 50 * 1024 * 1024);
    },
    skipped: ['large.txt: it is 50 MB large; files of more than 4 MB are not read'],
  },
  {
    what: 'empty files',
    make: (folder) => {
      folder.write('empty.md', '');
      folder.write('empty.txt', '');
    },
    documents: 2,
  },
  {
    what: 'NUL and other control characters',
    make: (folder) => folder.write('nul.md', '# A title\0 with NUL\n\n\x01\x02\x1b[31m \ufffe\uffff\n'),
    documents: 2,
  },
  { what: 'a pipe named like a note', make: (folder) => execFileSync('mkfifo', [folder.at('pipe.md')]) },
  {
    what: 'links in a circle, links to nowhere, links out of the corpus',
    make: (folder) => {
      symlinkSync('.', folder.at('loop'));
      symlinkSync('two.md', folder.at('one.md'));
      symlinkSync('one.md', folder.at('two.md'));
      symlinkSync('nowhere.md', folder.at('dead.md'));
      symlinkSync('/etc/hostname', folder.at('out.md'));
      symlinkSync('/etc', folder.at('etc'));
    },
  },
  {
    what: 'hidden and ignored files',
    make: (folder) => {
      folder.write('.gitignore', 'drafts/\n*.tmp.md\n!kept.tmp.md\n');
      folder.write('kept.tmp.md', '# Kept in spite of a rule\n');
      const others = [
        '.hidden.md',
        '.obsidian/a.md',
        'node_modules/a/README.md',
        'drafts/a.md',
        'x.tmp.md',
        'deep/drafts/b.md',
      ];
      for (const path of others) folder.write(path, '# Idle\n[[Not to be looked at]]\n');
    },
    documents: 2,
  },
  {
    what: 'odd names',
    make: (folder) => {
      for (const name of ['a b.md', '🥾.md', 'new\nline.md', '#%?&.md', '-rf.md', '[x](y).md']) folder.write(name, '');
    },
    documents: 7,
  },
  {
    what: 'a name that is not UTF-8',
    make: (folder) =>
      writeFileSync(
        Buffer.concat([Buffer.from(folder.at('caf')), Buffer.from([0xe9]), Buffer.from('.md')]),
        '# Café\n',
      ),
    skipped: ['caf\ufffd.md: it has a name that is not valid UTF-8'],
    skip: process.platform !== 'linux' && 'other systems do not allow it',
  },
];

for (const { what, make, skipped = [], documents = 1, skip = false } of BAD) {
  test(`${what}: the command line`, { skip }, (t) => {
    const folder = makeFolder(t, GOOD);
    make(folder);
    const output = ONE_FINDING.replace(/^1 document \((.*), 1 page\)/m, (whole, kinds) =>
      documents === 1 ? whole : `${documents} documents (${kinds}, ${documents} pages)`,
    );
    const talk = skipped.map((each) => `! note-corpus: skipped ${each}\n`).join('');
    assert.equal(drawn(shell('note-corpus check', folder.root)), `${output}${talk}[${skipped.length > 0 ? 2 : 1}]\n`);
    const told = JSON.parse(shell('note-corpus check --format json', folder.root).stdout);
    assert.deepEqual(
      told.skipped.map(({ path, reason }: { path: string; reason: string }) => `${path}: it ${reason}`),
      skipped,
    );
    const { invocations } = JSON.parse(shell('note-corpus check --format sarif', folder.root).stdout).runs[0];
    assert.deepEqual(
      [invocations[0].executionSuccessful, invocations[0].toolExecutionNotifications.length],
      [skipped.length === 0, skipped.length],
    );
  });
}

const possible = BAD.filter(({ skip }) => !skip);

/** The server has found what is good, names what is bad, and has nothing else to say. */
async function lives(editor: Editor, bad: readonly Bad[]): Promise<void> {
  await editor.finds(
    'good.md:3 "Nobody has this" warning dangling-reference: No document has the title “Nobody has this”.',
  );
  await editor.quiet();
  const [status] = await editor.ask('noteCorpus/status', {});
  const named = status.skipped.map(({ path, reason }: { path: string; reason: string }) => `${path}: it ${reason}`);
  assert.deepEqual(named, bad.flatMap(({ skipped = [] }) => skipped).sort());
  assert.equal(status.pages, 1 + bad.reduce((sum, { documents = 1 }) => sum + documents - 1, 0));
}

test('all of them at once, there from the start: the language server', async (t) => {
  const editor = await openEditor(t, '', { folders: [] });
  editor.files.write('good.md', '# Why does mud stick?\n\n[[Nobody has this]]\n');
  for (const { make } of possible) make(editor.files);
  const event = { added: [editor.workspaceFolder('')], removed: [] };
  await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await lives(editor, possible);
});

test('nearly all of them at once, coming later: the language server', async (t) => {
  const editor = await openEditor(t, GOOD);
  await editor.quiet();
  // With a new .gitignore everything would be read anew, as if it had been there from the start.
  const bad = possible.filter(({ what }) => what !== 'hidden and ignored files');
  for (const { make } of bad) make(editor.files);
  const { stdout: paths } = shell('find . -mindepth 1 -printf "%P\\0" 2> /dev/null', editor.files.root);
  const events = paths.split('\0').filter(Boolean);
  await editor.watched(...events.map((path) => `created ${path}` as const));
  await lives(editor, bad);
});

test('a file that was bad is good again, and the other way round', async (t) => {
  const editor = await openEditor(t, GOOD);
  const skipped = async (): Promise<string[]> =>
    (await editor.ask('noteCorpus/status', {}))[0].skipped.map(({ path }: { path: string }) => path);
  editor.files.write('other.md', Buffer.from([0x23, 0x20, 0xff]));
  await editor.watched('created other.md');
  await editor.quiet();
  assert.deepEqual(await skipped(), ['other.md']);
  editor.files.write('other.md', '# Nobody has this\n');
  await editor.watched('changed other.md');
  await editor.finds('');
  assert.deepEqual(await skipped(), []);
  editor.files.write('other.md', Buffer.from([0xff, 0xfe, 0x23, 0x00]));
  await editor.watched('changed other.md');
  await editor.finds(
    'good.md:3 "Nobody has this" warning dangling-reference: No document has the title “Nobody has this”.',
  );
  assert.deepEqual(await skipped(), ['other.md']);
  editor.files.remove('other.md');
  await editor.watched('deleted other.md');
  await editor.quiet();
  assert.deepEqual(await skipped(), [], 'what is gone was not skipped');
});
