import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionOptions, completion } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

const OPTIONS: CompletionOptions = { form: 'wikilink', prose: true };

/** What is offered at `$0`, one a line: what it is, its label, and the line as it is once that is taken. */
function offered(picture: string, options: Partial<CompletionOptions> = {}): string {
  const { files, cursor } = readFixture(picture);
  const { path, offset } = cursor!;
  const text = files.get(path)!;
  const { items } = completion(snapshotOf(files), { path, offset }, { ...OPTIONS, ...options });
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  return items
    .map(({ label, what, alias, replaces, insert }) => {
      const line = text.slice(lineStart, replaces.start) + insert + text.slice(replaces.end, lineEnd);
      return `${what}${alias ? ' by alias' : ''} ${label} → ${line}`;
    })
    .join('\n');
}

function check(picture: string, expected: string, options: Partial<CompletionOptions> = {}): void {
  assert.equal(offered(picture, options), expected.trim());
}

const NOTES = `
=== mud.txt
Why does mud stick to boots?
Clay holds on.
Original note title
wet clay sticks to what presses it
=== gravel.txt
Is gravel worth its price?
It drains.
Original note title
gravel drains
`;

/** A dense note in which a line of prose ends at the cursor. */
const prose = (line: string): string => `${NOTES}=== rain.txt
Does rain make a path worse?
It rains.
${line}
Original note title
rain is wet
`;

test('three letters of any word of a title will do', () => {
  for (const words of ['sti', 'stick', 'Why', 'boo']) {
    assert.match(
      offered(prose(`As we know ${words}$0`)),
      /note Why does mud stick to boots\? → As we know Why does mud stick/,
    );
  }
  check(prose('As we know st$0'), '');
  check(prose('As we know $0'), '');
  check(prose('As we know stuck$0'), '');
  check(prose('As we know st$0ick'), '');
});

test('what was typed of a title is replaced as a whole', () => {
  const taken = 'note Why does mud stick to boots? → We ask Why does mud stick to boots?';
  for (const words of ['why does mud', 'mud boo', 'Why mud boots', 'why  does mud stick to b', 'why does m'])
    check(prose(`We ask ${words}$0`), taken);
  check(
    prose('We ask mud sti$0'),
    `${taken}\nnote by alias wet clay sticks to what presses it → We ask mud wet clay sticks to what presses it`,
  );
  check(
    prose('We ask: mud boo$0, and'),
    'note Why does mud stick to boots? → We ask: Why does mud stick to boots?, and',
  );
  // Words of the sentence are not words of the title.
  check(
    prose('The mud. Sti$0'),
    'note Why does mud stick to boots? → The mud. Why does mud stick to boots?\nnote by alias wet clay sticks to what presses it → The mud. wet clay sticks to what presses it',
  );
});

test('a short word of many titles says nothing alone; with the next one it does', () => {
  const files = Array.from({ length: 30 }, (_, at) => `=== ${at}.md\n# What does number ${at} mean here?\n`).join('');
  const page = (line: string): string => `${files}=== page.txt\nINQUIRING LINE\nA page\n${line}\n`;
  for (const line of ['So we ask what$0', 'This does$0']) check(page(line), '');
  assert.equal(offered(page('So we ask what does$0')).split('\n').length, 30);
  assert.equal(offered(page('So we ask numb$0')).split('\n').length, 30);
  check(
    page('So we ask what does number 7$0'),
    'page What does number 7 mean here? → So we ask What does number 7 mean here?',
  );
});

test('aliases are offered, and missing notes as such', () => {
  check(
    prose('We see that wet clay$0'),
    'note by alias wet clay sticks to what presses it → We see that wet clay sticks to what presses it',
  );
  check(
    `${prose('We ask why sand$0')}=== i.md\n# Sandy matters\n[[Why does sand slide?]]\n`,
    'missing Why does sand slide? → We ask Why does sand slide?',
  );
});

test('not a document’s own title, nor one that is too short', () => {
  check(prose('We ask does rain ma$0'), '');
  check(prose('Here gravel dra$0'), '');
});

test('not where a mention is no reference', () => {
  const page = (line: string): string => `${NOTES}=== page.md\n---\ntitle: A page\ntags: x\n---\n# A page\n\n${line}\n`;
  for (const line of [
    '`mud sti$0`',
    '```\nmud sti$0\n```',
    'https://example.org/mud-sti$0',
    '<!-- mud sti$0 -->',
    '[mud sti$0](mud.txt)',
    '    mud sti$0',
    'pre-mud-sti$0',
  ])
    check(page(line), '');
  check(`${NOTES}=== page.md\n# mud sti$0\n\nText.\n`, '');
  check(`${NOTES}=== page.md\n---\ntitle: mud sti$0\n---\nText.\n`, '');
  check(`${NOTES}=== rain.txt\nINQUIRING LINE\nmud sti$0\nText.\n`, '');
  check(`${NOTES}=== rain.txt\nINQUIRING LINE\nRain\nText.\nResearch prompt for your LLM\nmud sti$0\n`, '');
});

test('a title wrapped over two lines is completed on the second one', () => {
  const page = (line: string): string => `${NOTES}=== page.md\n# A page\n\n${line}\n`;
  const rest = 'note Why does mud stick to boots? → mud stick to boots?';
  check(page('We ask why does\nmud stick to$0'), rest);
  check(page('> We ask why does\n> mud stick to$0'), `${rest.replace('→ ', '→ > ')}`);
  check(page('So lie does\nmud stick to$0'), 'note Why does mud stick to boots? → [[Why does mud stick to boots?]]');
  const spaced = `Rain\n\nIt is so as why\nDOES mud$0\n\nOriginal note title\n\nx\n`;
  check(`${NOTES}=== rain.txt\n${spaced}`, 'note Why does mud stick to boots? → does mud stick to boots?');
});

test('in Markdown, in the form of the setting', () => {
  const page = `${NOTES}=== soil/page.md\n# A page\n\nWe ask mud boo$0\n`;
  check(page, 'note Why does mud stick to boots? → We ask [[Why does mud stick to boots?]]');
  check(page, 'note Why does mud stick to boots? → We ask [Why does mud stick to boots?](../mud.txt)', {
    form: 'link',
  });
  check(page, 'note Why does mud stick to boots? → We ask Why does mud stick to boots?', { form: 'bare' });
  check(page, '', { prose: false });
  const short = `${NOTES}=== soil/page.md\n# A page\n\nHere gravel dra$0\n`;
  check(short, 'note by alias gravel drains → Here [[gravel drains]]');
  check(short, 'note by alias gravel drains → Here [[gravel drains]]', { form: 'bare' });
});

test('a title that several documents have is written as a wikilink by path', () => {
  const same = (path: string): string => `=== ${path}\n# Why does mud stick?\nText.\n`;
  check(
    `${same('a/mud.md')}${same('b/mud.md')}=== page.md\n# A page\nWe ask mud sti$0\n`,
    `
page Why does mud stick? → We ask [[a/mud|Why does mud stick?]]
page Why does mud stick? → We ask [[b/mud|Why does mud stick?]]`,
    { form: 'bare' },
  );
});

test('titles that are hard to write', () => {
  const page = (title: string, line: string): string =>
    `=== a/odd.md\n---\ntitle: ${JSON.stringify(title)}\n---\nText.\n=== page.md\n# A page\n${line}\n`;
  for (const [title, line, bare, wikilink] of [
    ['Is C# or C++ faster?', 'We ask C++ fas$0', 'Is C# or C++ faster?', '[[Is C# or C++ faster?]]'],
    ['What (if any) is a [b]?', 'We ask any is a$0', 'What (if any) is a [b]?', '[[What (if any) is a [b]?]]'],
    ['Why [[this]] and [[that]]?', 'We ask and tha$0', '[[odd]]', '[[odd]]'],
    ['Either this | or that one', 'We ask or that$0', 'Either this | or that one', '[[odd]]'],
    ['^a.*b$ is a pattern', 'We ask patt$0', '^a.*b$ is a pattern', '[[^a.*b$ is a pattern]]'],
    ['Rain 🐝 and bread', 'We ask rain 🐝 and br$0', 'Rain 🐝 and bread', '[[Rain 🐝 and bread]]'],
    ['“Busy” bees are late', 'We ask "Busy" bee$0', '“Busy” bees are late', '[[“Busy” bees are late]]'],
    ['Is ıslak soil wet?', 'We ask ısl$0', 'Is ıslak soil wet?', '[[Is ıslak soil wet?]]'],
    [
      'What does `rm -rf` do here?',
      'We ask what does$0',
      '[[What does `rm -rf` do here?]]',
      '[[What does `rm -rf` do here?]]',
    ],
    ['A / or: a slash?', 'We ask slash$0', 'A / or: a slash?', '[[A / or: a slash?]]'],
  ] as const) {
    check(page(title, line), `page ${title} → We ask ${bare}`, { form: 'bare' });
    check(page(title, line), `page ${title} → We ask ${wikilink}`);
  }
});

test('behind [[: titles and aliases that begin so, or have the words; the brackets are closed once', () => {
  const page = (line: string): string => `${NOTES}=== page.md\n# A page\n\n${line}\n`;
  const mud = 'note Why does mud stick to boots? → See [[Why does mud stick to boots?]]';
  for (const line of [
    'See [[Why$0',
    'See [[Why$0]]',
    'See [[Why$0]',
    'See [[why does mud $0]]',
    'See [[boots mud$0',
    'See [[Why$0 not]]',
  ])
    check(page(line), mud);
  check(
    page('See [[wet$0'),
    'note by alias wet clay sticks to what presses it → See [[wet clay sticks to what presses it]]',
  );
  check(page('See [[Wyh does mud stik$0'), mud);
  check(
    page('See [[gra$0 and [[Mud]]'),
    `
note by alias gravel drains → See [[gravel drains]] and [[Mud]]
note Is gravel worth its price? → See [[Is gravel worth its price?]] and [[Mud]]`,
  );
  check(page('See [[Why$0|mud]]'), 'note Why does mud stick to boots? → See [[Why does mud stick to boots?|mud]]');
  check(page('See [[Why does mud stick to boots?|$0'), '');
  check(page('See `[[Why$0'), 'note Why does mud stick to boots? → See `[[Why does mud stick to boots?]]');
  check(page('See `[[Why$0`'), '');
  check(page('See \\[[Why$0'), '');
});

test('behind [[ nothing typed: the first titles, and never what is just being typed', () => {
  check(
    `${NOTES}=== page.md\n# A page\n[[$0]]\n`,
    `
note Is gravel worth its price? → [[Is gravel worth its price?]]
note by alias gravel drains → [[gravel drains]]
note Why does mud stick to boots? → [[Why does mud stick to boots?]]
note by alias wet clay sticks to what presses it → [[wet clay sticks to what presses it]]
page A page → [[A page]]`,
  );
  check(
    `${NOTES}=== page.md\n# A page\n[[Wh$0]]\n`,
    'note Why does mud stick to boots? → [[Why does mud stick to boots?]]',
  );
});

test('behind [[ in a vault of file names: what resolves', () => {
  const vault = `=== notes/mud.md\n# Mud\n## Clay\n=== old/mud.md\n# Mud\n=== notes/rain.md\nText.\n=== page.md\n# A page\n`;
  check(
    `${vault}[[mu$0\n`,
    `
page Mud → [[notes/mud|Mud]]
page Mud → [[old/mud|Mud]]`,
  );
  check(
    `${vault}| a | b |\n|---|---|\n| [[mu$0]] | b |\n`,
    `
page Mud → | [[notes/mud\\|Mud]] | b |
page Mud → | [[old/mud\\|Mud]] | b |`,
  );
  check(
    `${vault}[[notes/$0\n`,
    `
page notes/mud → [[notes/mud]]
page notes/rain → [[notes/rain]]`,
  );
  check(`${vault}[[rai$0\n`, 'page rain → [[rain]]');
});

test('behind [[Title#: its headings', () => {
  const page = (line: string): string =>
    `=== mud.md\n# Mud\n## Wet clay\n## Dry clay?\n=== page.md\n# A page\n${line}\n`;
  check(
    page('[[Mud#$0'),
    `
heading Mud → [[Mud#Mud]]
heading Wet clay → [[Mud#Wet clay]]
heading Dry clay? → [[Mud#Dry clay?]]`,
  );
  check(page('[[Mud#we$0]]'), 'heading Wet clay → [[Mud#Wet clay]]');
  check(page('[[Mud#w$0|it]]'), 'heading Wet clay → [[Mud#Wet clay|it]]');
  check(page('[[Nothing#w$0]]'), '');
});

const TREE = `
=== soil/mud.md
# Why does mud stick?
## Wet clay
=== soil/my mud (old).md
# Old mud
=== soil/oven.png
=== top.md
# The top of it
`;

test('in a link’s destination: paths from here, documents first', () => {
  const page = (line: string): string => `${TREE}=== soil/page.md\n# A page\n## Own heading\n${line}\n`;
  check(
    page('[a]($0'),
    `
page mud.md → [a](mud.md)
page my mud (old).md → [a](my%20mud%20%28old%29.md)
file oven.png → [a](oven.png)`,
  );
  check(
    page('[a](./m$0)'),
    `
page ./mud.md → [a](./mud.md)
page ./my mud (old).md → [a](./my%20mud%20%28old%29.md)`,
  );
  check(page('[a](<my m$0>)'), 'page my mud (old).md → [a](<my%20mud%20%28old%29.md>)');
  check(page('[a](../t$0'), 'page ../top.md → [a](../top.md)');
  check(page('[a](/soil/mu$0'), 'page /soil/mud.md → [a](/soil/mud.md)');
  check(page('[a](top$0)'), 'page ../top.md → [a](../top.md)');
  check(page('![a](ov$0)'), 'file oven.png → ![a](oven.png)');
  check(page('[a](https://mu$0)'), '');
  check(page('[a](mud.md "mu$0")'), '');
  check(page('`[a](mu$0`'), '');
  check(page('```\n[a](mu$0)\n```'), '');
});

test('behind # in a destination: headings of the linked document, or of this one', () => {
  const page = (line: string): string => `${TREE}=== soil/page.md\n# A page\n## Own heading\n${line}\n`;
  check(
    page('[a](mud.md#$0'),
    `
heading Why does mud stick? → [a](mud.md#why-does-mud-stick)
heading Wet clay → [a](mud.md#wet-clay)`,
  );
  check(page('[a](mud.md#wet$0)'), 'heading Wet clay → [a](mud.md#wet-clay)');
  check(page('[a](#ow$0)'), 'heading Own heading → [a](#own-heading)');
});

// --- lists --------------------------------------------------------------------------------------------------------

/** What is inserted for each title that is offered where an entry is typed. */
function entries(picture: string, options: Partial<CompletionOptions> = {}): string[] {
  const { files, cursor } = readFixture(picture);
  const { items } = completion(snapshotOf(files), cursor!, { ...OPTIONS, ...options });
  return items.map(({ insert }) => insert);
}

const SOURCES = `
=== mud.txt
Why does mud stick to boots?

Clay holds on.

Original note title

wet clay sticks to what presses it
=== mill.txt
INQUIRING LINE

What does a mill need?

It is as Why does mud stick to boots?.

Sources 1 notes

Why does mud stick to boots?

Plates of clay slide, and hold.
=== gravel.md
---
kind: note
---
# Is gravel worth its price?

It drains.
`;

test('sources: the title with the summary that other inquiries give, else with the note’s description', () => {
  assert.deepEqual(
    entries(`${SOURCES}=== rain.txt\nINQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 2 notes\n\nWhy$0\n`),
    ['Why does mud stick to boots?\n\nPlates of clay slide, and hold.'],
  );
  assert.deepEqual(
    entries(`${SOURCES}=== rain.txt\nINQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 2 notes\n\ngrav$0\n`),
    ['Is gravel worth its price?\n\nIt drains.'],
  );
  assert.deepEqual(
    entries(`${SOURCES}=== rain.txt\nINQUIRING LINE\nRain\nIt rains.\nSources 2 notes\nwhy$0\nResearch prompt\nx\n`),
    ['Why does mud stick to boots?\nPlates of clay slide, and hold.'],
  );
  assert.deepEqual(
    entries(`${SOURCES}=== rain.txt\nINQUIRING LINE\r\nRain\r\nIt rains.\r\nSources 2 notes\r\nwhy$0\r\n`),
    ['Why does mud stick to boots?\r\nPlates of clay slide, and hold.'],
  );
  for (const [form, insert] of [
    ['wikilink', '[[Why does mud stick to boots?]] — Plates of clay slide, and hold.'],
    ['link', '[Why does mud stick to boots?](mud.txt) — Plates of clay slide, and hold.'],
    ['bare', 'Why does mud stick to boots? — Plates of clay slide, and hold.'],
  ] as const)
    assert.deepEqual(
      entries(`${SOURCES}=== rain.md\n# Rain\n\nIt rains.\n\n## Sources 2 notes\n\n- Why$0\n`, { form }),
      [insert],
    );
});

test('sources: the same behind [[, whether the brackets are closed or not', () => {
  const list = (line: string): string =>
    `${SOURCES}=== rain.md\n# Rain\n\nIt rains.\n\n## Sources 2 notes\n\n${line}\n`;
  const whole = '- [[Why does mud stick to boots?]] — Plates of clay slide, and hold.';
  for (const line of ['- [[why$0', '- [[why$0]]', '- [[why$0]', '- [[why does $0]]', '- [[why$0 not]]']) {
    check(list(line), `note Why does mud stick to boots? → ${whole}`);
  }
  check(
    list('- [[why$0]] — it is the clay.'),
    'note Why does mud stick to boots? → - [[Why does mud stick to boots?]] — it is the clay.',
  );
  check(list('- [[why$0 and so'), 'note Why does mud stick to boots? → - [[Why does mud stick to boots?]] and so');
  check(list('- [[why$0|mud]]'), 'note Why does mud stick to boots? → - [[Why does mud stick to boots?|mud]]');
  check(
    list('- [[Gravel]] — as [[why$0'),
    'note Why does mud stick to boots? → - [[Gravel]] — as [[Why does mud stick to boots?]]',
  );
});

test('sources: what is said may be markup, but not what a list would take for another title', () => {
  const note = (said: string): string => `=== mud.md\n---\nkind: note\n---\n# Why does mud stick?\n\n${said}\n`;
  const rain = '=== rain.txt\nINQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 2 notes\n\nwhy$0\n';
  assert.deepEqual(entries(note('Is it [[Clay]], or sand?') + rain), ['Why does mud stick?']);
  assert.deepEqual(entries(note('It is [[Clay]], not sand.') + rain), [
    'Why does mud stick?\n\nIt is [[Clay]], not sand.',
  ]);
});

test('sources: the title alone where its summary is there already', () => {
  assert.deepEqual(
    entries(
      `${SOURCES}=== rain.txt\nINQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 1 notes\n\nWhy$0\n\nIt is the clay.\n`,
    ),
    ['Why does mud stick to boots?'],
  );
  assert.deepEqual(entries(`${SOURCES}=== rain.md\n# Rain\n\n## Sources 2 notes\n\n- Why$0 — it is the clay.\n`), [
    '[[Why does mud stick to boots?]]',
  ]);
});

test('sources: with nothing typed what the body names and the list lacks, in its order', () => {
  const body = 'As Is gravel worth its price? and Why does mud stick to boots? and [[Why does sand slide?]] say.';
  const list = 'Why does mud stick to boots?\n\nPlates of clay slide, and hold.';
  assert.deepEqual(
    entries(`${SOURCES}=== rain.txt\nINQUIRING LINE\n\nRain\n\n${body}\n\nSources 3 notes\n\n${list}\n\n$0\n`),
    ['Is gravel worth its price?\n\nIt drains.', 'Why does sand slide?'],
  );
  assert.deepEqual(entries(`${SOURCES}=== rain.md\n# Rain\n\n${body}\n\n## Sources 3 notes\n\n- $0\n`), [
    '[[Is gravel worth its price?]] — It drains.',
    '[[Why does mud stick to boots?]] — Plates of clay slide, and hold.',
    '[[Why does sand slide?]]',
  ]);
});

test('a summary is prose: what stands in it is a mention, and no entry', () => {
  const rain = 'INQUIRING LINE\n\nRain\n\nIt rains.\n\nSources 2 notes\n\nWhy does mud stick to boots?\n\n';
  check(`${SOURCES}=== rain.txt\n${rain}It is like gra$0\n`, '');
  check(
    `${SOURCES}=== rain.txt\n${rain}It is like gra$0 as they say.\n`,
    'note Is gravel worth its price? → It is like Is gravel worth its price? as they say.',
  );
});

test('used-by and next: titles only; related concepts: the description, where it is a line of its own', () => {
  const note = (lists: string): string => `${SOURCES}=== rain.txt\nDoes rain fall?\nIt does.\n${lists}`;
  const used = 'Inquiring lines that use this note as a source 1\n';
  assert.deepEqual(entries(note(`${used}- What$0\n`)), [
    'What does a mill need?',
    'wet clay sticks to what presses it',
  ]);
  assert.deepEqual(entries(note(`${used}- gra$0\n`)), ['Is gravel worth its price?']);
  const related = 'Related concepts in this collection 1\n';
  assert.deepEqual(entries(note(`${related}- gra$0\n`)), ['Is gravel worth its price?\nIt drains.']);
  assert.deepEqual(entries(note(`${related}-\ngra$0\n`)), ['Is gravel worth its price?\nIt drains.']);
  const markdown = `${SOURCES}=== rain.md\n# Rain\n\n## Related concepts in this collection\n\n- gra$0\n`;
  assert.deepEqual(entries(markdown), ['[[Is gravel worth its price?]]']);
  const next = `${SOURCES}=== rain.txt\nINQUIRING LINE\nRain\nIt rains.\nNext inquiring lines\nwhat does$0\n`;
  assert.deepEqual(entries(next), ['What does a mill need?']);
});

test('used-by: with nothing typed the inquiries that name the note and are not listed', () => {
  const note = `=== dust.txt\nWhat is dust made of?\nOf grains.\nInquiring lines that use this note as a source 1\n- $0\n`;
  const inquiry = (title: string): string => `INQUIRING LINE\n${title}\nIt is What is dust made of?.\n`;
  assert.deepEqual(entries(`${note}=== a.txt\n${inquiry('Is dust old?')}=== b.txt\n${inquiry('Is dust grey?')}`), [
    'Is dust old?',
    'Is dust grey?',
  ]);
});
