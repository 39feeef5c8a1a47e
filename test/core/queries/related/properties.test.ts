import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  documentsOf,
  findRelations,
  prepareWords,
  reasonsInWords,
  related,
  type Snapshot,
  suggestedRelations,
  Workspace,
} from '../../../../server/core/index.ts';
import { atOnce } from '../../../../server/core/steps.ts';

/** What holds for all corpora, on small ones that name each other in all ways. */

const TITLES = [
  'Why does mud stick',
  'What is clay made of',
  'How deep is the puddle',
  'Does rain matter',
  'Who sweeps',
];
const WORDS = ['plates', 'silicate', 'water', 'boots', 'ruler', 'steam'];

const title = fc.constantFrom(...TITLES);
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 });
const relation = fc.record({ to: title, sentence: fc.constantFrom('', 'grounds: so', 'it is so') });

const text = fc
  .record({
    own: fc.constantFrom(...TITLES, 'An alias of none', ''),
    kind: fc.constantFrom('note', 'inquiry', 'page'),
    named: fc.array(title, { maxLength: 4 }),
    relations: fc.array(relation, { maxLength: 3 }),
    words,
  })
  .map(({ own, kind, named, relations, words }) => {
    const matter = kind === 'page' ? '' : `---\nkind: ${kind}\n---\n`;
    const related = relations.map(({ to, sentence }) => `- [[${to}]]${sentence && ` — ${sentence}`}\n`).join('');
    const list = related && `\n## Related concepts\n${related}`;
    return `${matter}# ${own}\n${words.join(' ')} ${named.map((each) => `[[${each}]]`).join(' ')}\n${list}`;
  });

const paths = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'g.md', 'h.md'];
const change = fc.record({ path: fc.constantFrom(...paths), text: fc.option(text, { nil: undefined }) });

function workspaceOf(files: ReadonlyMap<string, string>): Workspace {
  return new Workspace((path) => files.get(path), { minimumWords: 3 });
}

/** All that is kept or counted, in words. */
function told(snapshot: Snapshot): string {
  atOnce(prepareWords(snapshot));
  const lines = documentsOf(snapshot).flatMap((document) =>
    related(snapshot, document, 20).map((each) => {
      assert.notEqual(each.document.id, document.id, 'nothing is related to itself');
      const reasons = reasonsInWords(document, each).join('; ');
      return `${document.path} ~ ${each.document.path} ${each.score} ${each.isJoined} ${reasons}`;
    }),
  );
  const pairs = atOnce(suggestedRelations(snapshot, 1, 100)).map(({ a, b, together }) => {
    return `${a.path} + ${b.path}: ${together.map(({ path }) => path)}`;
  });
  const { relations } = atOnce(findRelations(snapshot, { query: '', oneSided: true, limit: 100 }));
  return [...lines, ...pairs, ...relations.map(({ from, title }) => `${from.path} → ${title}`)].join('\n');
}

test('reasons are the same from both sides', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const files = new Map(texts.map((each, at) => [paths[at]!, each]));
      const snapshot = workspaceOf(files).apply([...files].map(([path, text]) => ({ path, text })));
      atOnce(prepareWords(snapshot));
      for (const document of documentsOf(snapshot)) {
        for (const each of related(snapshot, document, 20)) {
          const back = related(snapshot, each.document, 20).find((other) => other.document.id === document.id)!;
          assert.deepEqual(
            [back.score, back.isJoined, reasonsInWords(each.document, back)],
            [each.score, each.isJoined, reasonsInWords(document, each)],
          );
        }
      }
    }),
  );
});

test('whatever the files were read in, and however they came to be what they are', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(change, { maxLength: 6 }), (texts, changes) => {
      const files = new Map(texts.map((each, at) => [paths[at]!, each]));
      const workspace = workspaceOf(files);
      workspace.apply([...files].map(([path, text]) => ({ path, text })));
      atOnce(prepareWords(workspace.snapshot));
      for (const { path, text } of changes) {
        if (text === undefined) files.delete(path);
        else files.set(path, text);
        workspace.apply([text === undefined ? { path, gone: true } : { path, text }]);
        told(workspace.snapshot);
      }
      const afresh = [...files].reverse().map(([path, text]) => ({ path, text }));
      assert.equal(told(workspace.snapshot), told(workspaceOf(files).apply(afresh)));
    }),
  );
});
