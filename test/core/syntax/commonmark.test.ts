import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { declined, isScanned } from './scanCheck.ts';

// The examples of the CommonMark specification: <https://spec.commonmark.org/0.31.2/>.

interface Example {
  readonly markdown: string;
  readonly number: number;
  readonly section: string;
}

/** `→` stands for a tab there. */
function readExamples(): readonly Example[] {
  const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };
  return tests.map((each) => ({ ...each, markdown: each.markdown.replaceAll('→', '\t') }));
}

const examples = readExamples();
const texts = examples.map((each) => each.markdown);

/** As it is, and in other places. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  'as they are': (text) => text,
  'without the last line ending': (text) => text.replace(/\n$/, ''),
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'in a quote': (text) => text.replaceAll(/^(?=.)/gm, '> '),
  'in a lazy quote': (text) => `> ${text}`,
  'in an item': (text) => `- rain\n\n${text.replaceAll(/^(?=.)/gm, '  ')}`,
  'behind a line of text': (text) => `rain\n${text}`,
  'in front of text and definitions': (text) => `${text}mud\n\n[foo]: mud.md\n[bar]: clay.md\n`,
  'two by two': (text) => text + texts[(texts.indexOf(text) + 1) % texts.length],
};

for (const [place, put] of Object.entries(PLACES)) {
  test(`the specification’s examples ${place}`, (t) => t.diagnostic(declined(texts.map(put))));
}

test('none of the specification’s examples needs a rule of our own', () => {
  const left = examples.filter((each) => !isScanned(each.markdown)).map((each) => `${each.number} ${each.section}`);
  assert.ok(examples.length > 600);
  assert.deepEqual(left, []);
});
