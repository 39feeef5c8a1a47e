import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeDocument, type Summary, seemsDocument, summarize } from '../../../server/core/index.ts';

/** `dense note “Mud” (clay) sources 2/3`: layout, kind, title, aliases, and of each section how many entries it has of how many it says. */
function check(path: string, text: string, expected: string): void {
  const summary = summarize(path, text);
  assert.equal(summary && shown(summary), expected || undefined, JSON.stringify(text));
}

function shown({ layout, kind, title, aliases, sections }: Summary): string {
  const names = aliases.length > 0 ? ` (${aliases.map((each) => each.text).join(', ')})` : '';
  const lists = sections.map(
    ({ role, entries, declared }) => ` ${role} ${entries.length}${declared ? `/${declared.count}` : ''}`,
  );
  return `${layout} ${kind} “${title.text}”${names}${lists.join('')}`;
}

test('the shape makes the kind', () => {
  check('a.txt', 'INQUIRING LINE\n\nIs it mud?\n\nIt is.\n', 'spaced inquiry “Is it mud?”');
  check('a.txt', 'Is it mud?\nIt is.\nSources 1 note\nMud\nBrown.\n', 'dense inquiry “Is it mud?” sources 1/1');
  check('a.txt', 'Mud\nBrown.\nOriginal note title\nwet clay\n', 'dense note “Mud” (wet clay) original-title 1');
  check('a.txt', 'Mud\n\nBrown.\n\nRelated concepts in this collection 1\n\n- Clay\n', 'spaced note “Mud” related 1/1');
  check(
    'a.txt',
    'Mud\nBrown.\nInquiring lines that use this note as a source 12\n- Is it?\n',
    'dense note “Mud” used-by 1/12',
  );
  check('a.md', '# Mud\n\nBrown.\n', 'markdown page “Mud”');
  check('a.md', '# Mud\n\n## Inquiring lines that use this note\n\n- Is it?\n', 'markdown note “Mud” used-by 1');
  check('a.md', '# Is it mud?\n\n## Sources 1 note\n\n- Mud\n', 'markdown inquiry “Is it mud?” sources 1/1');
});

test('front matter decides the kind', () => {
  check('a.md', '---\nkind: note\n---\n# Mud\n\n## Sources 1 note\n\n- [[Clay]]\n', 'markdown note “Mud” sources 1/1');
  check('a.md', '---\nkind: inquiry\n---\n# Mud\n', 'markdown inquiry “Mud”');
  check('a.md', '---\nkind: page\n---\n# Mud\n\n## Sources\n\n- Clay\n', 'markdown page “Mud” sources 1');
  check('a.md', '---\nkind: stew\n---\n# Mud\n', 'markdown page “Mud”');
  check('a.txt', '---\nkind: note\ntitle: Clay\n---\nMud\nBrown.\n', 'dense note “Clay”');
  check(
    'a.md',
    '---\naliases: clay\n---\nMud\nBrown.\nOriginal note title\nwet clay\n',
    'dense note “Mud” (clay, wet clay) original-title 1',
  );
});

test('front matter that cannot be read counts as absent', () => {
  check('a.md', '---\ntitle: [Mud\n---\n# Clay\n', 'markdown page “Clay”');
  check('a.md', '---\ntitle: {a: b}\naliases: [[a], {b: c}, "", d]\n---\n# Clay\n', 'markdown page “Clay” (d)');
  check('a.md', '---\ntitle: 42\n---\n# Clay\n', 'markdown page “42”');
  check('a.md', '---\ntitle: *a\nb: &a [*a]\n__proto__: {polluted: true}\n---\n# Clay\n', 'markdown page “Clay”');
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  check('a.md', `---\ntitle: ${'['.repeat(20_000)}\n---\n# Clay\n`, 'markdown page “Clay”');
});

test('the title of a page: front matter, else the first heading, else the file', () => {
  check('soil/Wet mud.md', 'Brown.\n', 'markdown page “Wet mud”');
  check('a.md', 'Brown.\n\nMud\n===\n\n# Clay\n', 'markdown page “Mud”');
  check('a.md', '# Why *mud* [sticks](mud.md) &amp; `clings` #\n', 'markdown page “Why mud sticks & clings”');
  check('a.md', '## Sources 1 note\n\n- [[Clay]]\n\n# Mud\n', 'markdown inquiry “Mud” sources 1/1');
});

test('a text without the shape is no document', () => {
  for (const text of [
    '',
    'Mud\n',
    'Sources\n- Mud\n',
    'Related papers\n',
    'Research prompt\n',
    'The sources 3 notes\n',
    ' \n\n',
  ])
    check('a.txt', text, '');
  assert.equal(mayBeDocument('a.pdf'), false);
  assert.ok(['a.md', 'A.MD', 'a.markdown', 'a.txt'].every(mayBeDocument));
  assert.equal(seemsDocument('a.txt', 'Dear diary\n'), false);
  assert.equal(seemsDocument('a.txt', 'INQUIRING LINE\n\nIs it'), true);
  assert.equal(seemsDocument('a.md', ''), true);
});

test('a page that explains the layouts is no document of them', () => {
  check(
    'a.md',
    '# How to write a note\n\n    INQUIRING LINE\n    Sources 12 notes\n\n```\nSources 12 notes\n```\n',
    'markdown page “How to write a note”',
  );
});

test('headings are counted, and page furniture is glued to them', () => {
  check(
    'a.txt',
    'INQUIRING LINE\nIs it mud?\nSources 12 notes\nResearch prompt for your LLMexpand ↓\nDo it.\nNext inquiring lines 3\n',
    'dense inquiry “Is it mud?” sources 0/12 prompt 0 next 0/3',
  );
  check('a.md', '# Is it mud?\n\n## Sources  1   note ##\n\n- Mud\n', 'markdown inquiry “Is it mud?” sources 1/1');
  check('a.txt', 'INQUIRING LINE\nIs it mud?\nsources 1 NOTE\nMud\nBrown.\n', 'dense inquiry “Is it mud?” sources 1/1');
});

test('next inquiring lines may be empty, or one lone dash', () => {
  check('a.txt', 'INQUIRING LINE\n\nIs it mud?\n\nNext inquiring lines', 'spaced inquiry “Is it mud?” next 0');
  check(
    'a.txt',
    'INQUIRING LINE\n\nIs it mud?\n\nNext inquiring lines\n\n-\n\n- Is it clay?\n',
    'spaced inquiry “Is it mud?” next 1',
  );
});

test('an entry that is being written', () => {
  check('a.txt', 'Mud\nBrown.\nRelated concepts in this collection 2\n-\n-\nClay\n-', 'dense note “Mud” related 3/2');
  check(
    'a.txt',
    'Mud\nBrown.\nInquiring lines that use this note 2\n-\n- \n- Is it?\n',
    'dense note “Mud” used-by 3/2',
  );
  check(
    'a.md',
    '# Mud\n\n## Related concepts in this collection\n\n-\n- [[\n- [[Clay]]\n',
    'markdown note “Mud” related 3',
  );
});

test('what an entry says of its title', () => {
  const parts = (path: string, text: string): unknown =>
    summarize(path, text)!.sections.flatMap(({ entries }) =>
      entries.map(({ summary, relation }) => [summary && text.slice(summary.start, summary.end), relation?.text]),
    );
  const plain =
    'Mud\nBrown.\nRelated concepts in this collection 3\n-\nClay\nIt is wet.\ngrounds: the boots\n- Sand\nIt is dry.\n- Silt\n';
  assert.deepEqual(parts('a.txt', plain), [
    ['It is wet.', 'grounds: the boots'],
    ['It is dry.', undefined],
    [undefined, undefined],
  ]);
  const spaced =
    'Mud\n\nBrown.\n\nRelated concepts in this collection 1\n\n-\n\nClay\n\nIt is wet.\n\ngrounds: the boots\n';
  assert.deepEqual(parts('a.txt', spaced), [['It is wet.', 'grounds: the boots']]);
  const markdown =
    '# Mud\n\n## Related concepts in this collection\n\n- [[Clay]]\n  It is wet.\n  grounds: the boots\n- [[Sand]] — contrasts with: it\n- Silt\n';
  assert.deepEqual(parts('a.md', markdown), [
    ['It is wet.', 'grounds: the boots'],
    [undefined, 'contrasts with: it'],
    [undefined, undefined],
  ]);
  const sources = '# Mud\n\n## Sources 2 notes\n\n- [[Clay]] — it is wet\n- Is it sand? - it is dry\n\n  Very.\n';
  assert.deepEqual(parts('a.md', sources), [
    ['it is wet', undefined],
    ['it is dry\n\n  Very.', undefined],
  ]);
});

test('a byte order mark is no part of the text, but it has a place in it', () => {
  for (const [path, text] of [
    ['a.md', '# Mud\n\n[[Clay]]\n'],
    ['a.md', '---\ntitle: Mud\n---\n\n[[Clay]]\n'],
    ['a.md', 'INQUIRING LINE\n\nMud\n\n[[Clay]]\n'],
    ['a.txt', 'INQUIRING LINE\n\nMud\n\n[[Clay]]\n'],
  ] as const) {
    const [without, marked] = [summarize(path, text)!, summarize(path, `\ufeff${text}`)!];
    assert.equal(shown(marked), shown(without));
    assert.equal(marked.title.span.start, without.title.span.start + 1);
    assert.equal(marked.references[0]!.span.start, without.references[0]!.span.start + 1);
    assert.equal(marked.lines[1], without.lines[1]! + 1);
  }
});

test('line ends are \\n, \\r\\n and \\r', () => {
  for (const [path, text] of [
    [
      'a.md',
      '---\ntitle: Mud\naliases:\n- clay\n---\n\n## Sources 2 notes\n\n- [[Clay]]\n  It is wet.\n- Is it sand? — it is\n',
    ],
    ['a.txt', 'INQUIRING LINE\nMud\nBrown.\nSources 1 note\nClay\nIt is wet.\n'],
    ['a.txt', 'Mud\n\nBrown.\n\nRelated concepts in this collection 1\n\n-\n\nClay\n\nIt is wet.\n'],
  ] as const) {
    const lines = summarize(path, text)!;
    for (const end of ['\r\n', '\r']) {
      const other = summarize(path, text.replaceAll('\n', end))!;
      assert.equal(shown(other), shown(lines));
      assert.deepEqual(
        other.references.map((each) => each.text),
        lines.references.map((each) => each.text),
      );
      assert.equal(other.lines.length, lines.lines.length);
    }
  }
});

test('empty, blank and binary files', () => {
  check('a.md', '', 'markdown page “a”');
  check('a.md', '\ufeff', 'markdown page “a”');
  check('a.md', ' \r \n\t', 'markdown page “a”');
  check('a.md', '\0\0# Mud\0', 'markdown page “a”');
  check('a.md', '# \ud83d\n', 'markdown page “\ud83d”');
  check('a.md', '#\n', 'markdown page “a”');
});
