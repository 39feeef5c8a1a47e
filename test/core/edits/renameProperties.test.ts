import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  documentAt,
  documentsOf,
  type FilePosition,
  nameOf,
  type Resolved,
  recordOf,
  rename,
  resolvedReferencesOf,
  type Snapshot,
} from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { corpus, holds } from '../arbitraries.ts';
import { applied } from './picture.ts';

// None of these words is in the corpora: a new title meets no other one.
const NEW_TITLES = [
  'Zebras walk by night',
  'Do zebras walk by night?',
  'Zebra',
  'Zebras: a/b #1?',
  'Are zebras [black|white]?',
  'Zebras — a history of stripes',
  'Zebras walk. Yes.',
  'Is zebra `code` code?',
  'ZEBRAS İN THE NİGHT 🦓',
  '# zebras at night',
  '- "zebras": they are',
];

const OPTIONS = { keepAlias: false, moves: true };

/** Everything that a document refers to, as `sources → mud.md`, with the missing by their names. */
function edges(snapshot: Snapshot, path: string, named: (title: string) => string): string[] {
  const document = documentAt(snapshot, path);
  // A paper by a missing title is no reference, so it keeps its words: what is seen in them may be another title then.
  return (document ? resolvedReferencesOf(snapshot, document) : [])
    .filter(({ reference }) => reference.role !== 'papers')
    .map(({ reference, resolution }) => {
      const key = snapshot.keys.string(reference.name);
      if (resolution.status === 'resolved') return `${reference.role} → ${resolution.target.path}`;
      return `${reference.role} ${resolution.status} ${reference.form === 'link' ? reference.text : resolution.status === 'dangling' ? named(key) : key}`;
    })
    .sort();
}

/** The places of the text that say a name: each title that a document has, and each reference. */
function placesIn(snapshot: Snapshot): FilePosition[] {
  return documentsOf(snapshot).flatMap((document) => [
    ...(document.title.span.end > 0 ? [{ path: document.path, offset: document.title.span.start }] : []),
    ...resolvedReferencesOf(snapshot, document).map(({ reference }) => ({
      path: document.path,
      offset: reference.span.start,
    })),
  ]);
}

test('after a rename everybody refers to the same documents as before, and nothing else has changed', () => {
  holds(fc.tuple(corpus, fc.nat(), fc.constantFrom(...NEW_TITLES)), ([files, nth, title]) => {
    const before = new Map(files.map(({ path, text }) => [path, text]));
    const snapshot = snapshotOf(before);
    const places = placesIn(snapshot);
    const at = places[nth % Math.max(1, places.length)];
    if (!at) return;
    const answer = rename(snapshot, at, title, OPTIONS);
    if ('refused' in answer || 'move' in answer) return;
    // Where several documents have the old title, the others answer to it alone from then on.
    const name = nameOf(snapshot, answer.from)!;
    if (recordOf(snapshot, name).definers.length > 1) return;
    const texts = applied(before, answer.files);
    const after = snapshotOf(texts);
    const old = snapshot.keys.string(name);
    for (const { path } of files) {
      const was = edges(snapshot, path, (name) => (name === old ? 'the missing one' : name));
      const is = edges(after, path, (name) => (/zebra/.test(name) ? 'the missing one' : name));
      assert.deepEqual(
        is,
        was,
        `${path} after “${answer.from}” became “${title}”:\n${before.get(path)}\n---\n${texts.get(path)}`,
      );
    }
  });
});

test('there and back again restores every byte, where everybody writes the title as the document does', () => {
  holds(fc.tuple(corpus, fc.nat(), fc.constantFrom(...NEW_TITLES.slice(0, 2))), ([files, nth, title]) => {
    const before = new Map(files.map(({ path, text }) => [path, text]));
    const snapshot = snapshotOf(before);
    const titled = documentsOf(snapshot).filter((each) => each.title.span.end > 0);
    const document = titled[nth % Math.max(1, titled.length)];
    if (!document) return;
    const { path, title: old } = document;
    if (recordOf(snapshot, nameOf(snapshot, old.text)!).definers.length > 1) return;
    // A sentence in a list would be taken for a summary: it gets brackets. Quotes and accents are written in many ways.
    if (!/^[\w ]+\??$/.test(old.text)) return;
    // Nor may the document itself write its own title in another way, in another place.
    const own = old.text.replace(/[?.!]+$/, '');
    const times = (text: string, words: string): number => text.split(words).length;
    const text = before.get(path)!;
    if (times(text.toLowerCase(), own.toLowerCase()) !== times(text, old.text)) return;
    if (text.includes(`${own}?`) !== old.text.endsWith('?')) return;
    const isExact = ({ reference, resolution }: Resolved): boolean =>
      resolution.status !== 'resolved' || resolution.target.path !== path || reference.text === old.text;
    if (!documentsOf(snapshot).every((each) => resolvedReferencesOf(snapshot, each).every(isExact))) return;
    const there = rename(snapshot, { path, offset: old.span.start }, title, OPTIONS);
    if ('refused' in there || 'move' in there) return;
    const texts = applied(before, there.files);
    const between = snapshotOf(texts);
    const at = { path, offset: documentAt(between, path)!.title.span.start };
    const back = rename(between, at, old.text, OPTIONS);
    assert.ok('files' in back, JSON.stringify(back));
    assert.deepEqual(applied(texts, back.files), before);
  });
});
