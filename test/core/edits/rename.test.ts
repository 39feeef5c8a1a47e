import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { applied, changedFiles, granted } from './picture.ts';

const OPTIONS = { keepAlias: false, moves: true };

/** Renames what is at `$0`; answers the files that are changed, as a picture. */
function renamed(picture: string, title: string, options = OPTIONS): string {
  const { files, cursor } = readFixture(picture);
  const answer = granted(rename(snapshotOf(files), cursor!, title, options));
  assert.ok('files' in answer, 'a rename in texts');
  return changedFiles(files, applied(files, answer.files));
}

function refusal(picture: string, title: string): string {
  const { files, cursor } = readFixture(picture);
  const answer = rename(snapshotOf(files), cursor!, title, OPTIONS);
  return 'refused' in answer ? answer.refused : 'it was not refused';
}

test('every form in every layout: mention, wikilink, link, entry, used-by item, prompt echo, and the title itself', () => {
  const answer = renamed(
    `
=== mud.txt
Why does mud$0 stick?

Clay holds on.

Inquiring lines that use this note as a source 1

- Does rain matter to paths?
=== rain.txt
INQUIRING LINE

Does rain matter to paths?

This explores rain. We ask Why does mud stick?. And why does mud stick — it does.

Sources 1 notes

Why does mud stick?

Clay holds on.

Research prompt for your LLM

Find out: Why does mud stick? Be thorough.
=== page.md
# A page of links
See [[Why does mud stick?]], [[why does mud stick#Clay|it]], [[Why does mud stick?|Why does mud stick?]] and
[Why does mud stick?](mud.txt), but [this](mud.txt) not. Why does
mud stick? asks **Why does mud** stick?.
`,
    'Why is wet clay sticky?',
  );
  assert.equal(
    answer,
    `=== mud.txt
Why is wet clay sticky?

Clay holds on.

Inquiring lines that use this note as a source 1

- Does rain matter to paths?
=== rain.txt
INQUIRING LINE

Does rain matter to paths?

This explores rain. We ask Why is wet clay sticky?. And Why is wet clay sticky — it does.

Sources 1 notes

Why is wet clay sticky?

Clay holds on.

Research prompt for your LLM

Find out: Why is wet clay sticky? Be thorough.
=== page.md
# A page of links
See [[Why is wet clay sticky?]], [[Why is wet clay sticky?#Clay|it]], [[Why is wet clay sticky?|Why is wet clay sticky?]] and
[Why is wet clay sticky?](mud.txt), but [this](mud.txt) not. Why is wet clay sticky? asks **Why is wet clay sticky?**.
`,
  );
});

test('from any place: a mention, a wikilink’s target, an entry, the words of a link, the heading again in the front matter', () => {
  const corpus = (rain: string): string => `
=== mud.md
---
title: "Why does mud stick?"
---
# Why does mud stick?
=== rain.md
# Rain
${rain}
`;
  for (const rain of [
    'We ask Why does$0 mud stick?.',
    'We ask [[Why does$0 mud stick?|so]].',
    'We ask [Why does$0 mud stick?](mud.md).',
    '## Sources 1 notes\n- Why does$0 mud stick? — it is the clay',
  ]) {
    const answer = renamed(corpus(rain), 'Why is "clay" sticky?');
    const said = rain.replace('$0', '').replace('Why does mud stick?', 'Why is "clay" sticky?');
    assert.equal(
      answer,
      `=== mud.md\n---\ntitle: "Why is \\"clay\\" sticky?"\n---\n# Why is "clay" sticky?\n=== rain.md\n# Rain\n${said}\n`,
    );
  }
});

test('a missing note: all that names it names another title, and finds the note that has it', () => {
  assert.equal(
    renamed(
      `
=== mud.md
# Why does mud stick?
=== rain.txt
INQUIRING LINE
What is it with rain?
We ask Why does mud stik and go on.
Sources 1 notes
Why does mud stik?
Clay holds on.
=== page.md
See [[why does$0 mud stik?]].
`,
      'Why does mud stick?',
    ),
    `=== rain.txt
INQUIRING LINE
What is it with rain?
We ask Why does mud stick and go on.
Sources 1 notes
Why does mud stick?
Clay holds on.
=== page.md
See [[Why does mud stick?]].
`,
  );
});

test('the old title stays as an alias, where the document keeps such things', () => {
  const keeping = { ...OPTIONS, keepAlias: true };
  const title = 'Why is clay sticky?';
  const kept: readonly [document: string, after: string][] = [
    ['# Why does$0 mud stick?\n', '---\naliases:\n  - Why does mud stick?\n---\n\n# Why is clay sticky?\n'],
    [
      '---\naliases: [Mud]\n---\n# Why does$0 mud stick?\n',
      '---\naliases: [Mud, "Why does mud stick?"]\n---\n# Why is clay sticky?\n',
    ],
    [
      '---\naliases:\n- Mud\nkind: note\n---\n# Why does$0 mud stick?\n',
      '---\naliases:\n- Mud\n- Why does mud stick?\nkind: note\n---\n# Why is clay sticky?\n',
    ],
    [
      '---\nalias: Mud\n---\n# Why does$0 mud stick?\n',
      '---\nalias: ["Mud", "Why does mud stick?"]\n---\n# Why is clay sticky?\n',
    ],
    [
      '---\nkind: note\n---\n# Why does$0 mud stick?\n',
      '---\nkind: note\naliases:\n  - Why does mud stick?\n---\n# Why is clay sticky?\n',
    ],
    [
      'Why does$0 mud stick?\n\nIt is clay.\n\nRelated concepts in this collection 0\n\nOriginal note title\n',
      'Why is clay sticky?\n\nIt is clay.\n\nRelated concepts in this collection 0\n\nOriginal note title\n\nWhy does mud stick?\n',
    ],
    [
      'Why does$0 mud stick?\nIt is clay.\nRelated concepts in this collection 0\n',
      'Why is clay sticky?\nIt is clay.\nRelated concepts in this collection 0\nOriginal note title\nWhy does mud stick?\n',
    ],
    [
      'Why does$0 mud stick?\r\n\r\nIt is clay.\r\n\r\nOriginal note title\r\n\r\nwet clay sticks\r\n',
      '---\r\naliases:\r\n  - Why does mud stick?\r\n---\r\n\r\nWhy is clay sticky?\r\n\r\nIt is clay.\r\n\r\nOriginal note title\r\n\r\nwet clay sticks\r\n',
    ],
    // The same name, written otherwise, is no other name.
    [
      '# Why does$0 Clay is sticky why?\n',
      '---\naliases:\n  - Why does Clay is sticky why?\n---\n\n# Why is clay sticky?\n',
    ],
    ['# why is$0 CLAY sticky\n', '# Why is clay sticky?\n'],
  ];
  for (const [document, after] of kept)
    assert.equal(renamed(`\n=== mud.md\n${document}`, title, keeping), `=== mud.md\n${after}`);
});

test('an alias: where the document has it, and where others say it', () => {
  assert.equal(
    renamed(
      `
=== mud.md
---
aliases: [wet clay sticks, Mud]
---
# Why does mud stick?
=== rain.md
Since wet clay$0 sticks, [[Mud]] and [[Why does mud stick?]].
`,
      'damp clay clings, mostly',
    ),
    `=== mud.md
---
aliases: ["damp clay clings, mostly", Mud]
---
# Why does mud stick?
=== rain.md
Since damp clay clings, mostly, [[Mud]] and [[Why does mud stick?]].
`,
  );
});

test('titles that cannot stand everywhere: short ones get brackets, and what brackets cannot hold goes by the path', () => {
  const corpus = `
=== soil/mud.md
# Why does mud$0 stick?
=== rain.md
We ask Why does mud stick? and [[Why does mud stick?]] and [[Why does mud stick?|so]].
## Sources 1 notes
- Why does mud stick? — it is the clay
`;
  const rain = (title: string): string => renamed(corpus, title).split('=== rain.md\n')[1]!;
  assert.equal(rain('Mud'), 'We ask [[Mud]] and [[Mud]] and [[Mud|so]].\n## Sources 1 notes\n- Mud — it is the clay\n');
  assert.equal(
    rain('Why clay — and when?'),
    'We ask Why clay — and when? and [[Why clay — and when?]] and [[Why clay — and when?|so]].\n## Sources 1 notes\n- [[Why clay — and when?]] — it is the clay\n',
  );
  assert.equal(
    rain('Is clay #1 or not?'),
    'We ask Is clay #1 or not? and [[mud|Is clay #1 or not?]] and [[mud|so]].\n## Sources 1 notes\n- Is clay #1 or not? — it is the clay\n',
  );
  assert.equal(
    rain('Why is [clay|mud] so?'),
    'We ask [[mud]] and [[mud]] and [[mud|so]].\n## Sources 1 notes\n- [[mud]] — it is the clay\n',
  );
  assert.equal(
    rain('Why (.*)+ 🐝 / C# İs ok?'),
    'We ask Why (.*)+ 🐝 / C# İs ok? and [[Why (.*)+ 🐝 / C# İs ok?]] and [[Why (.*)+ 🐝 / C# İs ok?|so]].\n## Sources 1 notes\n- Why (.*)+ 🐝 / C# İs ok? — it is the clay\n',
  );
});

test('a page without a title: its file is renamed, or it gets a title where files cannot be', () => {
  const picture = '\n=== soil/mud.md\nClay.\n=== rain.md\nSee [[mu$0d]], [[soil/mud]] and [m](soil/mud.md).\n';
  const { files, cursor } = readFixture(picture);
  assert.deepEqual(rename(snapshotOf(files), cursor!, 'Wet clay', OPTIONS), {
    move: { from: 'soil/mud.md', to: 'soil/Wet clay.md' },
  });
  assert.equal(
    renamed(picture, 'Wet clay', { ...OPTIONS, moves: false }),
    '=== soil/mud.md\n---\ntitle: Wet clay\n---\n\nClay.\n=== rain.md\nSee [[Wet clay]], [[soil/mud]] and [m](soil/mud.md).\n',
  );
});

test('what is refused, and why', () => {
  const two = '\n=== a.md\n# Why does mud$0 stick?\n=== b.md\n# Does rain matter?\n';
  assert.equal(refusal(two, ' '), 'A title cannot be empty.');
  assert.equal(refusal(two, 'One\nTwo'), 'A title stands on one line: take the line break out of it.');
  assert.equal(refusal(two, 'x'.repeat(10_000)), 'A title has at most 500 characters; this one has 10000.');
  assert.equal(refusal(two, '\u00ad'), 'A title needs at least one letter, digit or sign that can be read.');
  assert.equal(
    refusal(two, 'does rain matter'),
    '“b.md” has the title “does rain matter” already. Choose another title.',
  );
  assert.equal(refusal('\n=== a.md\nNothing$0 here.\n', 'Mud'), 'There is no title here.');
  assert.equal(
    refusal('\n=== a.md\n# Mud\n=== b.md\n# Mud\n=== c.md\n[[Mu$0d]]\n', 'Clay'),
    '2 documents answer to “Mud”. Say first which one is meant here.',
  );
  assert.equal(
    refusal('\n=== mud.md\n# Why does mud stick?\n=== c.md\n[this n$0ote](mud.md)\n', 'Clay'),
    'These words are no title. Rename the note where its title stands, or its file in the explorer.',
  );
  assert.equal(
    refusal('\n=== mud.md\nWhy$0 does mud stick?\nOriginal note title\n', 'Sources 3 notes'),
    '“Sources 3 notes” would not be read as a title where “mud.md” has its own.',
  );
  assert.equal(
    refusal('\n=== mud.md\n=== c.md\n[[mu$0d]]\n', 'a/b?'),
    '“a/b?” would be the name of the file, which not every system can have; “a-b” it could be.',
  );
  assert.equal(
    refusal('\n=== mud.md\n=== c.md\n[[gone$0 here]]\n', 'a|b'),
    '“a|b” cannot stand in a wikilink, and no document has that title. Create the note first.',
  );
});

test('a title wrapped over two lines, in a quote, and among carriage returns', () => {
  assert.equal(
    renamed(
      '\n=== mud.md\n# Why does mud$0 stick?\r\n=== rain.md\n> We ask Why does\r\n> mud stick? often.\r\n',
      'Why clay?',
    ),
    '=== mud.md\n# Why clay?\r\n=== rain.md\n> We ask [[Why clay?]] often.\r\n',
  );
});
