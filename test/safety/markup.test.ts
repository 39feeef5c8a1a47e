import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { openEditor } from '../lsp/client.ts';

// Whatever notes say, no answer of the server has markup of theirs in it: no links, no pictures, no HTML.

const TITLES = [
  '[x](command:workbench.action.terminal.new)',
  '[x][y] and ![](https://example.org/spy.png)',
  '<img src=x onerror=alert(1)> why',
  '<!-- why does mud --> <script>alert(1)</script>',
  'Why `does` mud ```js stick?',
  'Why **does** _mud_ ~~stick~~ to $(zap) boots?',
  'See https://example.org/?a=1 or www.example.org or me@example.org',
  '<https://example.org/why> mud &lt;b&gt; &#91;x&#93;(command:y)',
  '# Why | does | mud |---|---| stick',
  '\\[x\\](command:y) why mud sticks',
  '[x]: command:y "why mud sticks"',
  'Why does [mud](<command:y>) stick? javascript:alert(1)',
  'Why ![mud](data:image/svg+xml,<svg/onload=alert(1)>) sticks',
];

/** Each title has a note with a hostile description and relation, one a hostile name of its file; an inquiry links to them all. */
function picture(): string {
  const nameOf = (at: number): string => (at === 5 ? 'n5 [x](command:y) `$(zap)` <b>.md' : `n${at}.md`);
  const notes = TITLES.map((title, at) => {
    const said = `${title} ![](https://example.org/d.png) <b onclick=x>`;
    const related = `## Related concepts\n\n- [all](all.md) — **grounds**: ${said}\n`;
    const matter = `---\ntitle: '${title.replaceAll("'", "''")}'\nkind: note\n---\n`;
    return `=== ${nameOf(at)}\n${matter}\nSaid of it: ${said}\n\n${related}`;
  });
  const sources = TITLES.map((_, at) => (at === 5 ? `- [[${TITLES[at]}]] — so` : `- [n](n${at}.md) — so`));
  const missing = '- [[Why $(zap) is <b>nobody</b> here ![](https://example.org/m.png)]]';
  const heading = `## Sources ${TITLES.length + 1} notes`;
  return `=== all.md\n---\nkind: inquiry\n---\n# Does all of [x](command:y) matter?\n\nThis explores it.\n\n${heading}\n\n${[...sources, missing].join('\n')}\n${notes.join('')}`;
}

/** All Markdown in an answer, wherever it stands. */
function markdownIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { kind, value } = answer as { kind?: unknown; value?: unknown };
  if (kind === 'markdown' && typeof value === 'string') return [value];
  return Object.values(answer).flatMap(markdownIn);
}

/** What in a text would be more than words with emphasis of ours. */
function markupIn(text: string): string[] {
  const found: string[] = [];
  const look = (node: { type: string; value?: string; children?: never[] }): void => {
    if (
      !['root', 'paragraph', 'text', 'strong', 'emphasis', 'inlineCode', 'thematicBreak', 'break'].includes(node.type)
    )
      found.push(node.type);
    node.children?.forEach(look);
  };
  look(unified().use(remarkParse).parse(text) as never);
  // What VS Code's own reader of Markdown makes links of, wherever it stands bare (GitHub Flavored Markdown, "Autolinks"), code aside.
  const bare = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
  found.push(...(bare.match(/https?:\/\/|www\.|\w@\w|(?<!\\)\$\(/g) ?? []));
  return found;
}

test('the reader of markup finds it', () => {
  assert.deepEqual(markupIn('**a** *b* · c\n\n---\n\n`d`'), []);
  assert.deepEqual(markupIn('[x](command:y) ![](z) <b>'), ['link', 'image', 'html']);
  assert.deepEqual(markupIn('https://example.org'), ['https://']);
});

test('hovers, documentation of completions, and hints over hostile titles', async (t) => {
  const editor = await openEditor(t, picture());
  const uri = editor.uri('all.md');
  const textDocument = { uri };
  await editor.open('all.md');
  const text = editor.text('all.md').getText();
  const markdown: string[] = [];
  const ask = async (method: string, params: unknown): Promise<unknown> => {
    const answer = await editor.ask(method, params);
    markdown.push(...markdownIn(answer));
    return answer;
  };
  for (let offset = 0; offset < text.length; offset += 3)
    await ask('textDocument/hover', { textDocument, position: editor.text('all.md').positionAt(offset) });
  const hovers = new Set(markdown).size;
  assert.ok(hovers >= TITLES.length, `${hovers} hovers`);

  const items = async (words: string): Promise<void> => {
    await editor.type('all.md', ['This explores it.', words]);
    const at = editor.at('all.md', words);
    at.position.character += words.length;
    const list = (await editor.ask('textDocument/completion', at)) as {
      items: { label: string; insertTextFormat?: number }[];
    };
    assert.ok(list.items.length > 5, words);
    for (const item of list.items) {
      // A snippet would read `$` and `${…}` in a title.
      assert.notEqual(item.insertTextFormat, 2, item.label);
      await ask('completionItem/resolve', item);
    }
    await editor.type('all.md', [words, 'This explores it.']);
  };
  await items('[[');
  await items('[[why');
  const hints = (await ask('textDocument/inlayHint', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  })) as object[] | null;
  for (const hint of hints ?? []) await ask('inlayHint/resolve', hint);

  assert.ok(markdown.length > 60, `${markdown.length} pieces of Markdown`);
  const wrong = [...new Set(markdown)].flatMap((each) => markupIn(each).map((what) => `${what} in ${each}`));
  assert.deepEqual(wrong, []);
});

test('answers that no reader of Markdown sees are words: lenses, hints, symbols, actions name only commands of ours', async (t) => {
  const editor = await openEditor(t, picture(), { initializationOptions: { commands: true } });
  await editor.open('all.md');
  const textDocument = { uri: editor.uri('all.md') };
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const lenses = (await editor.ask('textDocument/codeLens', { textDocument })) as object[];
  const resolved = await Promise.all(lenses.map((lens) => editor.ask('codeLens/resolve', lens)));
  const actions = await editor.ask('textDocument/codeAction', {
    textDocument,
    range: whole,
    context: { diagnostics: editor.diagnostics('all.md'), triggerKind: 1 },
  });
  const commands = new Set<string>();
  const look = (answer: unknown): void => {
    if (typeof answer !== 'object' || answer === null) return;
    const { command } = answer as { command?: unknown };
    if (typeof command === 'string') commands.add(command);
    Object.values(answer).forEach(look);
  };
  look([resolved, actions]);
  assert.deepEqual(
    [...commands].filter(
      (each) =>
        !/^noteCorpus\.(peekReferences|copyPrompt|copyPromptWithSources|ignoreTitle|createNote|applyEdit)$/.test(each),
    ),
    [],
  );
  for (const { command } of resolved) assert.match(command.title, /^(used by [\w ·]+|Copy[\w ]*)?$/);
  const links = (await editor.ask('textDocument/documentLink', { textDocument })) as { target: string }[];
  assert.ok(links.length > 0);
  for (const { target } of links) assert.match(target, /^(file:\/\/\/|https:\/\/)/);
});
