import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from '../../../server/core/index.ts';
import {
  backlinksOf,
  declaredUsers,
  documentAt,
  documentLinks,
  documentSymbols,
  hover,
  missingNotes,
  type Options,
  placesOf,
  type Snapshot,
  workspaceSymbols,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// What the views and pop-ups show, as lines of text.

/** What a question answers about a corpus, as lines. */
function check(
  picture: string,
  ask: (snapshot: Snapshot, cursor: { path: string; offset: number }) => readonly string[],
  expected: string,
  options: Partial<Options> = {},
): void {
  const { files, cursor } = readFixture(picture);
  assert.equal(ask(snapshotOf(files, options), cursor ?? { path: '', offset: 0 }).join('\n'), expected.trim());
}

const SOIL = `
=== mud.txt
Why does mud stick?
Clay
holds on, as Does rain cause mud? says.
Inquiring lines that use this note as a source 3
- Does rain cause mud?
- Does snow cause mud?
- Does fog cause mud?
Related concepts in this collection 1
-
How deep is the puddle?
Nobody has come back.
grounds: one has to stand
=== rain.txt
INQUIRING LINE

Does rain cause mud?

This explores rain. So Why does mud stick? and again Why does mud stick? and How deep is the puddle?

Sources 1 note

Why does mud stick?

Clay holds on.

=== fog.txt
INQUIRING LINE

Does fog cause mud?

It does not; [[how deep is the puddle]] is unclear.

=== boots.md
# Boots
See [mud](mud.txt), [[gone with the rain]], [gone](gone.md) and [[Why does mud stick?#Clay]].
`;

test('backlinks: who names a note, and how often', () => {
  const ask = (snapshot: Snapshot): string[] =>
    backlinksOf(snapshot, documentAt(snapshot, 'mud.txt')!).map(
      ({ document, references }) =>
        `${document.path}: ${references.map((each) => `${each.form} in ${each.role}`).join(', ')}`,
    );
  check(
    SOIL,
    ask,
    `
boots.md: link in body, wikilink in body
rain.txt: mention in body, mention in body, entry in sources`,
  );
});

test('declared users: what a note’s own list says, and whether a document backs it', () => {
  const ask = (snapshot: Snapshot): string[] => {
    const mud = documentAt(snapshot, 'mud.txt')!;
    return declaredUsers(snapshot, mud).map(({ reference, status, target }) =>
      `${reference.text} ${status} ${target?.path ?? ''}`.trim(),
    );
  };
  check(
    SOIL,
    ask,
    `
Does rain cause mud? listed rain.txt
Does snow cause mud? missing-document
Does fog cause mud? does-not-cite fog.txt`,
  );
});

test('missing notes: most wanted first, links to files not among them', () => {
  const ask = (snapshot: Snapshot): string[] =>
    missingNotes(snapshot).map(
      (each) =>
        `${each.title}: ${each.inquiries} inquiries, ${each.documents} documents, ${each.places} places, ${placesOf(snapshot, each.name).map(({ document }) => document.path)}`,
    );
  check(
    SOIL,
    ask,
    `
How deep is the puddle?: 2 inquiries, 3 documents, 3 places, fog.txt,mud.txt,rain.txt
Does snow cause mud?: 0 inquiries, 1 documents, 1 places, mud.txt
gone with the rain: 0 inquiries, 1 documents, 1 places, boots.md`,
  );
});

test('a missing note is called as most entries and wikilinks call it', () => {
  const ask = (snapshot: Snapshot): string[] => missingNotes(snapshot).map((each) => each.title);
  check(
    `
=== a.md
[[the sea]] [[The sea?]] [[The Sea]] [[the sea]] [[The Sea]]
`,
    ask,
    'The Sea',
  );
});

test('hover: a card for each document that is meant', () => {
  const ask = (snapshot: Snapshot, cursor: { path: string; offset: number }): string[] =>
    (hover(snapshot, cursor)?.cards ?? []).map(
      (card) =>
        `${card.kind} “${card.title}” ${card.path ?? '–'}: ${card.description ?? '–'} (${card.inquiries} + ${card.notes})`,
    );
  check(SOIL.replace('See [mud](', 'See [mud]($0'), ask, 'note “Why does mud stick?” mud.txt: Clay (1 + 1)');
  check(SOIL.replace('[[gone', '[[$0gone'), ask, 'missing “gone with the rain” –: – (0 + 1)');
  check(
    SOIL.replace('- Does rain', '- Do$0es rain'),
    ask,
    'inquiry “Does rain cause mud?” rain.txt: This explores rain. So Why does mud stick? and again Why does mud stick? and How deep is the puddle? (0 + 1)',
  );
  check(SOIL.replace('[gone](', '[gone]($0'), ask, '');
  check(SOIL.replace('This explores', 'This $0explores'), ask, '');
});

test('document links: what leads to one document', () => {
  const ask = (snapshot: Snapshot): string[] =>
    documentLinks(snapshot, 'boots.md').map((link) =>
      'target' in link ? `${link.target.document.path} ${link.target.focus.start}` : 'elsewhere',
    );
  check(SOIL, ask, 'mud.txt 0\nmud.txt 0');
});

test('document symbols: title, headings by depth, sections with their entries', () => {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap((each) => [
      `${indent}${each.kind} ${each.name}${each.detail && ` (${each.detail})`}`,
      ...lines(each.children, `${indent}  `),
    ]);
  const ask =
    (path: string) =>
    (snapshot: Snapshot): string[] =>
      lines(documentSymbols(snapshot, path), '');
  check(
    SOIL,
    ask('mud.txt'),
    `
title Why does mud stick? (note)
  section Inquiring lines that use this note as a source 3 (3)
    entry Does rain cause mud?
    entry Does snow cause mud?
    entry Does fog cause mud?
  section Related concepts in this collection 1 (1)
    entry How deep is the puddle?`,
  );
  check(
    `
=== a.md
# Mud
## Clay
#### Deep
## Sources 2 notes ##
- [[Rain]]
- Snow — cold
### Old
# Sand
#
`,
    ask('a.md'),
    `
title Mud (inquiry)
  heading Clay
    heading Deep
  section Sources 2 notes (2)
    entry Rain
    entry Snow
    heading Old
  heading Sand
  heading #`,
  );
});

test('workspace symbols: titles and aliases that hold all words, else those that come near', () => {
  const ask =
    (query: string, limit?: number) =>
    (snapshot: Snapshot): string[] =>
      workspaceSymbols(snapshot, query, limit).map((each) => `${each.text} ${each.document.path}`);
  check(SOIL, ask('MUD stick'), 'Why does mud stick? mud.txt');
  check(SOIL, ask('why does mud stikc'), 'Why does mud stick? mud.txt');
  check(SOIL, ask('', 2), 'Boots boots.md\nDoes fog cause mud? fog.txt');
  check(SOIL, ask('$^(['), '');
});
