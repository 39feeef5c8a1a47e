import './standIn.ts';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { done, type MarkdownString } from './vscode.ts';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const { iconless, unlinked } = await import('../../client/plain.ts');
const say = await import('../../client/say.ts');
const { askTitle } = await import('../../client/writing/askTitle.ts');
const { clientOptions } = await import('../../client/session/options.ts');

const CLIENT = join(import.meta.dirname, '../../client');
const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(CLIENT, path), 'utf8') }));

const title = '[Why mud sticks](command:workbench.action.terminal.new)';

test('what pops up has no links in it, whatever titles say', async () => {
  done.length = 0;
  await say.inform(`“${title}” is there already.`);
  await say.warn(title);
  await say.complain(title);
  await say.question(title, title);
  assert.equal(done.length, 4);
  for (const each of done) assert.ok(each.includes('[Why mud sticks]\u2060(command:'), each);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('[', ']', '(', ')', 'a', '\\', '\u2060') }),
      (text) => !unlinked(text).includes(']('),
    ),
  );
});

test('nor do they turn the direction of what we say', async () => {
  done.length = 0;
  await say.warn('“Why \u202emud\u2066 sticks\u0007” exists already.\nTry again.');
  assert.deepEqual(done, ['warning: “Why  mud  sticks ” exists already.\nTry again.']);
});

test('only say.ts lets something pop up that may hold words of notes', () => {
  // What stands between quotes is ours.
  const popsUp = /\bwindow\s*\.\s*show(Information|Warning|Error)Message\(\s*(?!'[^'\n]*'\s*[,)])/;
  assert.deepEqual(
    sources.filter(({ text }) => popsUp.test(text)).map(({ path }) => path),
    ['say.ts'],
    'say it by way of say.ts: in notifications VS Code makes links of [titles](command:…)',
  );
});

test('of its own accord the server lets only one sentence pop up, which is no note’s', () => {
  const server = join(import.meta.dirname, '../../server');
  const popsUp = /\b[sS]howMessage\w*|\bwindow\.show\w*|\bShowDocument\w*/;
  const said = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(server, path), 'utf8') }))
    .filter(({ text }) => popsUp.test(text));
  assert.deepEqual(
    said.map(({ path }) => path),
    ['lsp/paranoid.ts'],
  );
  assert.match(
    said[0]!.text,
    /const message =\s+'[^'\n]*';\n.*sendNotification\(ShowMessageNotification\.type, \{ .*, message \}\)/,
  );
});

test('why a title cannot be one is said below the box without links', async () => {
  const { window } = await import('./vscode.ts');
  const before = window.showInputBox;
  let said: unknown;
  const box = async ({ validateInput }: { validateInput(typed: string): Promise<unknown> }): Promise<void> => {
    said = await validateInput(title);
  };
  window.showInputBox = box as never;
  await askTitle({}, async (typed) => ({ refused: `“${typed}” cannot be a title.` }));
  window.showInputBox = before;
  assert.equal(said, '“[Why mud sticks]\u2060(command:workbench.action.terminal.new)” cannot be a title.');
});

test('titles in lists to pick from have no icons', () => {
  assert.equal(iconless('Why $(zap) mud $(sync~spin)'), 'Why \\$(zap) mud \\$(sync~spin)');
  // Where a list is made of what is in notes or on the disk.
  for (const path of ['writing/pickTitles.ts', 'writing/whichCorpus.ts', 'relations/findRelation.ts']) {
    const { text } = sources.find((each) => each.path === path)!;
    const shown = [...text.matchAll(/^\s*(?:\.\.\.\(\w+ && \{ )?(?:label|description|detail): (.*)$/gm)].map(
      ([, value]) => value!,
    );
    assert.deepEqual(
      shown.filter((value) => !value.startsWith('iconless(')),
      [],
      path,
    );
  }
  const lists = sources.filter(({ text }) => /\b(createQuickPick|showQuickPick)\b/.test(text)).map(({ path }) => path);
  assert.deepEqual(lists.sort(), [
    // The three layouts, and ways to sort, in our words.
    'converting/convert.ts',
    'panels/arrangement.ts',
    'relations/findRelation.ts',
    'writing/pickTitles.ts',
    'writing/whichCorpus.ts',
  ]);
});

test('what the server says in Markdown is not trusted: no commands, no HTML, no icons', () => {
  const failing = { errorHandler: {}, initializationFailedHandler: () => false } as never;
  const { markdown } = clientOptions({} as never, {} as never, failing, {} as never, {}, () => {});
  assert.deepEqual(markdown, { isTrusted: false, supportHtml: false, supportThemeIcons: false });
});

test('the client itself makes Markdown in one place, which may call one command of ours', async () => {
  assert.deepEqual(
    sources
      .filter(({ text }) => /\bnew MarkdownString\b|\bisTrusted\s*[=:](?!=)/.test(text))
      .map(({ path }) => path)
      .sort(),
    ['session/options.ts', 'statusBar.ts'],
  );
  const { showStatus } = await import('../../client/statusBar.ts');
  const { window } = await import('./vscode.ts');
  const item = window.createStatusBarItem() as unknown as { tooltip: MarkdownString; text: string };
  const hostile = `${title} <img src=x onerror=alert(1)> ![](https://example.org/x.png) <!-- $(zap) \n# www.example.org\n\n- <command:noteCorpus.showCorpus> me@example.org ** [x]: y &lt;`;
  const skipped = [{ path: hostile, reason: hostile }];
  const status = [
    {
      folder: `file:///${encodeURIComponent(hostile)}`,
      isCorpus: true,
      inquiries: 1,
      notes: 1,
      pages: 1,
      missing: 0,
      skipped,
    },
  ];
  showStatus({ status, leftOut: new Set(), onDidChangeState: () => ({ dispose: () => {} }) } as never);
  assert.deepEqual(item.tooltip.isTrusted, { enabledCommands: ['noteCorpus.showCorpus'] });
  assert.deepEqual([item.tooltip.supportHtml, item.tooltip.supportThemeIcons], [false, false]);
  const links: string[] = [];
  const look = ({ type, url, children = [] }: Node): void => {
    assert.match(type, /^(root|paragraph|text|strong|list|listItem|link)$/, item.tooltip.value);
    if (url !== undefined) links.push(url);
    for (const child of children) look(child);
  };
  look(unified().use(remarkParse).parse(item.tooltip.value) as Node);
  assert.deepEqual(links, ['command:noteCorpus.showCorpus']);
  // What VS Code makes a link of where it stands bare.
  assert.doesNotMatch(item.tooltip.value, /https?:\/\/|www\.|\w@\w/);
  assert.equal(item.text, '$(info) 3 documents, 1 not read');
});

test('what is copied has nothing in it that a terminal would do', async () => {
  const { copy } = await import('../../client/clipboard.ts');
  const { env } = await import('./vscode.ts');
  const before = env.clipboard.writeText;
  let copied = '';
  env.clipboard.writeText = async (text) => {
    copied = text;
  };
  await copy('Why mud\u001b[201~ sticks\u000f\u009b\u0000\u007f?\r\n\tIt is the clay. Почему? 🐝');
  env.clipboard.writeText = before;
  assert.equal(copied, 'Why mud[201~ sticks?\r\n\tIt is the clay. Почему? 🐝');
  assert.deepEqual(
    sources.filter(({ text }) => /\.clipboard\b/.test(text)).map(({ path }) => path),
    ['clipboard.ts'],
    'copy by way of clipboard.ts',
  );
});
