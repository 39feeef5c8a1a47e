import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  diagnostics,
  documentsOf,
  edited,
  missingNotes,
  offers,
  type Resolved,
  resolvedReferencesOf,
  type Snapshot,
  summaryOf,
  updateLists,
} from '../../server/core/index.ts';
import { snapshotOf } from '../fixture.ts';

// The five real documents (CORPUS.md). They are no part of the project.

const FOLDER = join(import.meta.dirname, '../../../shared/corpora/seeds');
const skip = existsSync(FOLDER) ? false : `the seeds are not at ${FOLDER}`;

function seeds(): Snapshot {
  return snapshotOf(new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')])));
}

/** All references, by the three digits that a seed's name begins with. */
function all(snapshot: Snapshot): (Resolved & { seed: string })[] {
  return documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document).map((each) => ({ ...each, seed: document.path.slice(0, 3) })),
  );
}

function count<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

test('kinds and layouts', { skip }, () => {
  const shapes = documentsOf(seeds()).map(({ path, layout, kind }) => `${path.slice(0, 3)} ${layout} ${kind}`);
  assert.deepEqual(shapes, [
    '000 spaced inquiry',
    '001 dense note',
    '002 spaced inquiry',
    '003 dense inquiry',
    '004 spaced inquiry',
  ]);
});

test('88 references: 38 mentions in bodies, 50 entries', { skip }, () => {
  const references = all(seeds());
  assert.deepEqual(
    count(references, ({ reference }) => `${reference.form} in ${reference.role}`),
    {
      'mention in body': 38,
      'entry in used-by': 15,
      'entry in related': 6,
      'entry in sources': 29,
    },
  );
  const mentions = references.filter(({ reference }) => reference.form === 'mention');
  assert.deepEqual(
    count(mentions, ({ seed }) => seed),
    { '000': 12, '001': 4, '002': 11, '003': 5, '004': 6 },
  );
});

test('three are resolved, 85 dangle and name 38 missing notes', { skip }, () => {
  const snapshot = seeds();
  const resolved = all(snapshot).flatMap(({ seed, reference, resolution }) =>
    resolution.status === 'resolved' ? [`${seed} ${reference.form} → ${resolution.target.path.slice(0, 3)}`] : [],
  );
  assert.deepEqual(resolved.sort(), ['000 entry → 001', '000 mention → 001', '001 entry → 000']);
  const dangling = all(snapshot).filter(({ resolution }) => resolution.status === 'dangling');
  assert.equal(dangling.length, 85);
  assert.equal(new Set(dangling.map(({ reference }) => reference.name)).size, 38);
  const missing = missingNotes(snapshot);
  assert.equal(missing.length, 38);
  assert.equal(
    missing.reduce((sum, each) => sum + each.places, 0),
    85,
  );
  const codes = documentsOf(snapshot).flatMap((document) => diagnostics(snapshot, document).map((each) => each.code));
  assert.deepEqual(
    count(codes, (code) => code),
    { 'dangling-reference': 85, 'lost-title': 10, 'possible-reference': 5 },
  );
});

test('seed 003 has lost its titles: ten entries with a summary, and no reference among them', { skip }, () => {
  const snapshot = seeds();
  const sources = summaryOf(snapshot, documentsOf(snapshot)[3]!)!.sections.find(
    (section) => section.role === 'sources',
  )!;
  assert.equal(sources.declared?.count, 10);
  assert.equal(sources.entries.length, 10);
  assert.ok(sources.entries.every((entry) => entry.reference === undefined && entry.summary));
});

test('of the ten titles in the body of seed 003 five are nobody’s: they are told as possible, and nothing else is', {
  skip,
}, () => {
  const snapshot = seeds();
  const told = documentsOf(snapshot).flatMap((document) =>
    diagnostics(snapshot, document)
      .filter(({ code }) => code === 'possible-reference')
      .map(({ span, message }) => ({ document, span, message })),
  );
  const seed = documentsOf(snapshot)[3]!;
  const text = snapshot.textOf(seed.path)!;
  const mentions = resolvedReferencesOf(snapshot, seed).filter(({ reference }) => reference.role === 'body');
  assert.equal(mentions.length + told.length, 10);
  const beginnings = told.map(({ document, span, message }) => {
    assert.equal(document, seed);
    const title = text.slice(span.start, span.end);
    assert.equal(message, `This looks like a title, and no document has it: “${title}”.`);
    assert.match(title, /^[A-Z][^.?]*\?$/);
    return title.split(' ').slice(0, 2).join(' ');
  });
  assert.deepEqual(beginnings, ['Does every', 'Can search', 'Can we', 'Does chain-of-thought', 'What makes']);
});

test('the summaries, descriptions and relations of entries', { skip }, () => {
  const snapshot = seeds();
  for (const document of documentsOf(snapshot)) {
    const text = snapshot.textOf(document.path)!;
    for (const section of summaryOf(snapshot, document)!.sections) {
      if (section.role === 'sources') assert.equal(section.declared?.count, section.entries.length);
      if (section.role === 'sources')
        for (const entry of section.entries) assert.match(text.slice(entry.summary!.start, entry.summary!.end), /\.$/);
      if (section.role === 'related') assert.ok(section.entries.every((entry) => entry.summary && entry.relation));
    }
  }
  const related = summaryOf(snapshot, documentsOf(snapshot)[1]!)!.sections.find(
    (section) => section.role === 'related',
  )!;
  assert.equal(
    related.entries[5]?.relation?.text,
    'grounds: scoring branching trajectories is exactly where comparability problems recur',
  );
});

test('nothing on a title line or in a prompt is a reference', { skip }, () => {
  const snapshot = seeds();
  for (const document of documentsOf(snapshot)) {
    const { title, sections } = summaryOf(snapshot, document)!;
    const prompt = sections.find((section) => section.role === 'prompt');
    for (const { reference } of resolvedReferencesOf(snapshot, document)) {
      const inside = ({ start, end }: { start: number; end: number }): boolean =>
        reference.span.start < end && start < reference.span.end;
      assert.ok(!inside(title.span));
      assert.ok(!prompt || !inside(prompt.whole));
    }
  }
});

test('in every seed the sources stand in the order of first mention', { skip }, () => {
  const snapshot = seeds();
  for (const document of documentsOf(snapshot)) {
    const references = resolvedReferencesOf(snapshot, document).map((each) => each.reference);
    const sources = references
      .filter((each) => each.role === 'sources' && each.form === 'entry')
      .map((each) => each.name);
    if (sources.length === 0) continue;
    const mentions = references
      .filter((each) => each.form === 'mention' && each.role === 'body')
      .map((each) => each.name);
    assert.deepEqual([...new Set(mentions)], sources);
  }
});

test('the ten titles that seed 003 has lost are proven: four by the same summary elsewhere, all by their place', {
  skip,
}, () => {
  const snapshot = seeds();
  const document = documentsOf(snapshot)[3]!;
  const { files, left } = updateLists(snapshot, [document]);
  assert.deepEqual([files.length, left], [1, []]);
  const text = edited(snapshot.textOf(document.path)!, files[0]!.edits);
  const next = snapshotOf(
    new Map(documentsOf(snapshot).map(({ path }) => [path, path === document.path ? text : snapshot.textOf(path)!])),
  );
  const named = resolvedReferencesOf(next, documentsOf(next)[3]!).map(({ reference }) => reference);
  const [sources, mentions] = ['sources', 'body'].map((role) => named.filter((each) => each.role === role));
  assert.equal(sources!.length, 10);
  assert.deepEqual(
    sources!.map(({ name }) => name),
    [...new Set(mentions!.map(({ name }) => name))],
  );
  const entries = summaryOf(next, documentsOf(next)[3]!)!.sections[0]!.entries;
  assert.ok(entries.every(({ lost, summary }) => !lost && summary));
  const codes = documentsOf(next).flatMap((each) => diagnostics(next, each).map(({ code }) => code));
  assert.deepEqual(new Set(codes), new Set(['dangling-reference']));
  const labels = offers(snapshot, document, { start: 0, end: document.length }, false)
    .filter(({ mends }) => mends === 'lost-title')
    .map(({ label }) => label.replace(/^Restore “.*”: /, ''));
  assert.equal(labels.filter((label) => label === 'the same summary stands under it elsewhere').length, 4);
});

test('the lists of the other seeds are as they should be', { skip }, () => {
  const snapshot = seeds();
  const others = documentsOf(snapshot).filter((_, at) => at !== 3);
  assert.deepEqual(updateLists(snapshot, others), { files: [], left: [] });
});
