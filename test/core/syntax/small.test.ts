import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInquiryHeader, isListRole, kindOfSections, sectionHeading } from '../../../server/core/syntax/sections.ts';
import { slug } from '../../../server/core/syntax/slugs.ts';
import { SpanIndex } from '../../../server/core/syntax/spanIndex.ts';
import type { Prose, Role } from '../../../server/core/syntax/summary.ts';
import { isTagged, tagsIn, tagsInLine } from '../../../server/core/syntax/tags.ts';
import { urlsIn } from '../../../server/core/syntax/urls.ts';
import { span } from '../../../server/core/text/span.ts';

// The smallest rooms of syntax, each straight at its face.

test('bare URLs, up to white space, a bracket or a quote', () => {
  const urls = (text: string, within = span(0, text.length)): string[] =>
    urlsIn(text, within).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(urls('see https://a.org/b, <http://c.org> and "ftp://d"'), [
    'https://a.org/b,',
    'http://c.org',
    'ftp://d',
  ]);
  assert.deepEqual(urls('git+ssh://a vs-code.X1://b'), ['git+ssh://a', 'vs-code.X1://b']);
  assert.deepEqual(urls('é://a ://b a_b://c'), ['b://c']);
  assert.deepEqual(urls('Zz09://a @az://b [AZ://c {az://d'), ['Zz09://a', 'az://b', 'AZ://c', 'az://d']);
  assert.deepEqual(urls('a://b://c'), ['a://b://c']);
  assert.deepEqual(urls('no: //url'), []);
  assert.deepEqual(urls('xx http://a.org/bc', span(5, 14)), ['tp://a.or']);
  assert.deepEqual(urls('http://a.org http://b.org', span(13, 25)), ['http://b.org']);
});

test('tags of a text: what is given, and those of its body', () => {
  const tags = (text: string, given: readonly string[] = [], prose?: readonly Prose[]): readonly string[] =>
    tagsIn(text, given, prose ?? [{ start: 0, end: text.length, role: 'body' } as Prose]);
  assert.deepEqual(tags('#soil and #wet/clay_2-b, #Soil; a#b #1 #-- #2026a ##x #'), ['soil', 'wet/clay_2-b', '2026a']);
  assert.deepEqual(tags('no tags'), []);
  assert.deepEqual(tags('#clay', ['#soil', '##mud/ ', 'Clay', '', '#']), ['soil', 'mud', 'Clay']);
  assert.deepEqual(tags('x', ['y'.repeat(100), 'z'.repeat(101)]), ['y'.repeat(100)]);
  assert.deepEqual(tags(`#${'y'.repeat(100)} #${'z'.repeat(101)} #${'a'.repeat(300)}`), ['y'.repeat(100)]);
  assert.deepEqual(
    tags(
      '',
      Array.from({ length: 70 }, (_, at) => `t${at}`),
    ).length,
    64,
  );
  assert.deepEqual(tags(Array.from({ length: 70 }, (_, at) => `#t${at}`).join(' ')).length, 64);
  assert.deepEqual(tags('#cafe\u0301', ['caf\u00e9']), ['café']);
  const part = (start: number, end: number, role: Role = 'body'): Prose => ({ start, end, role }) as Prose;
  assert.deepEqual(
    tags('#aa #bb #cc #dd', [], [part(4, 7), part(8, 11, 'sources'), part(12, 14)]),
    ['bb'],
    'whole, in the body',
  );
});

test('tags of a line, and what lies below a tag', () => {
  assert.deepEqual(tagsInLine('soil, wet clay'), ['soil', ' wet clay']);
  assert.deepEqual(tagsInLine('soil clay'), ['soil', 'clay']);
  assert.deepEqual(
    ['soil', 'soil/clay', 'soils', 'so', 'my soil'].map((key) => isTagged(key, 'soil')),
    [true, true, false, false, false],
  );
});

test('headings of sections', () => {
  const heading = (line: string): string => {
    const found = sectionHeading(line);
    if (!found) return 'none';
    const { role, certain, declared } = found;
    const count = declared ? ` ${declared.count}=${line.slice(declared.start, declared.end)}` : '';
    return `${role}${certain ? '!' : ''}${count}`;
  };
  const picture: Record<string, string> = {
    Sources: 'sources',
    'sources 12': 'sources 12=12',
    'Sources 12 notes': 'sources! 12=12',
    'Sources 1 note': 'sources! 1=1',
    'Sources notes': 'none',
    'My sources': 'none',
    'Sources 12 notes and more': 'none',
    'Inquiring lines that use this note': 'used-by!',
    'Inquiring lines that use this inquiry 3': 'used-by! 3=3',
    'Inquiring lines that use this note as a source 12': 'used-by! 12=12',
    'The inquiring lines that use this note': 'none',
    'Inquiring lines that use this note too': 'none',
    'Related concepts': 'related',
    'Related concepts  4': 'related 4=4',
    'Related concepts in this collection': 'related!',
    'Related concepts in this  collection 4': 'none',
    'Related papers 2': 'papers 2=2',
    'Related papers in this collection 2': 'papers! 2=2',
    'Unrelated papers': 'none',
    'Research prompt': 'prompt',
    'Research prompt for your LLM': 'prompt!',
    'Research prompt for your LLMexpand ↓': 'prompt!',
    'Research prompt expand  ↓': 'prompt',
    'Research prompt expand ↓ now': 'none',
    'Next inquiring lines': 'next!',
    'Next inquiring lines 3': 'next! 3=3',
    'The next inquiring lines': 'none',
    'Original note title': 'original-title!',
    'Original note titles': 'none',
    'An original note title': 'none',
    [`Sources ${'0'.repeat(71)}7`]: `sources 7=${'0'.repeat(71)}7`,
    [`Sources ${'0'.repeat(72)}7`]: 'none',
  };
  for (const [line, expected] of Object.entries(picture)) assert.equal(heading(line), expected, line);
});

test('what sections make of a document', () => {
  const kind = (...roles: readonly Role[]): string => kindOfSections(new Set(roles)) ?? 'page';
  assert.deepEqual(
    [
      kind('sources'),
      kind('sources', 'related'),
      kind('used-by'),
      kind('related'),
      kind('original-title'),
      kind('next', 'prompt'),
    ],
    ['inquiry', 'inquiry', 'note', 'note', 'note', 'page'],
  );
  const roles: readonly Role[] = [
    'body',
    'sources',
    'used-by',
    'related',
    'papers',
    'prompt',
    'next',
    'original-title',
  ];
  assert.deepEqual(roles.filter(isListRole), ['sources', 'used-by', 'related', 'next']);
  assert.deepEqual(['INQUIRING LINE', 'Inquiring line', 'INQUIRING LINES'].map(isInquiryHeader), [true, false, false]);
});

test('a heading as links to it are written', () => {
  assert.equal(slug(' Why *mud*  sticks: 2_3 – so-so? é '), 'why-mud--sticks-2_3--so-so-é');
});

test('items by where they stand, in whatever order they come', () => {
  const spans = [span(0, 20), span(2, 4), span(4, 4), span(6, 9), span(30, 40)];
  const overlapping = (items: readonly { start: number; end: number }[], start: number, end: number): string =>
    new SpanIndex(items, (item) => item)
      .overlapping(span(start, end))
      .map((each) => `${each.start}–${each.end}`)
      .join(' ');
  for (const items of [spans, [...spans].reverse()]) {
    assert.equal(overlapping(items, 3, 7), '0–20 2–4 4–4 6–9', 'an empty one, too');
    assert.equal(overlapping(items, 4, 6), '0–20');
    assert.equal(overlapping(items, 9, 20), '0–20');
    assert.equal(overlapping(items, 20, 30), '');
    assert.equal(overlapping(items, 20, 31), '30–40');
    assert.equal(overlapping(items, 40, 50), '');
    assert.equal(overlapping(items, 0, 1), '0–20');
  }
  assert.equal(overlapping([], 0, 9), '');
});
