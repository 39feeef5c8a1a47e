import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CompletionItem,
  type CompletionOptions,
  completion,
  documentAt,
  documentsOf,
  nameOf,
  resolvedReferencesOf,
  type Snapshot,
  Workspace,
} from '../../../server/core/index.ts';
import { corpus, hardText, holds } from '../arbitraries.ts';

// Invariant: whatever is taken of what is offered, a reference stands there that leads to what was offered.

const options: fc.Arbitrary<CompletionOptions> = fc.record({
  form: fc.constantFrom('wikilink', 'link', 'bare'),
  prose: fc.constant(true),
});

type File = { readonly path: string; readonly text: string };

function workspaceOf(files: readonly File[]): { workspace: Workspace; texts: Map<string, string> } {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const workspace = new Workspace((path) => texts.get(path), { minimumWords: 3 });
  workspace.apply(files);
  return { workspace, texts };
}

/** What somebody may be typing: words of a title after what opens something, or nothing. */
const TYPED = [
  'why does mud',
  'mud sti',
  'Why does mud stick to',
  'bread ri',
  'café op',
  'How to learn C',
  'The café',
  '"bus',
  'rain',
  'busy',
  'boots',
  'soil/',
  'mu',
  'c#',
  '',
];
const OPENERS = [
  '',
  ' ',
  '\n',
  '\n\n',
  '[[',
  '![[',
  '[a](',
  '[a](<',
  '\n- ',
  '\n- [[',
  '`',
  '| [[',
  '> ',
  ' [[Mud|',
  '[a](#',
  '[[mud#',
];
const CLOSERS = [
  '',
  '',
  ']]',
  ']',
  ')',
  '>)',
  '`',
  ' and so',
  '\n',
  '?',
  '.',
  ' — it is',
  '|so]]',
  ' stick',
  ' to boots',
];
const typed = fc.tuple(fc.constantFrom(...OPENERS), fc.constantFrom(...TYPED), fc.constantFrom(...CLOSERS));

/** The text once an item was taken, and where in it. */
function take(text: string, { replaces, insert }: CompletionItem): { text: string; start: number; end: number } {
  const taken = text.slice(0, replaces.start) + insert + text.slice(replaces.end);
  return { text: taken, start: replaces.start, end: replaces.start + insert.length };
}

function assertLeadsThere(
  snapshot: Snapshot,
  path: string,
  item: CompletionItem,
  at: { start: number; end: number },
): void {
  const document = documentAt(snapshot, path);
  assert.ok(document, 'the file is still a document');
  const there = resolvedReferencesOf(snapshot, document).filter(
    ({ reference: { whole } }) => whole.start < at.end && at.start < whole.end,
  );
  const leads = there.some(({ reference, resolution }) =>
    item.what === 'missing'
      ? resolution.status === 'dangling' && nameOf(snapshot, reference.text) === nameOf(snapshot, item.label)
      : resolution.status === 'resolved' && resolution.target.path === item.path,
  );
  const seen = there.map(({ reference, resolution }) => `${reference.form} ${reference.text} ${resolution.status}`);
  assert.ok(leads, `${JSON.stringify(item)} is taken, and there is ${JSON.stringify(seen)}`);
}

test('what is taken is a reference to what was offered', () => {
  const place = fc.record({ files: corpus, nth: fc.nat(), at: fc.nat(), typed, options, chosen: fc.nat() });
  holds(
    place,
    ({ files, nth, at, typed, options, chosen }) => {
      const { workspace, texts } = workspaceOf(files);
      const file = files[nth % files.length]!;
      const offset = at % (file.text.length + 1);
      const [opener, words, closer] = typed;
      const text = file.text.slice(0, offset) + opener + words + closer + file.text.slice(offset);
      texts.set(file.path, text);
      const snapshot = workspace.apply([{ path: file.path, text }]);
      const cursor = offset + opener.length + words.length;
      const { items } = completion(snapshot, { path: file.path, offset: cursor }, options);
      for (const { replaces } of items) {
        assert.ok(replaces.start <= cursor && cursor <= replaces.end, 'the cursor is in what is replaced');
        assert.ok(!/[\r\n]/.test(text.slice(replaces.start, replaces.end)), 'what is replaced is on one line');
      }
      const item = items[chosen % Math.max(1, items.length)];
      if (!item || item.what === 'heading' || item.what === 'file') return;
      const taken = take(text, item);
      texts.set(file.path, taken.text);
      assertLeadsThere(workspace.apply([{ path: file.path, text: taken.text }]), file.path, item, taken);
    },
    3000,
  );
});

test('nothing is thrown at any place of any text', () => {
  const place = fc.record({ files: corpus, text: hardText, at: fc.nat(), options });
  holds(place, ({ files, text, at, options }) => {
    for (const path of ['hard.md', 'hard.txt']) {
      const { workspace } = workspaceOf([
        ...files,
        { path, text: path === 'hard.txt' ? `INQUIRING LINE\nx\n${text}` : text },
      ]);
      for (const document of documentsOf(workspace.snapshot)) {
        completion(workspace.snapshot, { path: document.path, offset: at % (document.length + 2) }, options);
      }
      completion(workspace.snapshot, { path: 'nowhere.md', offset: at }, options);
    }
  });
});

test('after any changes the same is offered as if the corpus had been read at once', () => {
  const place = fc.record({ before: corpus, after: corpus, typed: fc.constantFrom(...TYPED), options });
  holds(place, ({ before, after, typed, options }) => {
    const page = { path: 'zz page.md', text: `# Zz\n\n[[${typed}` };
    const at = { path: page.path, offset: page.text.length };
    const { workspace, texts } = workspaceOf([...before, page]);
    completion(workspace.snapshot, at, options);
    const gone = before.filter((file) => !after.some(({ path }) => path === file.path));
    for (const { path } of gone) texts.delete(path);
    for (const { path, text } of after) texts.set(path, text);
    const changed = workspace.apply([...gone.map(({ path }) => ({ path, gone: true }) as const), ...after]);
    const fresh = workspaceOf([...after, page]).workspace.snapshot;
    const label = ({ label, what, path, insert }: CompletionItem): string => `${what} ${label} ${path} ${insert}`;
    const offered = (snapshot: Snapshot): string[] => completion(snapshot, at, options).items.map(label).sort();
    assert.deepEqual(offered(changed), offered(fresh));
  });
});
