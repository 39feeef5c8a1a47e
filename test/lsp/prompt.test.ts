import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Editor, openEditor } from './client.ts';
import { MUD } from './corpus.ts';

const FOG = `${MUD}
=== fog.txt
INQUIRING LINE

Does fog make a path worse?

It does not, or so Why does mud stick to boots? has it.

Sources 1 note

Why does mud stick to boots?

Clay platelets slide over each other and hold.

Research prompt for your LLMexpand ↓

Copy into the chat of your choice to go on with this line.

You know about fog. The question is open.

What was found:
• Fog wets leaves (2024-05).
• Fog is here to stay (2999-05).
• arXiv:2405.00001 (2024-05) — fog

Next inquiring lines
=== dry.md
---
kind: inquiry
---

# Is a dry path better?

## Research prompt for your LLM

See arXiv:2405.00001.
`;

const NOW = '2026-02';

const ask = (editor: Editor, path: string, more: object = {}) =>
  editor.ask('noteCorpus/prompt', { uri: editor.uri(path), now: NOW, ...more });

test('copied alone: as it stands, in Markdown with links; with what is old marked where that is wanted', async (t) => {
  let markStale = false;
  const editor = await openEditor(t, FOG, { settings: () => ({ prompt: { markStale } }) });
  assert.deepEqual(await ask(editor, 'fog.txt'), {
    title: 'Does fog make a path worse?',
    text: `You know about fog. The question is open.

What was found:
• Fog wets leaves (2024-05).
• Fog is here to stay (2999-05).
• arXiv:2405.00001 (2024-05) — fog`,
  });
  assert.equal((await ask(editor, 'dry.md')).text, 'See [arXiv:2405.00001](https://arxiv.org/abs/2405.00001).');
  markStale = true;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.match(
    (await ask(editor, 'fog.txt')).text,
    /leaves \(2024-05, older than 12 months: verify\)\.\n.*\(2999-05\)\.\n.*\(2024-05, older than 12 months: verify\) — fog$/,
  );
});

test('with its sources: linked, marked, and as long as it may be', async (t) => {
  const editor = await openEditor(t, FOG, {
    settings: () => ({ prompt: { staleAfterMonths: 30, maximumLength: 1000 } }),
  });
  assert.equal(
    (await ask(editor, 'fog.txt', { withSources: true })).text,
    `You know about fog. The question is open.

What was found:
• Fog wets leaves (2024-05).
• Fog is here to stay (2999-05).
• [arXiv:2405.00001](https://arxiv.org/abs/2405.00001) (2024-05) — fog

# Sources

## 1. Why does mud stick to boots?

Summary: Clay platelets slide over each other and hold.

Clay platelets slide over each other and hold.

Wet clay is a suspension of platelets.
`,
  );
  assert.match(
    (await ask(editor, 'fog.txt', { withSources: true, now: '2027-01' })).text,
    /leaves \(2024-05, older than 30 months: verify\)/,
  );
});

test('where there is none: told so, or made, and not written anywhere', async (t) => {
  const editor = await openEditor(t, FOG);
  assert.deepEqual(await ask(editor, 'rain.txt'), {
    refused: '“Does rain make a path worse?” has no research prompt yet.',
    canBeMade: true,
  });
  assert.deepEqual(await ask(editor, 'mud.txt'), {
    refused: '“Why does mud stick to boots?” is no inquiring line, so it has no research prompt.',
    canBeMade: false,
  });
  assert.deepEqual(await ask(editor, 'gone.txt'), { refused: 'This is no document of a corpus.', canBeMade: false });
  const { text } = await ask(editor, 'rain.txt', { make: true });
  assert.match(text, /^You are a careful research assistant .*“Does rain make a path worse\?”/);
  assert.match(text, /\n• Grains without plates\.\n/);
  assert.match((await ask(editor, 'fog.txt', { make: true })).text, /^You know about fog/, 'its own comes first');
  assert.deepEqual(await ask(editor, 'mud.txt', { make: true }), {
    refused: '“mud.txt” is no inquiring line, so it has no research prompt.',
    canBeMade: false,
  });
});

test('files that changed on the disk, which nobody announced, are read as they are now', async (t) => {
  const editor = await openEditor(t, FOG);
  await editor.quiet();
  editor.files.write('mud.txt', editor.files.read('mud.txt').replace('Wet clay is', 'Really wet clay is'));
  editor.files.write('fog.txt', editor.files.read('fog.txt').replace('You know about', 'You know much about'));
  const { text } = await ask(editor, 'fog.txt', { withSources: true });
  assert.match(text, /^You know much about fog/);
  assert.match(text, /\nReally wet clay is a suspension/);
});

test('what is asked wrongly', async (t) => {
  const editor = await openEditor(t, FOG);
  await assert.rejects(ask(editor, 'fog.txt', { now: '2026-13' }), /“now” must be a month such as 2026-02/);
  await assert.rejects(ask(editor, 'fog.txt', { now: 2026 }), /“now” must be a text/);
  await assert.rejects(ask(editor, 'fog.txt', { withSources: 1 }), /“withSources” must be true or false/);
  await assert.rejects(editor.ask('noteCorpus/writePrompt', {}), /“uri” must be a text/);
});

test('written: an edit with proof, of the text as the editor has it; never over one that is there', async (t) => {
  const editor = await openEditor(t, FOG);
  const write = (path: string) => editor.ask('noteCorpus/writePrompt', { uri: editor.uri(path) });
  await editor.open('rain.txt');
  await editor.type('rain.txt', ['It does,', 'It surely does,']);
  const { edit } = await write('rain.txt');
  const [file] = edit.files;
  assert.deepEqual(
    [edit.label, edit.files.length, editor.pathOf(file.uri), file.version],
    ['Write Research Prompt', 1, 'rain.txt', 2],
  );
  const [{ range, before, after }] = file.edits;
  assert.deepEqual([editor.drawn(file.uri, range), before], ['rain.txt:22 ""', '']);
  assert.match(after, /^\n\nResearch prompt for your LLM\n\nYou are a careful [\s\S]* to a publication\.$/);
  assert.deepEqual(await write('fog.txt'), { refused: '“fog.txt” has a research prompt already.' });
  assert.deepEqual(await write('mud.txt'), {
    refused: '“mud.txt” is no inquiring line, so it has no research prompt.',
  });
  assert.deepEqual(await write('gone.txt'), { refused: 'This is no document of a corpus.' });
  // What is on the disk now counts, not what was there when it was read.
  editor.files.write('dry.md', editor.files.read('dry.md').replace('See arXiv:2405.00001.\n', ''));
  const dry = await write('dry.md');
  assert.equal(dry.edit.files[0].version, null);
});

test('in the text: hints behind old dates, and lenses for clients that have the commands', async (t) => {
  let prompt: object = {};
  const editor = await openEditor(t, FOG, {
    initializationOptions: { commands: true },
    settings: () => ({ prompt }),
  });
  const textDocument = { uri: editor.uri('fog.txt') };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = async (): Promise<string[]> => {
    const found = await editor.ask('textDocument/inlayHint', { textDocument, range });
    return found.map(({ position, label }: { position: { line: number; character: number }; label: string }) => {
      return `${editor.drawn(textDocument.uri, { start: { ...position, character: position.character - 7 }, end: position })} ${label}`;
    });
  };
  assert.deepEqual(await hints(), [
    'fog.txt:20 "2024-05" stale',
    'fog.txt:22 "2024-05" stale',
    'fog.txt:9 " boots?" used by 2 inquiring lines',
  ]);
  const [hint] = await editor.ask('textDocument/inlayHint', { textDocument, range });
  assert.deepEqual(await editor.ask('inlayHint/resolve', hint), hint);
  assert.match(hint.tooltip, /^Of 2024-05, so older than 12 months/);
  prompt = { staleAfterMonths: 0 };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(await hints(), ['fog.txt:9 " boots?" used by 2 inquiring lines']);
  const lenses = async (path: string): Promise<string[]> => {
    const found = await editor.ask('textDocument/codeLens', { textDocument: { uri: editor.uri(path) } });
    return found.flatMap(
      ({ range, command }: { range: never; command?: { title: string; command: string; arguments: string[] } }) =>
        command
          ? [
              `${editor.drawn(editor.uri(path), range)} ${command.title} → ${command.command} ${editor.pathOf(command.arguments[0]!)}`,
            ]
          : [],
    );
  };
  assert.deepEqual(await lenses('fog.txt'), [
    'fog.txt:13 "" Copy prompt → noteCorpus.copyPrompt fog.txt',
    'fog.txt:13 "" Copy with its sources → noteCorpus.copyPromptWithSources fog.txt',
  ]);
  await editor.open('dry.md', editor.files.read('dry.md').replace('See arXiv:2405.00001.\n', ''));
  assert.deepEqual(await lenses('dry.md'), ['dry.md:7 "" Write a prompt → noteCorpus.writePrompt dry.md']);
  assert.deepEqual(await lenses('rain.txt'), []);
});
