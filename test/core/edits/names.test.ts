import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addRelated } from '../../../server/core/edits/addRelated.ts';
import { moveTo } from '../../../server/core/edits/moveTo.ts';
import { isSlip } from '../../../server/core/edits/nearTitle.ts';
import { fillOffer, type Offer, sourceOffers } from '../../../server/core/edits/offers.ts';
import { realiased, retitled } from '../../../server/core/edits/ownNames.ts';
import { linkWords } from '../../../server/core/edits/renameTarget.ts';
import { documentAt, documentsOf, edited, resolvedReferencesOf } from '../../../server/core/index.ts';
import { summarize } from '../../../server/core/syntax/summarize.ts';
import { readFixture, snapshotOf } from '../../fixture.ts';

// Names that change, straight at what changes them.

test('a slip of the pen: one letter too many, too few or another, or two that changed places', () => {
  const title = 'why does mud stick';
  const slips = [
    'why does mud stik',
    'why does mudd stick',
    'why does mad stick',
    'why does mdu stick',
    'hwy does mud stick',
  ];
  const marks = [
    'why does mud stick,',
    'whydoes mud stick',
    'why does mud st-ick',
    "why does mud stick'",
    'why does mud-stick',
  ];
  for (const each of [...slips, ...marks]) {
    assert.ok(isSlip(title, each), each);
    assert.ok(isSlip(each, title), each);
  }
  const others = [
    title,
    'why does mud',
    'why does mxx stick',
    'why does muddy stick',
    'why does dum stick',
    'why does xmud stickx',
  ];
  const signs = ['why does mud 1stick', 'why does mud+ stick', 'why does mud stick?', 'why does mud stuks'];
  for (const each of [...others, ...signs]) {
    assert.ok(!isSlip(title, each), each);
    assert.ok(!isSlip(each, title), each);
  }
});

test('of titles of less than twelve letters another letter makes another title', () => {
  assert.ok(isSlip('wet mud stick', 'wet mud stic'));
  assert.ok(!isSlip('wet mud stic', 'wet mud sti'));
  assert.ok(!isSlip('mud', 'mad'));
});

test('another name for a file, with its ending, in its folder', () => {
  const files = ['soil/mud.md', 'soil/clay.md', 'rain.MD', 'soil/Sand.md'];
  const snapshot = snapshotOf(new Map(files.map((path) => [path, '# So\n'])));
  const to = (path: string, stem: string): string => {
    const answer = moveTo(snapshot, documentAt(snapshot, path)!, stem);
    return 'refused' in answer ? answer.refused : `${answer.move.from} > ${answer.move.to}`;
  };
  assert.equal(to('soil/mud.md', 'wet mud'), 'soil/mud.md > soil/wet mud.md');
  assert.equal(to('soil/mud.md', 'wet.MD'), 'soil/mud.md > soil/wet.md');
  assert.equal(to('rain.MD', 'snow'), 'rain.MD > snow.MD');
  assert.equal(to('soil/mud.md', 'Mud'), 'soil/mud.md > soil/Mud.md');
  assert.equal(to('soil/mud.md', 'clay'), 'There is a file “soil/clay.md” already.');
  assert.equal(to('soil/mud.md', 'sand'), 'soil/mud.md > soil/sand.md');
  assert.equal(
    to('soil/mud.md', 'mud?'),
    '“mud?” would be the name of the file, which not every system can have; “mud” it could be.',
  );
});

/** The text of a document once it has another title, or why it has not. */
function withTitle(text: string, title: string, keepAlias = false, path = 'a.md'): string {
  const snapshot = snapshotOf(new Map([[path, text]]));
  const document = documentAt(snapshot, path)!;
  const name = { old: document.title.text, title, keepAlias };
  const answer = retitled(document, text, summarize(path, text)!, name, []);
  return 'refused' in answer ? answer.refused : edited(text, answer);
}

test('a title stands in the front matter as YAML wants it, and in headings as it is', () => {
  assert.equal(withTitle('# Mud\n\nMud.\n', 'Clay: wet'), '# Clay: wet\n\nMud.\n');
  assert.equal(withTitle('---\ntitle: Mud\n---\n# Mud\n', 'Clay: wet'), '---\ntitle: "Clay: wet"\n---\n# Clay: wet\n');
  assert.equal(withTitle('---\ntitle: "Mud"\n---\n', 'Clay "wet"'), '---\ntitle: "Clay \\"wet\\""\n---\n');
  assert.equal(withTitle("---\ntitle: 'Mud'\n---\n", "Clay's"), "---\ntitle: 'Clay''s'\n---\n");
  assert.equal(withTitle('# "Mud" so\n', 'Clay'), '# Clay\n');
  assert.equal(withTitle('# Mud\n## mud\n### Sand\n', 'Clay'), '# Clay\n## Clay\n### Sand\n');
});

test('a title that would not be read as one', () => {
  assert.equal(withTitle('# Mud\n', 'C #'), '“C #” would not be read as a title where “a.md” has its own.');
  assert.equal(
    withTitle('Mud\n\nSo.\n\nOriginal note title\n\nx\n', 'INQUIRING LINE', false, 'a.txt'),
    '“INQUIRING LINE” would not be read as a title where “a.txt” has its own.',
  );
});

test('the old title stays as an alias: in front matter, or in the section that plain notes have for it', () => {
  assert.equal(withTitle('# Mud\n', 'Clay', true), '---\naliases:\n  - Mud\n---\n\n# Clay\n');
  const spaced = (title: string, more = ''): string =>
    `${title}\n\nSo.\n\nInquiring lines that use this note as a source 1\n\n- Is it?\n${more}`;
  assert.equal(
    withTitle(spaced('Mud'), 'Clay', true, 'a.txt'),
    `${spaced('Clay').trimEnd()}\n\nOriginal note title\n\nMud\n`,
  );
  assert.equal(
    withTitle(spaced('Mud', '\nOriginal note title\n'), 'Clay', true, 'a.txt'),
    spaced('Clay', '\nOriginal note title\n\nMud\n'),
  );
  assert.equal(
    withTitle('Mud\r\nSo.\r\nOriginal note title\r\n', 'Clay', true, 'a.txt'),
    'Clay\r\nSo.\r\nOriginal note title\r\nMud\r\n',
  );
  assert.equal(
    withTitle(spaced('Mud', '\nOriginal note title\n\nwet\n'), 'Clay', true, 'a.txt'),
    `---\naliases:\n  - Mud\n---\n\n${spaced('Clay', '\nOriginal note title\n\nwet\n')}`,
  );
  assert.equal(
    withTitle('INQUIRING LINE\n\nMud\n\nSo.\n', 'Clay', true, 'a.txt'),
    '---\naliases:\n  - Mud\n---\n\nINQUIRING LINE\n\nClay\n\nSo.\n',
  );
});

test('an old title that cannot be kept', () => {
  assert.equal(
    withTitle('---\naliases: "Wet\n---\n# Mud\n', 'Clay', true),
    'The old title cannot be kept as an alias in “a.md”: its front matter cannot be read.',
  );
});

test('another alias, quoted as its place wants it', () => {
  const withAlias = (text: string, title: string, path = 'a.md'): string => {
    const snapshot = snapshotOf(new Map([[path, text]]));
    const document = documentAt(snapshot, path)!;
    const answer = realiased(document, text, { old: 'Mud', title, keepAlias: false }, []);
    return Array.isArray(answer) ? edited(text, answer) : answer.refused;
  };
  const list = (alias: string): string => `---\naliases:\n  - ${alias}\n  - Sand\n---\n# Soil\n`;
  assert.equal(withAlias(list('Mud'), 'Clay: wet'), list('"Clay: wet"'));
  assert.equal(withAlias(list("'Mud'"), 'Clay'), list("'Clay'"));
  const flow = (...aliases: readonly string[]): string => `---\naliases: [${aliases.join(', ')}]\n---\n# Soil\n`;
  assert.equal(withAlias(flow('Mud', 'Sand'), 'Clay'), flow('"Clay"', 'Sand'));
  assert.equal(withAlias(flow('Sand', 'Mud'), 'Wet, clay'), flow('Sand', '"Wet, clay"'));
  assert.equal(withAlias(flow('Sand', '"Mud"'), 'Clay'), flow('Sand', '"Clay"'));
  const matter = (before: string, alias: string, fence = '---'): string =>
    `${fence}\n${before}\naliases:\n  - ${alias}\n${fence}\n# Soil\n`;
  assert.equal(withAlias(matter('x: a---', 'Mud'), 'Clay: wet'), matter('x: a---', '"Clay: wet"'));
  assert.equal(withAlias(matter('x: 1', 'Mud', '--- '), 'Clay: wet'), matter('x: 1', '"Clay: wet"', '--- '));
  assert.equal(withAlias(matter('tags: [a, b]', 'Mud'), 'Clay'), matter('tags: [a, b]', 'Clay'));
  const note = (alias: string): string => `Soil\n\nSo.\n\nOriginal note title\n\n${alias}\n`;
  assert.equal(withAlias(note('Mud'), 'Clay: wet', 'a.txt'), note('Clay: wet'));
  assert.equal(
    withAlias(note('Mud'), 'Next inquiring lines', 'a.txt'),
    '“Next inquiring lines” would not be read as an alias where “a.txt” has it.',
  );
});

test('a file that is no document is in the way of a name too', () => {
  const snapshot = snapshotOf(
    new Map([
      ['a.txt', 'INQUIRING LINE\n\nA?\n\nSo.\n'],
      ['b.txt', 'no document'],
    ]),
  );
  assert.equal(documentAt(snapshot, 'b.txt'), undefined);
  assert.deepEqual(moveTo(snapshot, documentAt(snapshot, 'a.txt')!, 'b'), {
    refused: 'There is a file “b.txt” already.',
  });
});

test('the words of a link, and of nothing else', () => {
  const words = (line: string): (string | undefined)[] => {
    const text = `# A\n\n${line}\n`;
    const snapshot = snapshotOf(new Map([['a.md', text]]));
    return resolvedReferencesOf(snapshot, documentsOf(snapshot)[0]!).map(({ reference }) => {
      const at = linkWords(text, reference);
      return at && text.slice(at.start, at.end);
    });
  };
  assert.deepEqual(words('[b c](b.md) ![d](<e.md>) [](f.md) [[g]] [[x](y)](h.md)'), ['b c', 'd', '', undefined, 'x']);
  assert.deepEqual(words('[b]\n\n[b]: b.md'), [undefined]);
});

const labels = (offers: readonly (Offer | undefined)[]): (string | undefined)[] => offers.map((each) => each?.label);

test('what can be done about a whole document', () => {
  const offered = (text: string): (string | undefined)[] => {
    const snapshot = snapshotOf(
      new Map([
        ['mud.md', '# Why does mud stick?\n'],
        ['a.md', text],
      ]),
    );
    return labels(sourceOffers(snapshot, documentAt(snapshot, 'a.md')!));
  };
  const [lists, slips] = ['Update the lists of this document', 'Mend all titles with a slip of the pen'];
  const [brackets, bare] = ['Make all titles here wikilinks', 'Make all wikilinks here bare text'];
  assert.deepEqual(offered('# A\n\n[b](mud.md)\n'), []);
  assert.deepEqual(offered('# A\n\nSo Why does mud stick?\n'), [brackets]);
  assert.deepEqual(offered('# A\n\n[[Why does mud stick?]]\n'), [bare]);
  assert.deepEqual(offered('# A\n\n[[Why does mud stik?]]\n'), [slips, bare]);
  assert.deepEqual(
    offered('---\nkind: inquiry\n---\n# A\n\n[[Why does mud stick?]] Why does mud stick?\n\n## Sources 0 notes\n'),
    [lists, brackets, bare],
  );
});

test('next inquiring lines are offered where their section is empty, and the place touches it', () => {
  const text =
    '---\nkind: inquiry\n---\n# A so?\n\n[[Is mud wet?]]\n\n## Next inquiring lines\n\n## Sources\n\n- [[Is mud wet?]]\n';
  const other = '---\nkind: inquiry\n---\n# B so?\n\n[[Is mud wet?]]\n\n## Sources\n\n- [[Is mud wet?]]\n';
  const offer = (own: string, at?: number): Offer | undefined => {
    const snapshot = snapshotOf(
      new Map([
        ['a.md', own],
        ['b.md', other],
        ['mud.md', '---\nkind: note\n---\n# Is mud wet?\n'],
      ]),
    );
    return fillOffer(snapshot, documentAt(snapshot, 'a.md')!, at === undefined ? at : { start: at, end: at });
  };
  const [start, end] = [text.indexOf('## Next'), text.indexOf('## Sources')];
  const label = 'Fill Next Inquiring Lines';
  assert.deepEqual(labels([offer(text), offer(text, start), offer(text, start + 5)]), [label, label, label]);
  assert.deepEqual(labels([offer(text, start - 1), offer(text, end + 1)]), [undefined, undefined]);
  assert.deepEqual(offer(text)!.what, { do: 'fill-next' });
  assert.equal(offer(text.replace('lines\n', 'lines\n\n- [[C so?]]\n')), undefined);
  assert.equal(offer(text.replace('kind: inquiry', 'kind: note')), undefined);
  assert.equal(offer(text.replaceAll('Is mud wet?', 'Is mud dry?')), undefined);
});

const NOTE = '---\nkind: note\n---\n';

test('why a document is not put among the related concepts', () => {
  const { files } = readFixture(
    `=== a.md\n${NOTE}# A\n\n## Related concepts\n\n- [[B]]\n=== b.md\n# B\n=== c.md\n${NOTE}# C\n\n## Related concepts\n\n## Related concepts\n`,
  );
  const snapshot = snapshotOf(files);
  const add = (path: string, to: string) =>
    addRelated(snapshot, documentAt(snapshot, to)!, documentAt(snapshot, path)!);
  assert.deepEqual(add('b.md', 'a.md'), { refused: '“B” is among the related concepts already.' });
  assert.deepEqual(add('a.md', 'b.md'), {
    refused: '“b.md” has no section “Related concepts” that it could be added to.',
  });
  assert.deepEqual(add('a.md', 'c.md'), { refused: '“c.md” has “Related concepts” twice.' });
  const answer = add('c.md', 'a.md');
  assert.ok('edits' in answer);
  assert.equal(edited(files.get('a.md')!, answer.edits), `${NOTE}# A\n\n## Related concepts\n\n- [[B]]\n- [[C]]\n`);
});
