import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SectionHeading, sectionHeading } from '../../server/core/syntax/sections.ts';
import { cpuNow } from '../cpu.ts';
import { loadGrammar, type Scoped } from './grammar.ts';

const scopes = await loadGrammar('text.plain.note-corpus');

/** What is coloured in a text: `line "words" scopes`, the scope of the whole document left out. */
function drawn(text: string): string {
  const lines = scopes(text).map((tokens, line) =>
    tokens.flatMap((token) => {
      const own = token.scopes.filter((each) => each !== 'meta.document.note-corpus');
      return own.length > 0
        ? [`${line + 1} ${JSON.stringify(token.text)} ${own.join(' ').replaceAll('.note-corpus', '')}`]
        : [];
    }),
  );
  return lines.flat().join('\n');
}

const check = (text: string, expected: string): void => assert.equal(drawn(text.trim()), expected.trim());

test('an inquiry: header, sections, counts, items, what is cited', () => {
  check(
    `
INQUIRING LINE

Does rain matter?

See [[Why mud sticks#Clay|clay]], https://example.org/mud. And so on (arXiv:2305.12345v2).

Sources 12 notes

Why mud sticks

Research prompt for your LLMexpand ↓

• arXiv:cs/0112017, DOI: 10.1000/182; arXiv 2401.00001

Next inquiring lines
- Is it so - or not?
-
`,
    `
1 "INQUIRING LINE" keyword.other.inquiry
5 "[[" meta.link.wikilink punctuation.definition.link.begin
5 "Why mud sticks" meta.link.wikilink markup.underline.link
5 "#" meta.link.wikilink punctuation.separator.fragment
5 "Clay" meta.link.wikilink entity.name.section
5 "|" meta.link.wikilink punctuation.separator.alias
5 "clay" meta.link.wikilink string.other.link.title
5 "]]" meta.link.wikilink punctuation.definition.link.end
5 "https://example.org/mud" markup.underline.link
5 "arXiv:2305.12345v2" constant.other.reference.link
7 "Sources" markup.heading.sources entity.name.section
7 " " markup.heading.sources
7 "12" markup.heading.sources constant.numeric.count
7 " notes" markup.heading.sources
11 "Research prompt for your LLM" markup.heading.prompt entity.name.section
11 "expand ↓" markup.heading.prompt
13 "•" punctuation.definition.list.begin.markdown
13 "arXiv:cs/0112017" constant.other.reference.link
13 "DOI: 10.1000/182" constant.other.reference.link
13 "arXiv 2401.00001" constant.other.reference.link
15 "Next inquiring lines" markup.heading.next entity.name.section
16 "-" punctuation.definition.list.begin.markdown
17 "-" punctuation.definition.list.begin.markdown
`,
  );
});

test('a note is coloured from its first section on', () => {
  check(
    `
Why does mud stick?
- See https://example.org and [[Clay]].
Inquiring lines that use this note as a source 2
- Does rain matter?
Related papers
`,
    `
3 "Inquiring lines that use this note as a source" markup.heading.used-by entity.name.section
3 " " markup.heading.used-by
3 "2" markup.heading.used-by constant.numeric.count
4 "-" punctuation.definition.list.begin.markdown
5 "Related papers" markup.heading.papers entity.name.section
`,
  );
});

test('any other plain text stays as it is', () => {
  check(
    `
Shopping
- flour, see https://example.org
- [[salt]]
Sources
Sources 3
Related concepts
Research prompt
    arXiv:2305.12345 on rye
He said: Next inquiring lines, please.
INQUIRING LINES
`,
    '',
  );
  const fenced = ['```', 'Sources 12 notes', '', '```', '- salt', '~~~', 'Next inquiring lines', '~~~~'];
  assert.deepEqual(
    scopes(fenced.join('\n'))
      .flatMap((tokens) => tokens.flatMap((token) => token.scopes))
      .filter((each) => each !== 'meta.code.note-corpus'),
    [],
    'nor what it shows in a fence',
  );
});

/** What the grammar makes of a line behind another one. */
function headingIn(
  before: string,
  line: string,
): { role: string; count?: { count: number; start: number; end: number } } | undefined {
  const tokens = scopes(`${before}\n${line}`)[1]!;
  const named = (name: string): Scoped | undefined =>
    tokens.find((token) => token.scopes.some((each) => each.startsWith(name)));
  const role = named('markup.heading.')
    ?.scopes.find((each) => each.startsWith('markup.heading.'))
    ?.split('.')[2];
  const count = named('constant.numeric.count');
  if (role === undefined) return undefined;
  return {
    role,
    ...(count && { count: { count: Number(count.text), start: count.start, end: count.start + count.text.length } }),
  };
}

const asHeading = (found: SectionHeading | undefined): ReturnType<typeof headingIn> =>
  found && { role: found.role, ...(found.declared && { count: found.declared }) };

/** Headings as they are written, and lines that nearly are. */
const LINES = [
  'Sources',
  'Inquiring lines that use this note',
  'Inquiring lines that use this inquiry',
  'Inquiring lines that use this note as a source',
  'Related concepts',
  'Related concepts in this collection',
  'Related papers',
  'Related papers in this collection',
  'Research prompt',
  'Research prompt for your LLM',
  'Next inquiring lines',
  'Original note title',
  'Inquiring lines that use this page',
  'Related',
  'Source',
  'INQUIRING LINE',
].flatMap((line) =>
  ['', ' 12', ' 12 notes', ' 1 note', ' 12 concepts', 'expand ↓', ' expand ↓', ':', '  3'].flatMap((end) => [
    line + end,
    (line + end).toUpperCase(),
  ]),
);

test('the grammar knows the same headings, counts and roles as the server, where a text is a document', () => {
  for (const line of LINES) assert.deepEqual(headingIn('INQUIRING LINE', line), asHeading(sectionHeading(line)), line);
});

test('and colours a text from the same headings on that make it a document', () => {
  for (const line of LINES) {
    const found = sectionHeading(line);
    const wanted = found?.certain ? asHeading(found) : undefined;
    assert.deepEqual(headingIn('Why mud sticks', line), wanted, line);
  }
});

test('no line takes long, whatever stands in it', () => {
  const before = cpuNow();
  for (const piece of [
    ' ',
    'Sources ',
    'Sources 1',
    'arXiv:',
    'arXiv:a-',
    'doi:10.1000/-',
    'https://a.',
    '[[',
    '[[a|',
    '`',
    '~',
    '(',
    '- ',
    '9',
  ]) {
    scopes(
      `INQUIRING LINE\nSources${piece.repeat(5000)}x\n${piece.repeat(5000)}\nRelated concepts ${piece.repeat(5000)}`,
    );
  }
  assert.ok(cpuNow() - before < 8000);
});
