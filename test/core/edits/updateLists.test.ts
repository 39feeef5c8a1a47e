import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, updateLists } from '../../../server/core/index.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';
import { corpus as corpora, holds } from '../arbitraries.ts';
import { applied, changedFiles } from './picture.ts';

/** The files of a picture that are other ones once all lists are written up; a second time there is nothing to do. */
function updated(picture: string): string {
  const { files } = readFixture(picture);
  const after = written(files);
  assert.equal(changedFiles(after, written(after)), '', 'once is enough');
  return changedFiles(files, after);
}

function written(files: ReadonlyMap<string, string>): Map<string, string> {
  const snapshot = snapshotOf(files);
  return applied(files, updateLists(snapshot, documentsOf(snapshot)).files);
}

const MUD = `=== mud.txt
Why does mud stick to boots?

Wet clay holds on.

Inquiring lines that use this note as a source 1

- Is rain to blame?
`;

test('Sources from the body in the spaced layout, and the note that lists its inquiries', () => {
  const picture = (sources: string, count: number): string => `INQUIRING LINE

Is a boot a home for mud?

So Why does mud stick to boots?, then How deep is a puddle?.

Sources ${count} note${count === 1 ? '' : 's'}

${sources}Research prompt for your LLM

Ask.
`;
  const puddle = 'How deep is a puddle?\n\nTo the knee.\n\n';
  const mud = 'Why does mud stick to boots?\n\nWet clay holds on.\n\n';
  assert.equal(
    updated(`${MUD}=== a.txt\n${picture(puddle, 1)}`),
    `${MUD.replace('source 1', 'source 2').trimEnd()}\n\n- Is a boot a home for mud?\n=== a.txt\n${picture(mud + puddle, 2)}`,
  );
  assert.equal(updated(`=== a.txt\n${picture(puddle + mud, 2)}`), `=== a.txt\n${picture(mud + puddle, 2)}`, 'order');
  assert.equal(
    updated(`${MUD}=== a.txt\n${picture('', 0)}=== b.txt\n${picture(puddle, 1).replace('a boot', 'a puddle')}`),
    `${MUD.replace('source 1', 'source 3').trimEnd()}\n\n- Is a boot a home for mud?\n\n- Is a puddle a home for mud?
=== a.txt\n${picture(mud + puddle, 2)}=== b.txt\n${picture(mud + puddle, 2).replace('a boot', 'a puddle')}`,
  );
});

test('the dense layout, with the line ends that the file has', () => {
  const text = (sources: string): string =>
    `INQUIRING LINE\nIs a boot a home for mud?\nSo Why does mud stick to boots?, then How deep is a puddle?.\n${sources}Next inquiring lines\n`.replaceAll(
      '\n',
      '\r\n',
    ); // prettier-ignore
  const { files } = readFixture(`${MUD}=== b.md\n${NAMES_PUDDLE}`);
  const before = new Map([...files, ['a.txt', text('Sources 1 note\nWhy does mud stick to boots?\nClay holds on.\n')]]);
  const after = written(before);
  assert.equal(
    after.get('a.txt'),
    text(
      'Sources 2 notes\nWhy does mud stick to boots?\nClay holds on.\nHow deep is a puddle?\nTo the knee it goes.\n',
    ),
  );
});

const NAMES_PUDDLE = `---
kind: inquiry
---
# Is rain to blame?

As [[How deep is a puddle?]] says.

## Sources 1 note

- [[How deep is a puddle?]] — To the knee it goes.
`;

test('Markdown: entries as the list has them, in brackets, and nothing else', () => {
  const text = (sources: string): string => `---
kind: inquiry
---
# Is a boot a home for mud?

So [[Why does mud stick to boots?]], then How deep is a puddle?. And Mud.

## Sources 2 notes

${sources}

## Notes of my own

1. Nothing.
`;
  const [mud, puddle] = [
    '* [[Why does mud stick to boots?]] — Wet clay holds on.',
    '* [[How deep is a puddle?]] - To *the* knee\n  it goes.',
  ]; // prettier-ignore
  assert.equal(updated(`=== a.md\n${text(`${puddle}\n${mud}`)}`), `=== a.md\n${text(`${mud}\n${puddle}`)}`);
  assert.equal(
    updated(`=== mud.md\n# Why does mud stick to boots?\nWet clay holds on.\n=== a.md\n${text(puddle)}`),
    `=== a.md\n${text(`${mud}\n${puddle}`)}`,
  );
});

test('a note is no longer listed by an inquiry that does not use it; what nobody can check stays', () => {
  const picture = (count: number, list: string): string => `=== mud.txt
Why does mud stick to boots?
Wet clay holds on.
Inquiring lines that use this note as a source ${count}
This note is a source for these inquiries.
${list}`;
  assert.equal(
    updated(
      `${picture(3, '- Is rain to blame?\n- Will anybody ask this?\n- Is it the sun?\n')}=== a.md\n---\nkind: inquiry\n---\n# Is rain to blame?\n=== b.md\n---\nkind: inquiry\n---\n# Is it the sun?\n`,
    ), // prettier-ignore
    picture(1, '- Will anybody ask this?\n'),
  );
});

test('numbers: one that lags behind is brought up, one that says more stays unless the body says so too', () => {
  const note = (count: number): string => `=== mud.txt
Why does mud stick to boots?
Wet clay holds on.
Inquiring lines that use this note as a source ${count}
- Will anybody ask this?
- Will anybody ask that?
`;
  assert.equal(updated(note(1)), note(2));
  assert.equal(updated(note(15)), '');
  const inquiry = (count: string, body: string): string =>
    `=== a.txt\nINQUIRING LINE\nIs rain to blame?\n${body}\nSources ${count}\nWhy does mud stick to boots?\nClay holds on.\n`;
  assert.equal(
    updated(inquiry('4 notes', 'So Why does mud stick to boots?.')),
    inquiry('1 note', 'So Why does mud stick to boots?.'),
  ); // prettier-ignore
  assert.equal(updated(inquiry('4 notes', 'It is to be written.')), '');
});

test('a section twice, text between entries, an empty entry: left as they are', () => {
  const inquiry = (sources: string): string => `=== a.md
---
kind: inquiry
---
# Is a boot a home for mud?

So [[Why does mud stick to boots?]], then [[How deep is a puddle?]].

${sources}`;
  assert.equal(updated(inquiry('## Sources 0 notes\n\n## Sources 0 notes\n')), '');
  assert.equal(
    updated(
      inquiry(
        '## Sources 2 notes\n\n- [[How deep is a puddle?]]\n\nMy own words.\n\n- [[Why does mud stick to boots?]]\n',
      ),
    ),
    '',
  ); // prettier-ignore
  assert.equal(updated(inquiry('## Sources 1 note\n\n- [[How deep is a puddle?]]\n-\n')), '');
});

test('lost titles: the same summary under a title elsewhere, and the place in the body', () => {
  const lost = (first: string, second: string, third: string): string => `=== a.txt
What is it about mud?
So Why does mud stick to boots?, then How deep is a puddle?, and at last Who has seen the rain?.
Sources 3 notes
${first}Clay holds on to whatever comes by.
${second}To the knee it goes, and further down.
${third}Neither you nor I ever did.
`;
  const elsewhere = `=== b.txt
INQUIRING LINE
Is rain to blame?
Sources 1 note
How deep is a puddle?
To the knee it goes, and further down.
=== c.md
# Who has seen the rain?
`;
  const mud = '=== mud.md\n# Why does mud stick to boots?\n';
  assert.equal(
    updated(lost('', '', '') + elsewhere + mud),
    lost('Why does mud stick to boots?\n', 'How deep is a puddle?\n', 'Who has seen the rain?\n'),
  );
  // What looks like a title is one, where the body has as many as the list has entries.
  assert.equal(
    updated(lost('', '', '') + elsewhere),
    lost('Why does mud stick to boots?\n', 'How deep is a puddle?\n', 'Who has seen the rain?\n'),
  );
  // Two titles for three entries: the places prove nothing, the summary does.
  const two = (text: string): string => text.replace(', and at last Who has seen the rain?', '');
  assert.equal(updated(two(lost('', '', '')) + elsewhere), two(lost('', 'How deep is a puddle?\n', '')));
  // The summary that is known stands in another place than its title.
  const swapped = lost('', '', '').replace(
    'mud stick to boots?, then How deep is a puddle?',
    'mud? How deep is a puddle?, then Why does mud stick to boots?',
  ); // prettier-ignore
  assert.equal(
    updated(swapped + elsewhere + mud),
    swapped.replace('To the knee', 'How deep is a puddle?\nTo the knee'),
  );
});

test('property: once is enough, and no text outside of lists is touched', () => {
  holds(
    corpora,
    (written_) => {
      const files = new Map(written_.map(({ path, text }) => [path, text]));
      const after = written(files);
      assert.equal(changedFiles(after, written(after)), '', changedFiles(files, after));
    },
    2000,
  );
});
