import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Document,
  documentsOf,
  type Layout,
  resolvedReferencesOf,
  type Snapshot,
} from '../../../server/core/index.ts';
import { snapshotOf } from '../../fixture.ts';
import { SEEDS, WITHOUT_SEEDS } from '../../seeds.ts';
import { after, converted } from './conversion.ts';
import { granted } from './picture.ts';

// The five real documents, and the sample corpus, to Markdown and back.

const SAMPLE = fileURLToPath(new URL('../../../media/sample', import.meta.url));

function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(txt|md)$/.test(name));
  return new Map(names.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
}

interface Round {
  readonly original: Map<string, string>;
  readonly markdown: Map<string, string>;
  readonly back: Map<string, string>;
  readonly refused: readonly string[];
}

/** All plain texts to Markdown, and each back to the layout that it was in. */
function round(original: Map<string, string>): Round {
  const snapshot = snapshotOf(original);
  const plain = documentsOf(snapshot).filter(({ layout }) => layout !== 'markdown');
  const there = granted(converted(snapshot, 'markdown', plain));
  const markdown = after(original, there);
  const refused = there.unconverted.map((each) => each.refused);
  let back = markdown;
  for (const layout of ['spaced', 'dense'] satisfies Layout[]) {
    const now = snapshotOf(back);
    const paths = new Set(
      there.files.filter(({ from }) => layoutOf(snapshot, from) === layout).map(({ path }) => path),
    );
    const answer = granted(
      converted(
        now,
        layout,
        documentsOf(now).filter(({ path }) => paths.has(path)),
      ),
    );
    refused.push(...answer.unconverted.map((each) => each.refused));
    back = after(back, answer);
  }
  return { original, markdown, back, refused };
}

const layoutOf = (snapshot: Snapshot, path: string): Layout | undefined =>
  documentsOf(snapshot).find((each) => each.path === path)?.layout;

/** All references, as the command line tells them, without their places and forms. */
function references(snapshot: Snapshot): string[] {
  const stem = ({ path }: Document): string => path.replace(/\.(md|txt)$/, '');
  return documentsOf(snapshot).flatMap((document) =>
    resolvedReferencesOf(snapshot, document).map(({ reference: { role, text }, resolution }) => {
      const target = resolution.status === 'resolved' ? stem(resolution.target) : resolution.status;
      return `${stem(document)} ${role}: ${text} → ${target}`;
    }),
  );
}

test('the five real documents come back byte for byte', { skip: WITHOUT_SEEDS }, () => {
  const { original, markdown, back, refused } = round(filesOf(SEEDS));
  assert.deepEqual(refused, []);
  assert.deepEqual(
    [...markdown.keys()],
    [...original.keys()].map((path) => path.replace(/txt$/, 'md')),
  );
  for (const [path, text] of original) assert.equal(back.get(path), text, path);
});

test('their 88 references are the same in Markdown; 38 bare titles became wikilinks', { skip: WITHOUT_SEEDS }, () => {
  const { original, markdown } = round(filesOf(SEEDS));
  const [before, then] = [snapshotOf(original), snapshotOf(markdown)];
  assert.deepEqual(references(then), references(before));
  const forms = documentsOf(then).flatMap((each) =>
    resolvedReferencesOf(then, each).map(({ reference }) => reference.form),
  );
  assert.deepEqual([forms.length, new Set(forms)], [88, new Set(['wikilink'])]);
});

test('between the plain layouts nothing is lost but blank lines', { skip: WITHOUT_SEEDS }, () => {
  const original = filesOf(SEEDS);
  for (const [from, to] of [
    ['spaced', 'dense'],
    ['dense', 'spaced'],
  ] as const) {
    const snapshot = snapshotOf(original);
    const documents = documentsOf(snapshot).filter(({ layout }) => layout === from);
    const answer = granted(converted(snapshot, to, documents));
    assert.deepEqual([answer.files.length, answer.unconverted], [documents.length, []]);
    const then = after(original, answer);
    const inked = (text: string): string => text.replace(/\n+/g, '\n');
    for (const { path } of documents) assert.equal(inked(then.get(path)!), inked(original.get(path)!), path);
  }
});

test('the sample corpus: its plain texts come back byte for byte, and all of it can be said in each layout', () => {
  const sample = filesOf(SAMPLE);
  const { original, back, refused } = round(sample);
  assert.deepEqual(refused, []);
  for (const [path, text] of original) assert.equal(back.get(path), text, path);
  for (const to of ['markdown', 'spaced', 'dense'] satisfies Layout[]) {
    assert.deepEqual(granted(converted(snapshotOf(sample), to)).unconverted, []);
  }
});
