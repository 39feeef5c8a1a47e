import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut, type Deed, documentAt, type FileEdits, offers } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { applied, changedFiles } from './picture.ts';

/** What is offered about the lists at the `$0` of a picture, each with what is underlined and the files that are other ones then. */
function fixed(picture: string): string {
  const { files, cursor } = readFixture(picture);
  const snapshot = snapshotOf(files);
  const document = documentAt(snapshot, cursor!.path)!;
  const at = { start: cursor!.offset, end: cursor!.offset };
  return offers(snapshot, document, at, true)
    .filter(({ mends }) => mends !== undefined && mends !== 'dangling-reference')
    .map(({ label, what, mends, preferred, whole }) => {
      const head = `${preferred ? '* ' : '- '}${label} (${mends}: ${files.get(document.path)!.slice(whole.start, whole.end)})\n`;
      return head + changedFiles(files, applied(files, carryOut(snapshot, document, what as Deed) as FileEdits[]));
    })
    .join('');
}

const note = (count: number, ...users: readonly string[]): string =>
  `=== mud.md
# Why does mud stick?
It is clay.
## Inquiring lines that use this note ${count}
${users.map((each) => `- ${each}\n`).join('')}`;

const inquiry = (title: string, body: string, count: number, ...sources: readonly string[]): string =>
  `=== ${title}.md
---
kind: inquiry
---
# Is ${title} a home for mud?
${body}
## Sources ${count} note${count === 1 ? '' : 's'}
${sources.map((each) => `- ${each}\n`).join('')}`;

const MUD = 'Why does mud stick? — It is clay.';
const PUDDLE = 'How deep is a puddle? — To the knee.';

test('a title that the Sources do not list: it is added where the text names it, and the note lists the inquiry', () => {
  const body = 'So Why does mud stick? and How deep is a puddle?.';
  assert.equal(
    fixed(note(0) + inquiry('a boot', body.replace('mud', '$0mud'), 1, PUDDLE)),
    `* Add “Why does mud stick?” to the Sources (unlisted-source: Why does mud stick?)
${note(1)}
- [[Is a boot a home for mud?]]
${inquiry('a boot', body, 2, '[[Why does mud stick?]] — It is clay.', PUDDLE)}`,
  );
});

test('a source that the text does not name: it goes, and the inquiry goes from the note’s list', () => {
  const body = 'So How deep is a puddle?.';
  const mine = 'Is a boot a home for mud?';
  assert.equal(
    fixed(note(1, mine) + inquiry('a boot', body, 2, PUDDLE, `$0${MUD}`)),
    `- Take “Why does mud stick?” out of the Sources (unmentioned-source: Why does mud stick?)
${note(0)}${inquiry('a boot', body, 1, PUDDLE)}`,
  );
});

test('Sources in another order than that of the text', () => {
  const body = 'So How deep is a puddle?, and Why does mud stick?.';
  const mine = note(1, 'Is a boot a home for mud?');
  const picture = mine + inquiry('a boot', body, 2, MUD, PUDDLE).replace('## Sources', '## $0Sources');
  assert.equal(
    fixed(picture),
    `* Put the Sources in the order in which the text names them (source-order: ## Sources 2 notes)
${inquiry('a boot', body, 2, PUDDLE, MUD)}`,
  );
});

test('a number that is not that of the entries; inquiries that a note does not list', () => {
  const lists = inquiry('a boot', 'So Why does mud stick?.', 1, MUD);
  const [boot, rain] = ['Is a boot a home for mud?', 'Is rain to blame?'];
  assert.equal(
    fixed(note(7, boot, rain).replace('7', '$07') + lists),
    `- Write 2, the number of entries (count-mismatch: 7)\n${note(2, boot, rain)}`,
  );
  assert.equal(
    fixed(note(0).replace('In', '$0In') + lists + inquiry('a hand', 'So Why does mud stick?.', 1, MUD)),
    `* List the inquiring lines that use this note (missing-backlink: ## Inquiring lines that use this note 0)
${note(2)}
- [[Is a boot a home for mud?]]
- [[Is a hand a home for mud?]]
`,
  );
});

test('a list names an inquiry that does not use the note: the entry goes, whichever of them it is', () => {
  const uses = inquiry('a boot', 'So Why does mud stick?.', 1, MUD);
  const others = ['a hand', 'a shoe'].map((each) => inquiry(each, 'No.', 1, PUDDLE)).join('');
  const entries = ['Is a hand a home for mud?', 'Is a boot a home for mud?', 'Is a shoe a home for mud?'];
  const stale = (which: number): string =>
    fixed(note(3, ...entries.map((each, at) => (at === which ? `$0${each}` : each))) + uses + others);
  const off = (which: number): string =>
    `* Take “${entries[which]}” off this list (stale-backlink: ${entries[which]})
${note(2, ...entries.filter((_, at) => at !== which))}`;
  assert.deepEqual([0, 1, 2].map(stale), [off(0), '', off(2)]);
});

test('other inquiries say something else of a note: what most say is offered, at most three', () => {
  const says = (name: string, what: string): string =>
    inquiry(name, 'So Why does mud stick?.', 1, `Why does mud stick? — ${what} does it.`);
  const offered = (...what: readonly string[]): string =>
    fixed(
      `=== mud.md\n# Why does mud stick?\n${says('a boot', 'The $0heat')}${what.map((each, at) => says(`case ${at}`, each)).join('')}`,
    );
  const one = (who: string, what: string): string =>
    `- Say what ${who}: “${what} does it.” (summary-drift: The heat does it.)\n${says('a boot', what)}`;
  assert.equal(offered('The rain', 'The cold', 'The rain', 'The hour'), one('2 others say', 'The rain'));
  const each = (what: string): string => one('another inquiring line says', what);
  assert.equal(
    offered('The rain', 'The cold', 'The heat', 'The hour', 'The wind').length,
    0,
    'nobody is asked what most inquiries say',
  );
  assert.equal(
    offered('The rain', 'The cold', 'The hour', 'The wind'),
    each('The rain') + each('The cold') + each('The hour'),
  );
});

const plain = (...entries: readonly string[]): string => `=== a.txt
INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick?, then How deep is a puddle?.

Sources ${entries.length} note${entries.length === 1 ? '' : 's'}

${entries.map((each) => `-\n${each}\n`).join('')}
Next inquiring lines
`;

test('entries that lost their titles: one comes back, or all; an entry with nothing in it goes', () => {
  const titled = '=== mud.md\n# Why does mud stick?\n=== puddle.md\n# How deep is a puddle?\n';
  const [clay, knee] = ['It is clay.\n', 'To the knee.\n'];
  assert.equal(
    fixed(titled + plain(clay, `$0${knee}`)),
    `* Restore “How deep is a puddle?”: title 2 of the text (lost-title: To the knee.)
${plain(clay, `How deep is a puddle?\n\n${knee}`)}- Restore the 2 titles of this list that are proven (lost-title: To the knee.)
${plain(`Why does mud stick?\n\n${clay}`, `How deep is a puddle?\n\n${knee}`)}`,
  );
});
