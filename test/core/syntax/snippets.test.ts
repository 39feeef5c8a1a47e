import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Summary, summarize } from '../../../server/core/index.ts';

// The snippets that the manifest contributes, as the corpus reads what they write.

interface Snippet {
  readonly prefix?: string;
  readonly description: string;
  readonly body: readonly string[];
}

const ROOT = join(import.meta.dirname, '../../..');

const snippetsOf = (language: string): Record<string, Snippet> =>
  JSON.parse(readFileSync(join(ROOT, `syntaxes/snippets/${language}.json`), 'utf8'));

/** What stands in the editor when every default is kept: `# ${1:Title}` and `$0` are `# Title` and nothing. */
const expanded = ({ body }: Snippet): string =>
  `${body.join('\n').replace(/\$\{\d+:([^}]*)\}|\$\d+/g, (_, initial = '') => initial)}\n`;

/** A document as lines: its kind and title, then each section with what it lists. */
function drawn(path: string, text: string): string {
  const read = summarize(path, text);
  if (!read) return 'no document';
  const cut = (at: { start: number; end: number } | undefined): string => (at ? text.slice(at.start, at.end) : '');
  const sections = read.sections.map(({ role, declared, entries }) =>
    [
      `${role}${declared ? ` ${declared.count}` : ''}`,
      ...(role === 'original-title' ? read.aliases : []).map(({ text }) => `  also “${text}”`),
      ...(role === 'original-title' ? [] : entries).map(
        (entry) =>
          `  ${nameOf(read, entry) ?? cut(entry.span)} | ${cut(entry.summary)} | ${entry.relation?.text ?? ''}`,
      ),
    ].join('\n'),
  );
  return [`${read.kind} “${read.title.text}” ${cut(read.description)}`, ...sections].join('\n');
}

const nameOf = ({ references }: Summary, { reference }: Summary['sections'][0]['entries'][0]): string | undefined =>
  reference === undefined ? undefined : references[reference]!.text;

/** In each language: what stands before a snippet, and what is then read. */
const CASES: Readonly<
  Record<string, readonly [before: string, plainBefore: string, expected: string, plain?: string]>
> = {
  Note: [
    '',
    '',
    'note “What is asked or claimed?” What it says, in a sentence or two.',
    '\noriginal-title\n  also “what the note claims”',
  ],
  'Inquiring line': ['', '', 'inquiry “What is to be found out?” This explores …\nsources 0\nprompt\nnext'],
  Sources: [
    '# T\n\nBody.\n\n',
    'INQUIRING LINE\n\nT\n\nBody.\n\n',
    'inquiry “T” Body.\nsources 1\n  Title of a note | What it contributes. | ',
  ],
  Source: [
    '# T\n\nBody.\n\n## Sources 2 notes\n\n- [[A]] — It is so.\n',
    'INQUIRING LINE\n\nT\n\nBody.\n\nSources 2 notes\n\nA\n\nIt is so.\n\n',
    'inquiry “T” Body.\nsources 2\n  A | It is so. | \n  Title of a note | What it contributes. | ',
  ],
  'Research prompt': [
    '---\nkind: inquiry\n---\n# T\n\nBody.\n\n',
    'INQUIRING LINE\n\nT\n\nBody.\n\n',
    'inquiry “T” Body.\nprompt',
  ],
  'Next inquiring lines': [
    '---\nkind: inquiry\n---\n# T\n\nBody.\n\n',
    'INQUIRING LINE\n\nT\n\nBody.\n\n',
    'inquiry “T” Body.\nnext\n  What is to be asked next? |  | ',
  ],
  'Inquiring lines that use this note': [
    '# T\n\nBody.\n\n',
    'T\n\nBody.\n\n',
    'note “T” Body.\nused-by 1\n  Title of an inquiring line |  | ',
  ],
  'Related concepts': [
    '# T\n\nBody.\n\n',
    'T\n\nBody.\n\n',
    'note “T” Body.\nrelated 1\n  Title of a note | (said) | grounds: how the two are related',
  ],
  Relation: [
    '# T\n\nBody.\n\n## Related concepts in this collection 1\n\n',
    'T\n\nBody.\n\nRelated concepts in this collection 1\n\n',
    'note “T” Body.\nrelated 1\n  Title of a note | (said) | grounds: how the two are related',
  ],
  'Related papers': [
    '---\nkind: note\n---\n# T\n\nBody.\n\n',
    '---\nkind: note\n---\nT\n\nBody.\n\n',
    'note “T” Body.\npapers 1',
  ],
  'Original note title': [
    '# T\n\nBody.\n\n',
    'T\n\nBody.\n\n',
    'note “T” Body.\noriginal-title\n  also “what the note claims”',
  ],
};

for (const [language, path] of [
  ['markdown', 'a.md'],
  ['plaintext', 'a.txt'],
] as const) {
  const snippets = snippetsOf(language);
  const isPlain = language === 'plaintext';

  test(`${language}: every snippet, with its defaults, is read as what it claims to be`, () => {
    assert.deepEqual(Object.keys(snippets).sort(), Object.keys(CASES).sort());
    for (const [name, [before, plainBefore, expected, more = '']] of Object.entries(CASES)) {
      // What related notes say of themselves stands in the plain layouts only.
      const found = drawn(path, (isPlain ? plainBefore : before) + expanded(snippets[name]!));
      const said = isPlain ? 'What that note says.' : '';
      assert.equal(found, expected.replace('(said)', said) + (isPlain ? more : ''), `${name} in ${language}`);
    }
  });

  test(`${language}: prefixes are no words of a text`, () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix ?? []);
    assert.equal(new Set(prefixes).size, isPlain ? 0 : Object.keys(snippets).length);
    for (const prefix of prefixes) assert.match(prefix, /^(note|inquiry)-[a-z-]+$/);
  });
}
