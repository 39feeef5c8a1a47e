import './standIn.ts';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import {
  CodeAction,
  commands,
  Disposable,
  done,
  EventEmitter,
  isRegistered,
  Uri,
  WorkspaceEdit,
  world,
} from './vscode.ts';

const { registerCommands } = await import('../../client/commands/commands.ts');
const { registerConverting } = await import('../../client/converting/register.ts');
const { registerLists } = await import('../../client/lists/register.ts');
const { registerPrompts } = await import('../../client/prompt/register.ts');
const { registerRelations } = await import('../../client/relations/register.ts');
const { registerWriting } = await import('../../client/writing/register.ts');
const { applyEdit } = await import('../../client/edits/applyEdit.ts');
const { createNote } = await import('../../client/commands/createNote.ts');
const { readingUntilTrusted } = await import('../../client/trust.ts');

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
const refused = 'warning: This workspace is not trusted, so Note Corpus only reads it.';

afterEach(() => {
  world.isTrusted = true;
  done.length = 0;
});

/** Commands that write files or settings of the workspace. */
const WRITING = [
  'addRelated',
  'applyEdit',
  'convertCorpus',
  'convertFolder',
  'convertToDense',
  'convertToMarkdown',
  'convertToSpaced',
  'createMissing',
  'createNote',
  'fillNext',
  'ignoreTitle',
  'insertReference',
  'listUser',
  'newInquiry',
  'newNote',
  'newNoteHere',
  'takeFolder',
  'updateAllLists',
  'updateLists',
  'updateListsHere',
  'writePrompt',
].map((name) => `noteCorpus.${name}`);

/** Commands that show, copy, or write into what is the extension's own. */
const READING = [
  'arrangeBacklinks',
  'clearBacklinksFilter',
  'clearCache',
  'clearMissingFilter',
  'clearOrphansFilter',
  'copyLink',
  'copyPrompt',
  'copyPromptWithSources',
  'copyTitle',
  'filterBacklinks',
  'filterMissing',
  'filterOrphans',
  'findRelation',
  'followForward',
  'listOneSided',
  'loadMoreBacklinks',
  'loadMoreMissing',
  'loadMoreOrphans',
  'loadMoreOutgoing',
  'openSample',
  'openToSide',
  'peekReferences',
  'reindex',
  'report',
  'revealInExplorer',
  'showCorpus',
  'showDocumentInGraph',
  'showGraph',
  'showMissingInGraph',
  'showOutput',
  'traceSources',
  'tryAgain',
].map((name) => `noteCorpus.${name}`);

/** All commands, on a corpus whose server would agree to anything. */
function registered(): Disposable {
  const mud = Uri.parse('file:///notes/mud.md');
  const corpus = { folder: 'file:///notes', isCorpus: true };
  const session = { active: true, status: [corpus], ask: async () => assert.fail('the server is asked') } as never;
  const editor = { uri: mud, onDidChange: new EventEmitter().event, dispose: () => {} } as never;
  const context = { extensionUri: Uri.parse('file:///extension') } as never;
  return Disposable.from(
    registerCommands(context, session),
    registerConverting(session, editor),
    registerLists(session, editor),
    registerPrompts(session, editor),
    registerRelations(session, editor),
    registerWriting(session, editor),
  );
}

const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);

test('of every command it is known whether it writes', () => {
  assert.deepEqual(
    declared.filter((name) => !WRITING.includes(name) && !READING.includes(name)),
    [],
    'write it down in this test, and wrap it with ifTrusted where it writes',
  );
});

test('every command that writes is registered as one that wants trust', () => {
  const client = join(import.meta.dirname, '../../client');
  const code = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(client, path), 'utf8'))
    .join('\n');
  const wanting = [...code.matchAll(/registerCommand\(\s*'([\w.]+)',\s*ifTrusted\(/g)].map(([, name]) => name);
  const written = WRITING.filter((name) => declared.includes(name) || code.includes(`'${name}'`));
  assert.deepEqual(
    written.filter((name) => name !== 'noteCorpus.applyEdit' && !wanting.includes(name)),
    [],
  );
  assert.ok(wanting.includes('noteCorpus.applyEdit'));
});

test('no command writes in a workspace that is not trusted: each says so, and asks and does nothing', async () => {
  const all = registered();
  world.isTrusted = false;
  const here = WRITING.filter((name) => isRegistered(name));
  assert.ok(here.length > 15);
  for (const name of here) {
    done.length = 0;
    await commands.executeCommand(name, {}, '', null);
    assert.deepEqual(done, [refused], name);
  }
  all.dispose();
});

test('palette and menus do not offer them there, where VS Code knows their names', () => {
  const isOffered = ({ command, enablement = '' }: { command: string; enablement?: string }): boolean =>
    WRITING.includes(command) && !/\bisWorkspaceTrusted$/.test(enablement);
  const { commandPalette: _, ...menus } = manifest.contributes.menus;
  const entries: { command: string; when: string }[] = Object.values(menus).flat() as never;
  const inMenus = entries.filter(({ command, when }) => WRITING.includes(command) && !/isWorkspaceTrusted$/.test(when));
  assert.deepEqual(inMenus, []);
  // These two are called by what code actions name, which are disabled themselves.
  assert.deepEqual(
    manifest.contributes.commands.filter(isOffered).map(({ command }: { command: string }) => command),
    ['noteCorpus.createNote', 'noteCorpus.ignoreTitle'],
  );
});

test('what writes is known by file, and why that is right', () => {
  const client = join(import.meta.dirname, '../../client');
  const writes =
    /\bworkspace\.(applyEdit|fs\.(writeFile|createDirectory|delete|copy|rename))\(|\.(insertSnippet|edit)\(|onfiguration(\([^)]*\))?\.update\(/;
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && writes.test(readFileSync(join(client, path), 'utf8')));
  assert.deepEqual(files.sort(), [
    // The extension's own storage.
    'commands/clearCache.ts',
    // Look at `mayWrite` themselves.
    'commands/createNote.ts',
    // By commands that want trust, above.
    'commands/ignoreTitle.ts',
    // A copy of the sample, in the extension's own storage.
    'commands/openSample.ts',
    'commands/takeFolder.ts',
    'converting/replaceFiles.ts',
    'edits/applyEdit.ts',
    // Of a rename, which is held back.
    'edits/renaming.ts',
    // A picture, where the reader says in a dialog.
    'graph/nodeDeeds.ts',
    'writing/createDocument.ts',
    'writing/insertReference.ts',
  ]);
});

test('what writes last makes sure of it once more, whoever calls it', async () => {
  world.isTrusted = false;
  assert.equal(await applyEdit({ label: 'Rename', files: [] }), false);
  assert.equal(
    await createNote({ uri: 'file:///notes/mud.md', text: '', title: { line: 0, character: 0 } }),
    undefined,
  );
  assert.deepEqual(done, [refused, refused]);
});

/** The middleware that the client gets, around one that does everything. */
async function middleware() {
  const given = {
    provideCodeActions: async () => [new CodeAction('Create “Mud”', 'quickfix'), { title: 'Old', command: 'x' }],
    prepareRename: async () => 'may be renamed',
    provideRenameEdits: async () => 'edits',
    willSaveWaitUntil: async () => ['edit'],
    workspace: { willRenameFiles: async () => 'edit' },
  };
  // biome-ignore lint/suspicious/noExplicitAny: what a client is called with
  let options: any;
  const make = readingUntilTrusted((async (with_: unknown) => (options = with_)) as never);
  await make({ middleware: given } as never, {});
  return options.middleware;
}

test('nothing is written by itself there: not on save, not when files move', async () => {
  const { willSaveWaitUntil, workspace } = await middleware();
  assert.deepEqual([await willSaveWaitUntil(), await workspace.willRenameFiles()], [['edit'], 'edit']);
  world.isTrusted = false;
  assert.deepEqual([await willSaveWaitUntil(), await workspace.willRenameFiles()], [[], null]);
  assert.deepEqual(done, []);
});

test('rename is refused there in words, and code actions are shown with the reason', async () => {
  const { prepareRename, provideRenameEdits, provideCodeActions } = await middleware();
  const [text, markdown] = [{ languageId: 'plaintext' }, { languageId: 'markdown' }];
  assert.deepEqual([await prepareRename(text), await provideRenameEdits()], ['may be renamed', 'edits']);
  const asked = (only?: string) =>
    provideCodeActions(undefined, undefined, only ? { only: { contains: (kind: string) => kind === only } } : {});
  assert.equal((await asked()).length, 2);
  world.isTrusted = false;
  await assert.rejects(prepareRename(text), {
    message: 'This workspace is not trusted, so Note Corpus only reads it.',
  });
  // VS Code's own Markdown would rename there, in one file.
  assert.equal(await prepareRename(markdown), 'may be renamed');
  assert.deepEqual(await provideRenameEdits(), new WorkspaceEdit());
  assert.deepEqual(done, [refused]);
  const [action, why, ...others] = await asked();
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...action },
    {
      command: undefined,
      title: 'Create “Mud”',
      kind: 'quickfix',
      disabled: { reason: 'This workspace is not trusted, so Note Corpus only reads it.' },
    },
  );
  // VS Code shows none that is disabled in the menu of quick fixes.
  assert.equal(why.title, 'This workspace is not trusted, so Note Corpus only reads it. Manage Workspace Trust');
  assert.equal(why.command.command, 'workbench.trust.manage');
  assert.equal((await asked('quickfix')).length, 2);
  assert.equal((await asked('refactor')).length, 1);
});

test('settings of such a workspace that have to do with writing do not count', () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, 'limited');
  const names = manifest.contributes.configuration.flatMap(({ properties }: { properties: object }) =>
    Object.keys(properties),
  );
  const writes = names.filter((name: string) =>
    /\.(update|convert|rename|keep)|\.(convert|rename|lists|links)\./i.test(name),
  );
  // The first would write down what is said, the second makes the server read all files again and again.
  for (const name of ['noteCorpus.trace.server', 'noteCorpus.paranoid'])
    assert.ok(untrustedWorkspaces.restrictedConfigurations.includes(name));
  assert.deepEqual(
    writes.filter((name: string) => !untrustedWorkspaces.restrictedConfigurations.includes(name)),
    [],
  );
});

test('no setting names a program, a place on the disk or an address', () => {
  interface Setting {
    readonly type: string;
    readonly enum?: unknown[];
  }
  const settings = manifest.contributes.configuration.flatMap(
    ({ properties }: { properties: Record<string, Setting> }) => Object.entries(properties),
  ) as [string, Setting][];
  const free = settings.filter(([, { type, enum: all }]) => type !== 'boolean' && type !== 'integer' && !all);
  // Patterns of paths that are left out, and titles that nothing is said of.
  assert.deepEqual(free.map(([name]) => name).sort(), ['noteCorpus.diagnostics.ignoredTitles', 'noteCorpus.exclude']);
});
