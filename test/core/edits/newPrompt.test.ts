import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentAt,
  documentsOf,
  edited,
  madePrompt,
  newPrompt,
  promptOf,
  resolvedReferencesOf,
  summaryOf,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';
import { applied, changedFiles, granted } from './picture.ts';

/** The files that change when an inquiry gets its prompt; or why none does. */
function written(picture: string, path: string): string {
  const { files } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const answer = newPrompt(snapshot, documentAt(snapshot, path)!);
  return 'refused' in answer ? answer.refused : changedFiles(files, applied(files, [answer]));
}

const NOTES = `
=== mud.txt
Why does mud stick to boots?
Clay platelets slide over each other and hold.
• Platelets hold water for weeks (2023-05, 2023-07).
• They hold it for days (2022-01).
Related papers in this collection 2
- Plates at rest (2208.00001)
- Boots through the ages, doi:10.1000/182
Original note title
wet clay sticks
=== clay.md
---
date: 2024-03-09
---
# What is clay made of?

Plates of silicate.

## Related papers in this collection 1

- [Silicates](https://arxiv.org/abs/2401.00007v2)
- Plates at rest, again: arXiv:2208.00001
=== sand.md
# Where does sand go?

Away, says arXiv:1901.00002.
`;

const RAIN = `
=== rain.md
---
kind: inquiry
---

# Does rain make a path worse?

It does, see arXiv:2305.00003.

## Sources 4 notes

- [[Why does mud stick to boots?]] — Clay holds on.
- [[What is clay made of?]] — Plates, it seems
- [[Where does sand go?]]
- [[Who has seen it all?]] — Nobody (2021-02).

## Next inquiring lines

- [[Does fog make a path worse?]]
`;

const PROMPT = `## Research prompt for your LLM

You are a careful research assistant who checks claims against publications. The question is still open: “Does rain make a path worse?” Do not assume that what follows has settled it.

What the notes of this collection say, each with the month of its evidence where one is known:

- Clay holds on (2023-07).
- Plates, it seems (2024-03)
- Away, says arXiv:1901.00002 (2019-01).
- Nobody (2021-02).

Papers to begin with (look each of them up; ids and dates may be wrong):

- arXiv:2305.00003 (2023-05)
- arXiv:2208.00001 (2022-08) — Plates at rest
- doi:10.1000/182 — Boots through the ages
- arXiv:2401.00007v2 (2024-01) — Silicates

Your task:

(1) Go through what the notes say, one by one. Tell whether later work confirms it, narrows it or overturns it, and name that work. Say so plainly where nothing newer was found.

(2) Make the strongest case against the answer that seems likely now, from published work.

(3) Propose two questions that would be worth asking next, and what evidence would decide them.

Name the arXiv id or the DOI of everything that you rely on, and mark each statement that you could not trace to a publication.

`;

test('in Markdown, before the next lines: what the sources say and when, and the papers, each once', () => {
  const after = RAIN.trimStart().replace('## Next inquiring', `${PROMPT}## Next inquiring`);
  assert.equal(written(NOTES + RAIN, 'rain.md'), after);
});

test('below the heading that is there, behind the furniture; at the end where nothing follows', () => {
  const filled = (before: string, after: string): void =>
    assert.equal(
      written(NOTES + RAIN.replace('## Next inquiring', before), 'rain.md'),
      RAIN.trimStart().replace('## Next inquiring', after),
    );
  const body = PROMPT.slice(PROMPT.indexOf('You are'));
  filled(
    '## Research prompt for your LLM\n\n## Next inquiring',
    `## Research prompt for your LLM\n\n${body}## Next inquiring`,
  );
  filled(
    '## Research prompt\n\nCopy into any chat.\n\n## Next inquiring',
    `## Research prompt\n\nCopy into any chat.\n\n${body}## Next inquiring`,
  );
  const [open] = RAIN.split('\n## Next');
  assert.equal(written(NOTES + open, 'rain.md'), `${open!.trimStart()}\n${PROMPT.trimEnd()}\n`);
});

test('in the spaced and the dense layout, with the line ends of the file', () => {
  const lines = [
    'INQUIRING LINE',
    'Does rain make a path worse?',
    'It does.',
    'Sources 1 note',
    'Who has seen it all?',
    'Nobody.',
  ];
  const prompt = (gap: string): string =>
    [
      'Research prompt for your LLM',
      'You are a careful research assistant who checks claims against publications. The question is still open: “Does rain make a path worse?” Do not assume that what follows has settled it.',
      'What the notes of this collection say, each with the month of its evidence where one is known:\n• Nobody.',
      'Your task:\n(1) Go through what the notes say, one by one. Tell whether later work confirms it, narrows it or overturns it, and name that work. Say so plainly where nothing newer was found.\n(2) Make the strongest case against the answer that seems likely now, from published work.\n(3) Propose two questions that would be worth asking next, and what evidence would decide them.',
      'Name the arXiv id or the DOI of everything that you rely on, and mark each statement that you could not trace to a publication.',
    ].join(gap);
  for (const gap of ['\n', '\n\n']) {
    const picture = `\n=== a.txt\n${lines.join(gap)}${gap}Next inquiring lines\n`;
    assert.equal(
      written(picture, 'a.txt'),
      `=== a.txt\n${lines.join(gap)}${gap}${prompt(gap)}${gap}Next inquiring lines\n`,
    );
    const files = new Map([['a.txt', `${lines.join(gap)}\n`.replaceAll('\n', '\r\n')]]);
    const snapshot = snapshotOf(files);
    const edit = granted(newPrompt(snapshot, documentAt(snapshot, 'a.txt')!));
    assert.equal(
      edited(files.get('a.txt')!, edit.edits),
      `${lines.join(gap)}${gap}${prompt(gap)}\n`.replaceAll('\n', '\r\n'),
    );
  }
});

test('without sources and papers: the question is surveyed', () => {
  const { files } = readFixture('\n=== a.md\n---\nkind: inquiry\n---\n# Is it so?\n');
  const snapshot = snapshotOf(files);
  const { text } = granted(madePrompt(snapshot, documentAt(snapshot, 'a.md')!));
  assert.match(text, /Do not assume that what follows has settled it\.\n\nYour task:\n\n\(1\) Survey what is known/);
});

test('where it would be read as something else, nothing is written', () => {
  const open = RAIN.split('\n## Next')[0]!;
  assert.equal(
    written(`${NOTES}${open}\n~~~ a fence that nobody closed\n`, 'rain.md'),
    'No research prompt could be written into “rain.md” that would be read as one.',
  );
  assert.match(
    written(NOTES + RAIN.replace('Plates, it seems', '``` fences'), 'rain.md'),
    /\n- ``` fences \(2024-03\)\n/,
  );
});

test('a prompt that is there is not touched, and what is no inquiry gets none', () => {
  const has = RAIN.replace('## Next', '## Research prompt\n\nBe kind.\n\n## Next');
  assert.equal(written(NOTES + has, 'rain.md'), '“rain.md” has a research prompt already.');
  assert.equal(written(NOTES, 'mud.txt'), '“mud.txt” is no inquiring line, so it has no research prompt.');
  const snapshot = snapshotOf(readFixture(NOTES).files);
  assert.deepEqual(madePrompt(snapshot, documentAt(snapshot, 'sand.md')!), {
    refused: '“sand.md” is no inquiring line, so it has no research prompt.',
  });
});

/** What a document refers to, but for where. */
const references = (files: ReadonlyMap<string, string>, path: string): string[] => {
  const snapshot = snapshotOf(files);
  return resolvedReferencesOf(snapshot, documentAt(snapshot, path)!).map(({ reference, resolution }) =>
    [reference.form, reference.role, reference.text, resolution.status].join(' | '),
  );
};

test('property: what is made is read back as a prompt, and all else as before', () => {
  const check = (files: ReadonlyMap<string, string>): void => {
    const snapshot = snapshotOf(files);
    for (const document of documentsOf(snapshot)) {
      const { path } = document;
      const answer = newPrompt(snapshot, document);
      if ('refused' in answer) continue;
      const after = applied(files, [answer]);
      const read = snapshotOf(after);
      const prompt = promptOf(read, documentAt(read, path)!);
      assert.match(prompt?.text ?? '', /^You are a careful [\s\S]* to a publication\.$/, path);
      assert.deepEqual(references(after, path), references(files, path), after.get(path));
      const others = (each: typeof snapshot): string[] =>
        summaryOf(each, documentAt(each, path)!)!.sections.flatMap(({ role }) => (role === 'prompt' ? [] : [role]));
      assert.deepEqual(others(read), others(snapshot));
    }
  };
  holds(corpus, (files) => check(new Map(files.map(({ path, text }) => [path, text]))));
  holds(hardText, (text) =>
    check(
      new Map([
        ['a.md', `---\nkind: inquiry\n---\n# A\n\n${text}`],
        ['a.txt', `INQUIRING LINE\n\nA\n\n${text}`],
      ]),
    ),
  );
});
