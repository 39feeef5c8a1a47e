import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentsOf, newNote, resolvedReferencesOf } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { holds } from '../arbitraries.ts';

type Options = Parameters<typeof newNote>[2];

/** The file that comes of a title, as a picture again; or why none does. */
function made(picture: string, title: string, options?: Options): string {
  const { files } = readFixture(picture);
  const result = newNote(snapshotOf(files), title, options);
  return 'refused' in result ? result.refused : `\n=== ${result.path}\n${result.text}`;
}

const MARKDOWN = `
=== notes/clay.md
---
kind: note
---

# What is clay made of?
=== rain.md
---
kind: inquiry
---

# Does rain cause mud?

## Sources 1 note

- [[How deep is the puddle?]] — Nobody has come back.
=== walk.md
---
kind: inquiry
---

# Is a walk worth it?

So how deep is the puddle matters.
`;

test('a missing note in Markdown: what its citers say of it, and who they are, where the notes are', () => {
  assert.equal(
    made(MARKDOWN, 'How deep is the puddle?'),
    `
=== notes/How deep is the puddle.md
---
kind: note
---

# How deep is the puddle?

Nobody has come back.

## Inquiring lines that use this note as a source 2

- [[Does rain cause mud?]]
- [[Is a walk worth it?]]
`,
  );
});

test('a title that nobody asks for, and where it is to lie', () => {
  assert.equal(
    made(MARKDOWN, ' Why do boots leak? ', { folder: 'boots' }),
    '\n=== boots/Why do boots leak.md\n---\nkind: note\n---\n\n# Why do boots leak?\n',
  );
  assert.equal(
    made(MARKDOWN, 'Why do boots leak?', { folder: '', kind: 'inquiry' }),
    '\n=== Why do boots leak.md\n---\nkind: inquiry\n---\n\n# Why do boots leak?\n',
  );
  assert.equal(made('', 'Mud'), '\n=== Mud.md\n---\nkind: note\n---\n\n# Mud\n');
});

const SPACED = `
=== clay.txt
What is clay made of?

Plates of silicate.

Inquiring lines that use this note as a source 1

- Is a walk worth it?
=== rain.txt
INQUIRING LINE

Does rain cause mud?

Sources 1 notes

How deep is the puddle?

Nobody has
come back.
`;

test('a missing note in the spaced layout', () => {
  assert.equal(
    made(SPACED, 'how deep is the puddle'),
    `
=== how deep is the puddle.txt
how deep is the puddle

Nobody has come back.

Inquiring lines that use this note as a source 1

- Does rain cause mud?
`,
  );
});

test('a missing note in the dense layout; one that nobody uses is a note all the same', () => {
  const dense = SPACED.replace('has\ncome', 'has come').replaceAll('\n\n', '\n');
  assert.equal(
    made(dense, 'How deep is the puddle?'),
    `
=== How deep is the puddle.txt
How deep is the puddle?
Nobody has come back.
Inquiring lines that use this note as a source 1
- Does rain cause mud?
`,
  );
  assert.equal(
    made(dense, 'Why do boots leak?'),
    '\n=== Why do boots leak.txt\nWhy do boots leak?\nInquiring lines that use this note as a source 0\n',
  );
});

test('what only lists of inquiries name is an inquiry', () => {
  assert.equal(
    made(SPACED, 'Is a walk worth it?'),
    '\n=== Is a walk worth it.txt\nINQUIRING LINE\n\nIs a walk worth it?\n',
  );
});

test('the summary is what most inquiries say, of equals the first by path', () => {
  const inquiry = (path: string, summary: string): string =>
    `=== ${path}\n# ${path}\n## Sources 1 notes\n- [[How deep is the puddle?]] — ${summary}\n`;
  const said = (...summaries: string[]): string =>
    made(summaries.map((each, at) => inquiry(`${at}.md`, each)).join(''), 'How deep is the puddle?').split('\n')[8]!;
  assert.equal(said('Deep.', 'Shallow.', 'Shallow.'), 'Shallow.');
  assert.equal(said('Deep.', 'Shallow.'), 'Deep.');
});

test('titles that no heading can say are said in the front matter; titles that look like a section, in Markdown', () => {
  const front = (title: string): string => made('', title).split('\n').slice(2, 7).join('\n');
  assert.equal(front('Why is C #'), '---\nkind: note\ntitle: "Why is C #"\n---\n');
  assert.equal(front('# of bees'), '---\nkind: note\n---\n\n# # of bees');
  assert.equal(front('- a: [b] "c"'), '---\nkind: note\n---\n\n# - a: [b] "c"');
  assert.equal(front('Sources 3 notes'), '---\nkind: note\ntitle: "Sources 3 notes"\n---\n');
  assert.match(made(SPACED, 'Original note title'), /\.md\n---\nkind: note\ntitle: "Original note title"\n---\n/);
});

test('inquiries that their title alone does not name are listed by their file', () => {
  const picture = `
=== a/rain.md
# Does rain | cause mud?
## Sources 1 notes
- [[How deep is the puddle?]]
=== a/walk.md
# Is a walk worth it?
## Sources 1 notes
- [[How deep is the puddle?]]
=== b/walk.md
# Is a walk worth it?
## Sources 1 notes
- [[How deep is the puddle?]]
`;
  assert.equal(
    made(picture, 'How deep is the puddle?', { folder: '' }).split('as a source')[1],
    ` 3

- Does rain | cause mud?
- [[a/walk|Is a walk worth it?]]
- [[b/walk|Is a walk worth it?]]
`,
  );
});

test('file names that all systems can have, and that no file has', () => {
  const name = (title: string, picture = ''): string => made(picture, title).split('\n')[1]!.slice('=== '.length);
  assert.equal(name('TCP/IP: a "short" <history> of 1|2?'), 'TCP-IP - a short history of 1-2.md');
  assert.equal(name('Rain 🐝 and bread...'), 'Rain 🐝 and bread.md');
  assert.equal(name('.hidden'), 'hidden.md');
  assert.equal(name('con'), '_con.md');
  assert.equal(name('Nul.old'), '_Nul.old.md');
  assert.equal(name('???'), 'Untitled.md');
  assert.equal(name('a b \u202eback'), 'a b back.md');
  assert.equal(name('Cafe\u0301'), 'Café.md');
  assert.equal(name('word '.repeat(40)), `${'word '.repeat(20).trim()}.md`);
  assert.equal(name('👩‍🌾'.repeat(40)), `${'👩‍🌾'.repeat(21)}.md`);
  const taken = '=== MUD.md\n# On mud\n=== mud 2.md\nno picture\n';
  assert.equal(name('Mud', taken), 'Mud 3.md');
});

test('what cannot be made is refused, in words', () => {
  assert.equal(made(SPACED, '  '), 'A title cannot be empty.');
  assert.equal(made(SPACED, 'a\nb'), 'A title stands on one line: take the line break out of it.');
  assert.equal(made(SPACED, 'a'.repeat(501)), 'A title has at most 500 characters; this one has 501.');
  assert.equal(
    made(SPACED, 'what is CLAY made of'),
    '“clay.txt” has the title “what is CLAY made of” already. Choose another title.',
  );
});

const HARD = fc.constantFrom(
  '# ',
  '- ',
  '> ',
  ': ',
  '|',
  '#',
  '?',
  '"',
  "'",
  '[',
  ']',
  '{',
  '`',
  '*',
  '_',
  '\\',
  '<b>',
  '🐝',
  'İ',
  'ı',
  '---',
  '%20',
  '&amp;',
  '://',
  '1. ',
  'why ',
  'mud ',
  'sticks',
  ' ',
); // prettier-ignore
const hardTitle = fc.oneof(
  fc.array(HARD, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom('Sources', 'Related papers', 'INQUIRING LINE', 'kind: note', '---', '```', 'Memory'),
);
const layouts = fc.constantFrom(SPACED, SPACED.replaceAll('\n\n', '\n'), MARKDOWN);
const wish = fc.record({
  title: hardTitle,
  layout: layouts,
  asks: fc.array(fc.constantFrom('wikilink', 'entry', 'listed'), { minLength: 1, maxLength: 3 }),
  summary: fc.constantFrom('Clay holds on.', '# of it', '- so'),
});

test('property: all that dangles by a title resolves to the note that is made for it, and nothing else changes', () => {
  holds(wish, ({ title, layout, asks, summary }) => {
    const { files } = readFixture(layout);
    const written = new Map(files);
    for (const [at, form] of asks.entries()) {
      const name = form === 'wikilink' ? `[[${title}]]` : title;
      written.set(
        `asks${at}.md`,
        form === 'wikilink'
          ? `# Asks ${at}\n\nSee ${name}.\n`
          : `# Asks ${at}\n\n## Sources 1 notes\n\n- ${name} — ${summary}\n`,
      ); // prettier-ignore
    }
    const before = snapshotOf(written);
    const dangling = danglingIn(before);
    for (const wanted of new Set(dangling.map(({ text }) => text))) {
      const result = newNote(before, wanted);
      if ('refused' in result) {
        assert.match(result.refused, /^(No document can|A title |“)/, JSON.stringify(wanted));
        continue;
      }
      assert.ok(!written.has(result.path));
      const after = snapshotOf(new Map([...written, [result.path, result.text]]));
      const left = danglingIn(after).filter((each) => each.path !== result.path);
      const { name } = dangling.find((each) => each.text === wanted)!;
      assert.deepEqual(
        left.map(({ key }) => key),
        dangling.filter((each) => each.name !== name).map(({ key }) => key),
        JSON.stringify({ wanted, made: result.text }),
      );
    }
  });
});

function danglingIn(snapshot: ReturnType<typeof snapshotOf>) {
  return documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document)
      .filter(({ reference, resolution }) => resolution.status === 'dangling' && reference.form !== 'link')
      .map(({ reference: { text, name, span } }) => ({
        path: document.path,
        text,
        name: snapshot.keys.string(name),
        key: `${document.path} ${span.start} ${text}`,
      })),
  );
}
