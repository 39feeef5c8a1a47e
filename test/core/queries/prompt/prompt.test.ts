import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copied, documentAt, documentsOf, promptLenses, promptOf, staleHints } from '../../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../../fixture.ts';
import { corpus, hardText, holds } from '../../arbitraries.ts';

const SPACED = `
=== rain.txt
INQUIRING LINE

Does rain make a path worse?

Sources 1 note

Why does mud stick?

Clay holds on.

Research prompt for your LLMexpand ↓

Copy into the chat of your choice to go on with this line — it asks for newer work.

You are a walker who has read much. The question is open: *does rain make a path worse?*

What was found (findings span 2023–early 2024):
• Clay holds water for weeks (2023-05).
• Roots hold more than gravel does
• Traffic matters more than rain (Jun 2023, 2024-Q1) on slopes.

Papers to look up:
• arXiv:2305.12345v2 (May 2023) — platelets
• Plates at rest (2306.00001)
• doi:10.1000/182 (2024) — roots

Your task:
(1) Look again at each. Since late 2024 much was written.

Next inquiring lines

Does fog make a path worse?
`;

function promptIn(picture: string, path: string) {
  const { files } = readFixture(picture);
  const snapshot = snapshotOf(files);
  return promptOf(snapshot, documentAt(snapshot, path)!);
}

test('the prompt alone, without its heading and the furniture of the page, byte for byte', () => {
  const text = promptIn(SPACED, 'rain.txt')!.text;
  assert.ok(text.startsWith('You are a walker'));
  assert.ok(text.endsWith('(1) Look again at each. Since late 2024 much was written.'));
  assert.ok(SPACED.includes(text));
  const crlf = promptIn(
    SPACED.replaceAll('\n', '\r\n').replace(/^\r\n=== rain.txt\r\n/, '\n=== rain.txt\n'),
    'rain.txt',
  )!;
  assert.equal(crlf.text, text.replaceAll('\n', '\r\n'));
});

test('what it goes by: findings with the newest of their dates, papers with the date that stands behind them', () => {
  const { findings, papers } = promptIn(SPACED, 'rain.txt')!;
  assert.deepEqual(
    findings.map(({ text, month }) => `${month} ${text}`),
    [
      '2023-05 Clay holds water for weeks (2023-05).',
      '2024-03 Traffic matters more than rain (Jun 2023, 2024-Q1) on slopes.',
    ],
  );
  assert.deepEqual(
    papers.map(({ kind, id, version, month }) => [kind, id, version, month]),
    [
      ['arXiv', '2305.12345', 2, '2023-05'],
      ['arXiv', '2306.00001', undefined, '2023-06'],
      ['doi', '10.1000/182', undefined, '2024-12'],
    ],
  );
});

/** An inquiry with these lines in its prompt section, in each layout. */
const layouts = (...lines: readonly string[]): [path: string, picture: string][] => [
  ['a.txt', `\n=== a.txt\nINQUIRING LINE\n\nIs it so?\n\nResearch prompt for your LLM\n\n${lines.join('\n\n')}\n`],
  ['a.txt', `\n=== a.txt\nINQUIRING LINE\nIs it so?\nResearch prompt for your LLM\n${lines.join('\n')}\n`],
  [
    'a.md',
    `\n=== a.md\n---\nkind: inquiry\n---\n# Is it so?\n\n## Research prompt for your LLM ##\n\n${lines.join('\n\n')}\n\n## Next inquiring lines\n`,
  ],
];

test('furniture is known by its shape, in each layout', () => {
  const clean = (...lines: readonly string[]): (string | undefined)[] =>
    layouts(...lines).map(([path, picture]) => promptIn(picture, path)?.text.replace(/\s*\n\s*/g, ' / '));
  const all = (text: string | undefined): (string | undefined)[] => [text, text, text];
  assert.deepEqual(clean('Paste this into any assistant.', 'Be kind.'), all('Be kind.'));
  assert.deepEqual(clean('Copy and paste the prompt into a chat', 'Be kind.'), all('Be kind.'));
  assert.deepEqual(clean('expand ↓', 'Copy into X:', 'Be kind.', 'Be fair.', 'collapse ↑'), all('Be kind. / Be fair.'));
  // A prompt may speak of copies and of what is expanded.
  assert.deepEqual(clean('Copy each claim into a table.', 'expand'), all('Copy each claim into a table. / expand'));
  assert.deepEqual(clean('Be kind.', 'Copy into X.'), all('Be kind. / Copy into X.'));
});

test('none: no section, an empty one, one with furniture only', () => {
  for (const [path, picture] of [...layouts(), ...layouts('Copy into X.'), ...layouts('expand ↓', 'Copy')]) {
    assert.equal(promptIn(picture, path), undefined, picture);
  }
  assert.equal(promptIn('\n=== a.md\n# A\n', 'a.md'), undefined);
});

test('in Markdown the line that tells to copy may be wrapped, and what stands below it may hold headings', () => {
  const picture = `
=== a.md
# Is it so?

## Research prompt for your LLM

Copy into the chat of your
choice to go on with this line.
**Be kind.**

### What was found

- Clay holds
  water (2023-05).
- Roots hold
(2023-06)

## Next inquiring lines
`;
  const prompt = promptIn(picture, 'a.md')!;
  assert.equal(
    prompt.text,
    '**Be kind.**\n\n### What was found\n\n- Clay holds\n  water (2023-05).\n- Roots hold\n(2023-06)',
  );
  assert.deepEqual(
    prompt.findings.map(({ text }) => text),
    ['Clay holds water (2023-05).'],
  );
});

const AGE = { now: '2024-09', staleAfter: 12 };

test('copied: papers become links, and what is old is marked', () => {
  const { text } = promptIn(SPACED, 'rain.txt')!;
  const changed = (after: string): string[] => {
    const before = text.split('\n');
    return after.split('\n').filter((line, at) => line !== before[at]);
  };
  assert.equal(copied(text, {}), text);
  assert.deepEqual(changed(copied(text, { age: AGE })), [
    '• Clay holds water for weeks (2023-05, older than 12 months: verify).',
    '• arXiv:2305.12345v2 (May 2023, older than 12 months: verify) — platelets',
    '• Plates at rest (2306.00001, 2023-06, older than 12 months: verify)',
  ]);
  assert.deepEqual(changed(copied(text, { links: true })), [
    '• [arXiv:2305.12345v2](https://arxiv.org/abs/2305.12345v2) (May 2023) — platelets',
    '• Plates at rest ([2306.00001](https://arxiv.org/abs/2306.00001))',
    '• [doi:10.1000/182](https://doi.org/10.1000/182) (2024) — roots',
  ]);
  assert.equal(
    changed(copied(text, { links: true, age: { now: '2026-09', staleAfter: 1 } })).at(-1),
    '• [doi:10.1000/182](https://doi.org/10.1000/182) (2024, older than 1 month: verify) — roots',
  );
  assert.equal(copied(text, { age: { now: '2099-01', staleAfter: 0 } }), text, 'never');
  assert.equal(copied(text, { age: { now: 'today', staleAfter: 12 } }), text, 'no month');
});

test('copied: what is a link or code already stays so', () => {
  const text = [
    '[arXiv:2305.12345](https://arxiv.org/abs/2305.12345) — plates',
    '`arXiv:2305.12345` and https://arxiv.org/abs/2305.12346',
    'doi:10.1002/(SICI)1 is a hard one',
  ].join('\n');
  assert.equal(
    copied(text, { links: true, age: AGE }),
    [
      '[arXiv:2305.12345](https://arxiv.org/abs/2305.12345) (2023-05, older than 12 months: verify) — plates',
      '`arXiv:2305.12345` (2023-05, older than 12 months: verify) and https://arxiv.org/abs/2305.12346 (2023-05, older than 12 months: verify)',
      '[doi:10.1002/(SICI)1](https://doi.org/10.1002/%28SICI%291) is a hard one',
    ].join('\n'),
  );
});

test('hints of what is old, where the dates end; only where they are asked for', () => {
  const { files } = readFixture(SPACED);
  const text = files.get('rain.txt')!;
  const hinted = (start: number, end: number): string[] =>
    staleHints(snapshotOf(files), 'rain.txt', { start, end }, AGE).map(({ offset }) => text.slice(offset - 12, offset));
  assert.deepEqual(
    hinted(0, text.length),
    ['eeks (2023-05', '2 (May 2023', '(2306.00001'].map((each) =>
      text.slice(text.indexOf(each) + each.length - 12, text.indexOf(each) + each.length),
    ),
  );
  assert.deepEqual(hinted(0, text.indexOf('Papers to')).length, 1);
  assert.deepEqual(hinted(0, 20), []);
  assert.deepEqual(staleHints(snapshotOf(files), 'gone.txt', { start: 0, end: 9 }, AGE), []);
});

test('lenses: over a prompt, and over an empty one of an inquiry', () => {
  const lenses = (picture: string, path: string): string[] => {
    const { files } = readFixture(picture);
    return promptLenses(snapshotOf(files), path).map(
      ({ heading, isEmpty }) => `${files.get(path)!.slice(heading.start, heading.end)}${isEmpty ? ' (empty)' : ''}`,
    );
  };
  assert.deepEqual(lenses(SPACED, 'rain.txt'), ['Research prompt for your LLMexpand ↓']);
  assert.deepEqual(lenses(layouts('Copy into X.')[2]![1], 'a.md'), ['## Research prompt for your LLM ## (empty)']);
  assert.deepEqual(lenses('\n=== a.md\n# A\n\n## Research prompt for your LLM\n', 'a.md'), []);
  assert.deepEqual(lenses(SPACED, 'gone.txt'), []);
});

test('property: a clean prompt is some whole lines of its text, and its dates and papers lie in it', () => {
  const check = (files: ReadonlyMap<string, string>): void => {
    const snapshot = snapshotOf(files);
    for (const document of documentsOf(snapshot)) {
      const prompt = promptOf(snapshot, document);
      if (!prompt) continue;
      const text = files.get(document.path)!;
      const { span } = prompt;
      assert.equal(prompt.text, text.slice(span.start, span.end));
      assert.ok(span.start === 0 || /[\r\n]/.test(text[span.start - 1]!), 'begins with a line');
      assert.match(text.slice(span.end), /^\s*(?:[\r\n]|$|\s)/, 'ends with a line');
      assert.ok(prompt.section.heading.end <= span.start && span.end <= prompt.section.whole.end);
      for (const each of [...prompt.findings, ...prompt.papers])
        assert.ok(
          (span.start <= each.span.start && each.span.end <= each.dated && each.dated <= span.end) ||
            each.dated <= each.span.end,
        );
      assert.equal(copied(prompt.text, {}), prompt.text);
    }
  };
  holds(corpus, (files) => check(new Map(files.map(({ path, text }) => [path, text]))));
  holds(hardText, (text) =>
    check(
      new Map([
        ['a.md', `# A\n\n## Research prompt for your LLM\n\n${text}`],
        ['a.txt', `INQUIRING LINE\n\nA\n\nResearch prompt for your LLM\n\n${text}`],
      ]),
    ),
  );
});
