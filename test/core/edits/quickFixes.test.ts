import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnown } from '../../../server/core/index/resolve.ts';
import {
  carryOut,
  type Deed,
  diagnostics,
  documentAt,
  documentsOf,
  edited,
  findTitle,
  type Offer,
  offers,
  type Snapshot,
  sourceOffers,
} from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus as corpora, holds } from '../arbitraries.ts';
import { applied, changedFiles } from './picture.ts';

/** What is offered at the `$0` of a picture, each with what the document's line is then. */
function offered(picture: string): string[] {
  const { files, cursor } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const { path, offset } = cursor!;
  const document = documentAt(snapshot, path)!;
  const at = { start: offset, end: offset };
  return offers(snapshot, document, at, true).map(({ label, what, preferred, mends }) => {
    const head = `${preferred ? '*' : ''}${label}${mends ? ` (${mends})` : ''}`;
    if (what.do === 'create') return head;
    const text = after(snapshot, files, path, what);
    return `${head}: ${typeof text === 'string' ? lineAt(files.get(path)!, text, offset) : text.refused}`;
  });
}

function after(
  snapshot: Snapshot,
  files: ReadonlyMap<string, string>,
  path: string,
  what: Deed,
): string | { refused: string } {
  const result = carryOut(snapshot, documentAt(snapshot, path)!, what);
  return 'refused' in result ? result : edited(files.get(path)!, result.find((each) => each.path === path)!.edits);
}

/** The line that `offset` stood in before the edit; none of those here changes the lines above. */
function lineAt(before: string, text: string, offset: number): string {
  return text.split('\n')[before.slice(0, offset).split('\n').length - 1]!.replace('\r', '');
}

const BOOTS = '=== mud.md\n# Why does mud stick to boots?\n';

test('a dangling title: the near one in each form, and the note that is missing', () => {
  const near = (line: string): string[] =>
    offered(`${BOOTS}=== rain.md\n# Rain\n[[Why does mud stik to boots?]]\n${line}\n`);
  assert.deepEqual(near('So Why does$0 mud stik to boots?.'), [
    '*Use “Why does mud stick to boots?” (dangling-reference): So Why does mud stick to boots?.',
    'Create the note “Why does mud stik to boots?” (dangling-reference)',
    'Make it a wikilink: So [[Why does mud stik to boots?]].',
  ]);
  assert.deepEqual(
    near('[[Why does$0 mud stik to boots?#Clay|wet]]')[0],
    '*Use “Why does mud stick to boots?” (dangling-reference): [[Why does mud stick to boots?#Clay|wet]]',
  ); // prettier-ignore
  assert.deepEqual(near('## Sources 1 note\n- Why does$0 mud stik to boots? — it is.'), [
    '*Use “Why does mud stick to boots?” (dangling-reference): - Why does mud stick to boots? — it is.',
    'Create the note “Why does mud stik to boots?” (dangling-reference)',
    'Make it a wikilink: - [[Why does mud stik to boots?]] — it is.',
  ]);
});

test('a near title that would not be seen bare, or not in a wikilink, is written so that it is', () => {
  const picture = (title: string, line: string): string => `=== mud.md\n# ${title}\n=== rain.md\n# Rain\n${line}\n`;
  assert.equal(
    offered(picture('Memory of water | clay', '## Sources 1 note\n- [[Memory of$0 watr + clay]]'))[0],
    'Use “Memory of water | clay” (dangling-reference): - [[mud|Memory of water | clay]]',
  );
});

test('an inquiry that lists of inquiries miss', () => {
  const picture =
    '=== mud.txt\nWhy does mud stick?\n\nClay.\n\nInquiring lines that use this note 1\n\n- Is gravel$0 dear?\n';
  assert.deepEqual(offered(picture), [
    'Create the inquiring line “Is gravel dear?” (dangling-reference)',
    'Make it a wikilink: - [[Is gravel dear?]]',
  ]);
});

const TWINS = '=== a/mud.md\n# Why mud sticks\n=== b/mud.md\n# Why mud sticks\n=== c/Clay.md\n# Why mud sticks\n';

test('an ambiguous title: each of the documents that it may mean, in all forms and layouts', () => {
  const chosen = (line: string): string[] =>
    offered(`${TWINS}=== soil/rain.md\n# Rain\n${line}\n`).map((each) => each.split(': ')[1]!);
  assert.deepEqual(chosen('As $0why mud sticks, so'), [
    'As [[a/mud|why mud sticks]], so',
    'As [[b/mud|why mud sticks]], so',
    'As [[Clay|why mud sticks]], so',
    'As [[why mud sticks]], so',
  ]);
  assert.deepEqual(chosen('[[$0Why mud sticks]]')[0], '[[a/mud|Why mud sticks]]');
  assert.deepEqual(chosen('[[$0Why mud sticks|wet]]')[0], '[[a/mud|wet]]');
  assert.deepEqual(chosen('![[$0Why mud sticks]]')[0], '![[a/mud]]');
  assert.deepEqual(chosen('| one | [[$0Why mud sticks]] |')[2], '| one | [[Clay\\|Why mud sticks]] |');
  assert.deepEqual(
    chosen('## Related concepts 1\n- Why $0mud sticks — grounds')[1],
    '- [[b/mud|Why mud sticks]] — grounds',
  );
  const plain = `${TWINS}=== rain.txt\nINQUIRING LINE\r\nDoes rain matter?\r\nAs Why $0mud\r\nSources 1 notes\r\nWhy mud sticks\r\nClay.\r\n`;
  assert.deepEqual(offered(plain), []);
  const listed = plain.replace('$0', '').replace('\nWhy mud', '\nWhy m$0ud');
  assert.equal(offered(listed)[0], 'Choose “a/mud.md” (ambiguous-reference): [[a/mud|Why mud sticks]]');
});

test('a document that no wikilink can name is linked to', () => {
  const picture =
    '=== a/m#d.md\n# Why mud sticks\n=== b/mud.md\n# Why mud sticks\n=== soil/rain.md\nAs $0Why mud sticks.\n';
  assert.equal(offered(picture)[0], 'Choose “a/m#d.md” (ambiguous-reference): As [Why mud sticks](../a/m%23d.md).');
});

test('a broken link: the file of that name elsewhere, then a near name; written as it was', () => {
  const lead = (link: string): string[] =>
    offered(`=== soil/wet mud.md\n# Mud\n=== soil/oven.png\nx\n=== old/rain.md\n# Rain\n[a](${link})\n`).map(
      (each) => each.split('): ')[1]!,
    ); // prettier-ignore
  assert.deepEqual(lead('we$0t%20mud.md#clay'), ['[a](../soil/wet%20mud.md#clay)']);
  assert.deepEqual(lead('<./we$0t mud.md>'), ['[a](<../soil/wet mud.md>)']);
  assert.deepEqual(lead('/we$0t%20mud'), ['[a](/soil/wet%20mud)']);
  assert.deepEqual(lead('we$0d%20mud.md "Mud"'), ['[a](../soil/wet%20mud.md "Mud")']);
  assert.deepEqual(lead('o$0ven.png'), ['[a](../soil/oven.png)']);
  assert.deepEqual(lead('o$0ven.jpg'), []);
});

test('a heading that is not there: the near ones, or none', () => {
  const heading = (link: string): string[] =>
    offered(`=== mud.md\n# Mud\n## How clay holds: plates\n## Water\n=== rain.md\n# Rain\n${link}\n`);
  assert.deepEqual(heading('[[Mud#How cl$0ay hold|so]]'), [
    'Use the heading “How clay holds: plates” (broken-anchor): [[Mud#How clay holds plates|so]]',
    'Remove “#How clay hold” (broken-anchor): [[Mud|so]]',
  ]);
  assert.deepEqual(heading('[a](mud.md#wa$0ters)'), [
    'Use the heading “Water” (broken-anchor): [a](mud.md#water)',
    'Remove “#waters” (broken-anchor): [a](mud.md)',
  ]);
});

test('between bare titles and wikilinks, where the corpus reads both alike', () => {
  const titles = '=== mud.md\n# Why mud sticks\n=== more.md\n# Why mud sticks to boots\n=== m.md\n# Memory\n';
  const line = (words: string): string[] => offered(`${titles}=== rain.md\n# Rain\n${words}\n`);
  assert.deepEqual(line('As why *mud*$0 sticks, so'), ['Make it a wikilink: As [[why *mud* sticks]], so']);
  assert.deepEqual(line('As [[why mud $0sticks]], so'), ['Make it bare text: As why mud sticks, so']);
  assert.deepEqual(line('As [[why mud $0sticks|wet]], so'), ['Make it bare text: As why mud sticks, so']);
  assert.deepEqual(line('As [[why mud $0sticks]] to boots'), [], 'it would be another title');
  assert.deepEqual(line('As pre-[[why mud $0sticks]]'), [], 'it would be no word');
  assert.deepEqual(line('[[Memo$0ry]]'), [], 'too few words');
  assert.deepEqual(line('![[why mud $0sticks]] [[Why mud sticks#Why mud sticks]]'), [], 'it shows the note');
});

test('all of a document at once: those that can be', () => {
  const picture = readFixture(`
=== mud.md
# Why mud sticks
=== more.md
# Why mud sticks to boots
=== rain.txt
INQUIRING LINE

Does rain matter?

As Why mud sticks and [[Why mud sticks]] to boots, [[Memory]], why mud
sticks to boots.

Sources 2 notes

Why mud sticks

[[Why mud sticks to boots]]
`);
  const snapshot = snapshotOf(picture.files);
  const all = (what: Deed): string => {
    const text = after(snapshot, picture.files, 'rain.txt', what);
    return typeof text === 'string' ? text.split('\n').slice(4, 11).join('\n') : text.refused;
  };
  assert.equal(
    all({ do: 'bracket-all' }),
    `As [[Why mud sticks]] and [[Why mud sticks]] to boots, [[Memory]], [[why mud sticks to boots]].

Sources 2 notes

[[Why mud sticks]]

[[Why mud sticks to boots]]`,
  );
  assert.equal(
    all({ do: 'bare-all' }),
    `As Why mud sticks and [[Why mud sticks]] to boots, [[Memory]], why mud
sticks to boots.

Sources 2 notes

Why mud sticks
`,
  );
});

test('mending all: a single slip, and no other title that may be meant', () => {
  const mended = (title: string, written: string): string => {
    const { files } = readFixture(`=== mud.md\n# ${title}\n=== rain.md\n# Rain\n[[${written}]]\n`);
    const snapshot = snapshotOf(files);
    const text = after(snapshot, files, 'rain.md', { do: 'mend-all' });
    return typeof text === 'string' ? text.split('\n')[1]! : '';
  };
  assert.equal(mended('Why mud sticks to boots', 'Why mud stiks to boots'), '[[Why mud sticks to boots]]');
  assert.equal(mended('Why mud sticks to boots', 'Why mud stcisk to boots'), '');
  assert.equal(mended('Why mud sticks to boots', 'Why mud stikcs to boots'), '[[Why mud sticks to boots]]');
  assert.equal(mended('Why the bee’s nest is warm', 'Why the bees nest is warm'), '[[Why the bee’s nest is warm]]');
  assert.equal(mended('The great floods of 2023', 'The great floods of 2024'), '');
  assert.equal(mended('How one learns C++', 'How one learns C+'), '');
});

test('a question that is nearly a title, or looks like one', () => {
  const asked = (line: string, title = 'Why does mud stick to boots?'): string[] =>
    offered(`=== mud.md\n# ${title}\n=== rain.md\n# Rain\n${line}\n`);
  assert.deepEqual(asked('So it is Why does mud$0 stick on boots?.'), [
    'Use “Why does mud stick to boots?” (possible-reference): So it is Why does mud stick to boots?.',
    'Create the note “Why does mud stick on boots?” (possible-reference)',
  ]);
  assert.deepEqual(asked('So it is Does gravel$0 stick to paper?.'), [
    'Create the note “Does gravel stick to paper?” (possible-reference)',
  ]);
  assert.deepEqual(asked('Why does mud$0 stick to anything?'), [], 'it only asks');
  assert.equal(
    asked('pre-So *Why does mud$0 stick on boots?*.')[0],
    'Use “Why does mud stick to boots?” (possible-reference): pre-So *Why does mud stick to boots?*.',
  );
  const missing = '=== rain.md\n# Rain\n[[Does sand dry in the wind?]]\nSo Does sand dry$0 in wind?, it does.\n';
  assert.deepEqual(offered(missing), [
    'Use “Does sand dry in the wind?” (possible-reference): So Does sand dry in the wind?, it does.',
    'Create the note “Does sand dry in wind?” (possible-reference)',
  ]);
});

test('a title for a question that would not be seen bare is put in brackets', () => {
  const { files } = readFixture(`${BOOTS}=== rain.md\n# Rain\nSo it is Why does mud stick on boots?.\n`);
  const strict = snapshotOf(files, { minimumWords: 8 });
  const [finding] = diagnostics(strict, documentAt(strict, 'rain.md')!);
  const use = { do: 'name', at: finding!.span.start, title: 'Why does mud stick to boots?' } as const;
  assert.equal(after(strict, files, 'rain.md', use), '# Rain\nSo it is [[Why does mud stick to boots?]].\n');
  assert.ok(
    typeof after(strict, files, 'rain.md', { ...use, title: 'Rain' }) === 'object',
    'it is near to no such title',
  );
  const same = '=== a/mud.md\n# Why mud sticks so?\n=== b/mud.md\n# Why mud sticks so?\n=== rain.md\n# Rain\n';
  assert.deepEqual(offered(`${same}So it is Why muud sticks$0 so?, or so.\n`), [
    'Use “Why mud sticks so?” (possible-reference): So it is [[a/mud|Why mud sticks so?]], or so.',
    'Create the note “Why muud sticks so?” (possible-reference)',
  ]);
});

// --- whatever the corpus ------------------------------------------------------------------------------------------------

/** How many findings there are, by document and code: a fix moves the others in its text, and a message may name another spelling. */
function findings(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documentsOf(snapshot)) {
    for (const { code } of diagnostics(snapshot, document)) {
      const key = `${document.path} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** The folded titles that bare words are taken for. */
function knownIn(snapshot: Snapshot): string[] {
  return Array.from({ length: snapshot.keys.size }, (_, name) => name)
    .filter((name) => isKnown(snapshot, name))
    .map((name) => snapshot.keys.string(name));
}

/** What is there more often than before. */
const fresh = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): string[] =>
  [...now].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key);

const isOfBooks = (key: string): boolean => /(backlink|source|drift|order|mismatch|lost-title)$/.test(key);

const picture = (files: ReadonlyMap<string, string>, changed: ReadonlyMap<string, string>): object => ({
  before: Object.fromEntries(files),
  after: changedFiles(files, changed),
});

/** What may be wrong in the end although a fix did what it should. */
function isExpected(path: string, what: string, mends: string | undefined, key: string): boolean {
  // A list that names a missing note names it once more.
  if (what === 'update-lists') return /(dangling-reference|missing-backlink)$/.test(key);
  if (!mends) return false;
  // What most inquiries say of a note may be something else without one of them.
  if (isOfBooks(` ${mends}`)) return /(dangling-reference|summary-drift)$/.test(key) && !key.startsWith(`${path} s`);
  // A heading that the new target has not was no finding while there was no target; pages may share a title that nobody names. A
  // reference that leads to a note may make the lists of the two disagree: that is for “Update lists”.
  return key === `${path} broken-anchor` || key.endsWith('duplicate-title') || isOfBooks(key);
}

test('a note that two entries name is changed once where both are taken out', () => {
  const sources = '- [[Why does mud stick]] — it is the clay\n- İs the rain wet? — it is the clay\n';
  const related =
    'Related concepts in this collection 1\n-\nThe Café opens in rain\nIts description.\ngrounds: Why does mud stick\n';
  const files = new Map([
    ['rise.md', `\n\n# Does bread rise — slowly?\n\nThe Café opens in rain\n\n## Sources 2 notes\n\n${sources}`],
    [
      'Why does mud stick.md',
      `İs the rain wet?\nWhy does mud stick\nInquiring lines that use this note as a source 1\n- Does bread rise — slowly?\n${related}Related papers in this collection 1`,
    ],
  ]);
  const snapshot = snapshotOf(files);
  const rise = documentAt(snapshot, 'rise.md')!;
  for (const { what } of offers(snapshot, rise, { start: 0, end: rise.length }, true)) {
    const result = what.do === 'create' ? [] : carryOut(snapshot, rise, what);
    if ('refused' in result) continue;
    const paths = result.map(({ path }) => path);
    assert.deepEqual(paths, [...new Set(paths)], what.do);
  }
});

function checkOffer(files: Map<string, string>, snapshot: Snapshot, path: string, { label, what, mends }: Offer): void {
  if (what.do === 'create') return;
  const result = carryOut(snapshot, documentAt(snapshot, path)!, what);
  if ('refused' in result) return;
  const changed = applied(files, result);
  const next = snapshotOf(changed);
  const [before, since] = [findings(snapshot), findings(next)];
  const said = JSON.stringify({ label, path, ...picture(files, changed) });
  // A title that nobody asks for any more is none: bare words that were read as it are read as what else they hold.
  const forgotten = knownIn(snapshot).some((key) => !knownIn(next).includes(key));
  // A title that is still nobody's, and is named now, is missed at one place more.
  const mayBeMissed = what.do === 'name' && findTitle(snapshot, what.title).status === 'dangling';
  const shown = fresh(before, since).filter(
    (key) => !isExpected(path, what.do, mends, key) && !(mayBeMissed && key === `${path} dangling-reference`),
  );
  if (!forgotten) assert.deepEqual(shown, [], `nothing else is wrong now: ${said}`);
  const again = carryOut(next, documentAt(next, path)!, what);
  // Where an entry has gone, the next one stands.
  const isShifted = /^(unlist|drop|restore)/.test(what.do);
  assert.ok(isShifted || 'refused' in again, `nothing is left to do: ${said}`);
  if (!mends) return;
  const found = (counts: ReadonlyMap<string, number>): number => counts.get(`${path} ${mends}`) ?? 0;
  assert.ok(found(since) < found(before), `one finding less: ${said}`);
}

test('property: what is offered takes its finding away, and brings no other', () => {
  holds(
    corpora,
    (written) => {
      const files = new Map(written.map(({ path, text }) => [path, text]));
      const snapshot = snapshotOf(files);
      for (const document of documentsOf(snapshot)) {
        const whole = { start: 0, end: document.length };
        const all = [...offers(snapshot, document, whole, true), ...sourceOffers(snapshot, document)];
        for (const each of all) checkOffer(files, snapshot, document.path, each);
      }
    },
    2000,
  );
});
