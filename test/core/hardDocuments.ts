import fc from 'fast-check';

// Documents whose titles and paths are hard to write down: few enough that some of them have the same.

export const HARD_TITLES = [
  'Why does mud stick?',
  'why does mud stick',
  'Why does mud stick to boots?',
  'Mud',
  'C#',
  'How to learn C#',
  'Why is [this] in brackets?',
  'Is a|b a pipe or two?',
  'Why #1 and not #2?',
  'Why ]] ends nothing here',
  'What is `code` good for?',
  'Is *this* one _emphatic_?',
  'Bees are “busy” all day',
  'Bees — are they busy?',
  'It is so — or is it.',
  'Mud sticks to all boots.',
  'A/B tests: yes or no?',
  'INQUIRING LINE',
  'Sources 3 notes',
  'Related concepts in this collection',
  '- a dash before it',
  '1. first of all things',
  '> quoted from somebody else',
  '# of things in the world',
  '^(regex|title)$ that matches everything',
  'https://example.org is a title?',
  'Rain 🐝 and bread',
  '🐝🐝🐝',
  'İs the rain ıs wet?',
  '<b>bold</b> is what it is',
  'a &amp; b are here',
  '\\[[ not a link \\]]',
  'oven.png',
  '~~~ a fence of tildes',
];

const PATHS = [
  'mud.md',
  'soil/mud.md',
  'old/soil/mud.md',
  'mud.txt',
  'soil/why does mud stick.md',
  'a & b/(50%) #1?.md',
  'x/c#.md',
  'a:b.md',
  'it’s [so]|and.md',
  'café/🐝.markdown',
  '<tag>.md',
  'a`b`.txt',
  'soil/a&amp;b.md',
  '_x_.md',
  'oven.md',
];

/** A document of that title in the layout that its path asks for. */
function documentOf(path: string, title: string, spaced: boolean): [path: string, text: string] {
  if (!path.endsWith('.txt')) return [path, `---\ntitle: ${JSON.stringify(title)}\n---\n\nIt is about ${title}\n`];
  const lines = ['---', 'kind: note', `title: ${JSON.stringify(title)}`, '---'].join('\n');
  const gap = spaced ? '\n\n' : '\n';
  return [path, `${lines}\n${title}${gap}It is so.${gap}Original note title${gap}something else is claimed here\n`];
}

/** Some documents, as paths and texts. */
export const hardDocuments = fc
  .uniqueArray(
    fc.record({ path: fc.constantFrom(...PATHS), title: fc.constantFrom(...HARD_TITLES), spaced: fc.boolean() }),
    { selector: ({ path }) => path, minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(({ path, title, spaced }) => documentOf(path, title, spaced)));
