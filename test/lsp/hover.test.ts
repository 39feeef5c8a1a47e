import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './client.ts';
import { MUD } from './corpus.ts';

test('hover: what the note is, what it says, and who uses it', async (t) => {
  const editor = await openEditor(t, MUD);
  const { contents, range } = await editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |mud'));
  assert.equal(editor.drawn(editor.uri('rain.txt'), range), 'rain.txt:7 "Why does mud stick to boots?"');
  assert.equal(contents.kind, 'markdown');
  assert.equal(
    shown(contents.value),
    `
**Why does mud stick to boots?**

*note* · used by 1 inquiring line and 1 note

Clay platelets slide over each other and hold.

\`mud.txt\``.trim(),
  );
});

test('hover: a missing note is said to be one', async (t) => {
  const editor = await openEditor(t, MUD);
  const { contents } = await editor.ask('textDocument/hover', editor.at('rain.txt', 'Why does |sand'));
  assert.equal(
    shown(contents.value),
    `
**Why does sand not stick at all?**

*missing note* · no document has this title · named in 1 inquiring line`.trim(),
  );
});

test('hover: all candidates of an ambiguous reference', async (t) => {
  const editor = await openEditor(
    t,
    `
=== a.md
# Why does mud stick?
=== b.md
# Why does mud stick?
=== c.md
# Something else
See [[Why does mud stick?]]
`,
  );
  const { contents } = await editor.ask('textDocument/hover', editor.at('c.md', '[[Why| does'));
  assert.match(contents.value, /`a\.md`\n\n---\n\n[^`]*`b\.md`/);
});

test('hover: a title is shown as it is written, whatever Markdown or HTML it would be', async (t) => {
  const titles = [
    '[Run me](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)> is no picture',
    'Is `rm -rf` **bold** or _not_?',
    '![remote](https://example.com/spy.png) is not loaded',
    'https://example.com/spy is no link, www.example.com is none, me@example.com is none',
    '# not a heading &amp; not an entity',
    '$(zap) is no icon, | nor this | a table |',
  ];
  const files = titles.map(
    (title, at) => `=== note${at}.txt\n${title}\nA note.\nOriginal note title\nclaim number ${at} of these\n`,
  );
  const links = titles.map((_, at) => `[${at}](note${at}.txt)`).join('\n');
  const editor = await openEditor(t, `${files.join('')}=== links.md\n# Links to all of them\n${links}\n`);
  for (const [at, title] of titles.entries()) {
    const { contents } = await editor.ask('textDocument/hover', editor.at('links.md', `no|te${at}.txt`));
    const [first] = contents.value.split('\n');
    assert.equal(shown(first), `**${title}**`);
    assert.doesNotMatch(first.slice(2, -2), LIVE, 'each mark of Markdown has its backslash');
  }
});

test('hover: the name of a file cannot break out of its frame', async (t) => {
  const editor = await openEditor(t, '=== a.md\n# Links\n[x](<odd`` ]name.md>)\n');
  editor.files.write('odd`` ]name.md', '# A title of some words\n');
  editor.files.write('b\n\n[click](command:x).md', '# Another title of some words\n\n[[A title of some words]]\n');
  await editor.watched('created odd`` ]name.md', 'created b\n\n[click](command:x).md');
  await editor.quiet();
  const odd = await editor.ask('textDocument/hover', editor.at('b\n\n[click](command:x).md', '[[A |title'));
  assert.match(odd.contents.value, /\n\n``` odd`` \]name\.md ```$/);
  const multiline = await editor.ask('textDocument/hover', editor.at('b\n\n[click](command:x).md', '# An|other'));
  assert.match(multiline.contents.value, /\n\n`b \[click\]\(command:x\)\.md`$/);
});

/** A mark that Markdown would act upon, with no backslash before it. */
const LIVE = /(?<!\\)(?:\\\\)*[`*_[\]<>#|~&!:@$]/;

/** What Markdown makes of the backslashes. */
const shown = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
