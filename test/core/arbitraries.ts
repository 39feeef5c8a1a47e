import fc from 'fast-check';
import type { Change } from '../../server/core/index.ts';

// What property tests are made of. Few titles and paths, so that they meet: prefixes of each other, or different in case, marks
// and accents only.

const TITLES = [
  'Why does mud stick',
  'Why does mud stick?',
  'why does Mud stick to boots?',
  'Why does mud stick to boots',
  'Why does mud stick to boots in rain!',
  'Does bread rise — slowly?',
  'Does bread rise - slowly',
  'Bees are “busy” all day',
  'Bees are "busy" all day.',
  'The Café opens in rain',
  'The Cafe\u0301 opens in rain',
  'How to learn C',
  'How to learn C++',
  'How to learn C#',
  'İs the rain wet?',
  'Rain 🐝 and bread',
  'Mud',
  'C#',
];

/** In prose only: near some of the titles, or like one that nobody has. */
const QUESTIONS = [
  'so Why does mud stick on boots?,',
  'so Why does wet mud stick to boots? —',
  'Does bread rise slowly?',
  'as Does the bread rise? How slowly does bread rise?.',
  'as *Is the rain* wet?; How to learn?',
];

const PATHS = [
  'mud.md',
  'soil/mud.md',
  'old/soil/mud.md',
  'rain.txt',
  'soil/rain.txt',
  'Why does mud stick.md',
  'café.markdown',
  'oven.png',
  'soil/oven.png',
  'LICENSE.txt',
];

const LINKS = [
  '[[mud]]',
  '[[soil/mud]]',
  '[[soil/mud.md]]',
  '[[mud.txt]]',
  '[[rain.txt|wet]]',
  '[[soil/why does mud stick]]',
  '[[Why does mud stick.md]]',
  '![[oven.png]]',
  '[[soil/oven.png]]',
  '[[cellar/oven.png]]',
  '[a](mud.md)',
  '[a](soil/mud.md#b)',
  '[a](soil/)',
  '[a](../mud)',
  '[a](/old/soil/mud.md)',
  '![a](oven.png)',
  '[a](LICENSE.txt)',
  '[a](caf%C3%A9)',
  '[a](gone.md)',
  '`code`',
  'https://example.org/mud',
];

const TAGS = ['#soil', '#soil/clay', '#2026'];

const title = fc.constantFrom(...TITLES);
const link = fc.oneof(
  fc.constantFrom(...LINKS),
  title.map((each) => `[[${each}]]`),
  title.map((each) => `[[${each}|so]]`),
);
const sentence = fc
  .array(fc.oneof(title, link, fc.constantFrom('because', 'and', '—', 'so it is.', 'mud', ...TAGS, ...QUESTIONS)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));
const name = fc.oneof({ weight: 3, arbitrary: title }, { weight: 1, arbitrary: link });
const names = fc.array(name, { maxLength: 3 });

const frontMatter = fc
  .record(
    {
      kind: fc.constantFrom('note', 'inquiry', 'page'),
      title,
      aliases: fc.array(title, { maxLength: 2 }),
      tags: fc.array(fc.constantFrom('Soil', 'soil/clay', '#rain'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map(
    (matter) =>
      `---\n${Object.entries(matter)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join('')}---\n`,
  );

const markdown = fc
  .record({
    matter: fc.oneof(fc.constant(''), fc.constant('\n\n'), frontMatter),
    title,
    body: sentence,
    sources: names,
    users: names,
    related: names,
    papers: names,
  })
  .map(({ matter, title, body, ...lists }) => {
    const section = (heading: string, items: string[], after: string): string =>
      items.length === 0 ? '' : `\n## ${heading}\n\n${items.map((each) => `- ${each}${after}\n`).join('')}`;
    const sources = section('Sources 2 notes', lists.sources, ' — it is the clay');
    const users = section('Inquiring lines that use this note as a source', lists.users, '');
    const related = section(
      'Related concepts in this collection',
      lists.related,
      '\n  Its description.\n  grounds: it',
    );
    return `${matter}# ${title}\n\n${body}\n${sources}${users}${related}${section('Related papers', lists.papers, '')}`;
  });

const page = fc
  .record({
    title: fc.option(title),
    body: fc.array(
      fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 1, arbitrary: title.map((each) => `## ${each}`) }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ title, body }) => {
    return `${title === null ? '' : `# ${title}\n\n`}${body.join('\n\n')}\n`;
  });

const inquiry = fc
  .record({
    title,
    body: fc.array(sentence, { maxLength: 2 }),
    sources: names,
    prompt: title,
    next: names,
    gap: fc.constantFrom('\n', '\n\n'),
  })
  .map(({ title, body, sources, prompt, next, gap }) => {
    const list = sources.flatMap((each) => [each, 'It is the clay that does it.']);
    return [
      'INQUIRING LINE',
      title,
      ...body,
      `Sources ${sources.length} notes`,
      ...list,
      'Research prompt',
      prompt,
      'Next inquiring lines',
      ...next,
    ].join(gap);
  });

const note = fc
  .record({ title, body: sentence, users: names, related: names, papers: names, original: fc.option(title) })
  .map(({ title, body, users, related, papers, original }) =>
    [
      title,
      body,
      `Inquiring lines that use this note as a source ${users.length}`,
      ...users.map((each) => `- ${each}`),
      'Related concepts in this collection 1',
      ...related.flatMap((each) => ['-', each, 'Its description.', `grounds: ${body}`]),
      'Related papers in this collection 1',
      ...papers.map((each) => `- ${each}`),
      ...(original === null ? [] : ['Original note title', original]),
    ].join('\n'),
  );

const text = fc.oneof(markdown, page, inquiry, note, fc.constant(''));
const path = fc.constantFrom(...PATHS);

const change: fc.Arbitrary<Change[]> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ path, text }).map((each) => [each]) },
  { weight: 1, arbitrary: path.map((path) => [{ path, gone: true } as const]) },
  { weight: 1, arbitrary: path.map((path) => [{ path, present: true } as const]) },
  {
    weight: 1,
    arbitrary: fc
      .record({ from: path, path, text })
      .map(({ from, path, text }) => [{ path: from, gone: true } as const, { path, text }]),
  },
);

/** What happens to a corpus: each item is what one `apply` takes. */
export const history = fc.array(
  fc.array(change, { minLength: 1, maxLength: 2 }).map((batch) => batch.flat()),
  { minLength: 1, maxLength: 6 },
);

/** The files of a corpus. */
export const corpus = fc.uniqueArray(fc.record({ path, text }), {
  selector: (each) => each.path,
  minLength: 2,
  maxLength: 7,
});

const HARD = [
  '[[',
  ']]',
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '|',
  '#',
  '\\',
  '`',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<b>',
  '<',
  '>',
  '> ',
  '- ',
  '-',
  '* ',
  '1. ',
  '    ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '\ufeff',
  '\0',
  '\u00a0',
  '\u2028',
  '\ud83d',
  '\udc1d',
  '🐝',
  'e\u0301',
  'é',
  'İ',
  'ı',
  'ς',
  'Σ',
  'שלום',
  '\u200f',
  '---\n',
  'title: ',
  'aliases: [',
  'kind: note\n',
  '"',
  "'",
  '_',
  '**',
  '?',
  '.',
  '!',
  '—',
  '’',
  '://',
  'a.md',
  '%20',
  '%',
  'INQUIRING LINE\n',
  '# ',
  ' #mud',
  '## ',
  '\nSources 2 notes\n',
  '\nRelated concepts 1\n',
  '\nOriginal note title\n',
  '\nResearch prompt\n',
  '\nNext inquiring lines\n',
  '\nRelated papers\n',
  '\nInquiring lines that use this note 1\n',
  'why',
  ' mud ',
  'sticks',
  'why mud sticks',
  '[a]: b.md\n',
  '===\n',
  '&amp;',
  '| a |\n|---|\n',
]; // prettier-ignore

/** Any text at all: mostly of pieces that mean something to somebody. */
export const hardText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...HARD), { maxLength: 40 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/**
 * Checks a property with one seed that never changes and one that always does, which is printed. Bounded in time, since
 * the machine may be a slow one.
 */
export function holds<T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void, milliseconds = 500): void {
  const seed = (Math.random() * 2 ** 31) | 0;
  console.log(`# seed ${seed}`);
  for (const each of [20260101, seed]) {
    fc.assert(fc.property(arbitrary, predicate), {
      seed: each,
      numRuns: Number(process.env.RUNS ?? 2000),
      interruptAfterTimeLimit: Number(process.env.MILLISECONDS ?? milliseconds),
      markInterruptAsFailure: false,
    });
  }
}
