import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { recover, recoveredInWords } from '../../../server/host/cli/writing/recover.ts';
import { type Replacement, replaceFiles } from '../../../server/host/cli/writing/replaceFiles.ts';
import { type Fault, faultyDisk, type Held, memoryDisk } from './memoryDisk.ts';

// Three files, of which one moves, on a disk in memory that fails at each of its calls, one after the other.

const ROOT = tmpdir();
const FILES: readonly Replacement[] = [
  { from: 'a.md', path: 'a.md', before: 'A', text: 'A, new' },
  { from: 'soil/b.txt', path: 'soil/b.md', before: 'B', text: 'B, new' },
  { from: 'soil/c.md', path: 'soil/c.md', before: 'C', text: 'C, new' },
];
const disk = (texts: Readonly<Record<string, string>>): Held =>
  new Map(Object.entries(texts).map(([path, text]) => [join(ROOT, path), Buffer.from(text)]));
const drawn = (held: Held): string =>
  [...held]
    .map(([path, bytes]) => `${path.slice(ROOT.length + 1)}: ${bytes}`)
    .sort()
    .join('\n');

const before = (): Held => disk({ 'a.md': '\ufeffA', 'soil/b.txt': 'B', 'soil/c.md': 'C' });
const OLD = drawn(before());
const NEW = drawn(disk({ 'a.md': '\ufeffA, new', 'soil/b.md': 'B, new', 'soil/c.md': 'C, new' }));

/** What a run says that fails; empty for one that does not. */
function said(act: () => void): string {
  try {
    act();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const callsOf = (act: (disk: ReturnType<typeof faultyDisk>) => void): number => {
  const counting = faultyDisk(before(), { at: 1e9, how: 'once', done: 'nothing' });
  act(counting);
  return counting.calls;
};
const CALLS = callsOf((disk) => replaceFiles(ROOT, FILES, disk));

/** Every way in which a disk can fail at one of so many calls. */
function* faults(calls: number, how: Fault['how']): Generator<Fault> {
  for (let at = 0; at < calls; at++)
    for (const done of ['nothing', 'half', 'all'] as const)
      yield { at, how, done, code: done === 'half' ? 'ENOSPC' : 'EIO' };
}

test('nothing fails: all is new, and nothing else is left', () => {
  const held = before();
  replaceFiles(ROOT, FILES, memoryDisk(held));
  assert.equal(drawn(held), NEW);
  assert.equal(recover(ROOT, memoryDisk(held)), undefined);
});

test('a call that fails, each of them: all old and said so, or all new', () => {
  let [old, fresh] = [0, 0];
  for (const fault of faults(CALLS, 'once')) {
    const held = before();
    const message = said(() => replaceFiles(ROOT, FILES, faultyDisk(held, fault)));
    // A call that did what it was asked for and failed all the same may leave its draft until the next run.
    const recovered = recover(ROOT, memoryDisk(held));
    const at = `${JSON.stringify(fault)} ${message}`;
    if (message === '') assert.equal(drawn(held), NEW, at);
    else if (/nothing was changed$/.test(message)) assert.equal(drawn(held), OLD, at);
    else assert.ok([OLD, NEW].includes(drawn(held)) && recovered, at);
    if (drawn(held) === OLD) old++;
    else fresh++;
  }
  assert.ok(old > 50 && fresh > 10, `${old} old, ${fresh} new`);
});

test('killed at each call: the next run makes all old, or all new, and says which', () => {
  const words = new Set<string>();
  for (const fault of faults(CALLS, 'dead')) {
    const held = before();
    said(() => replaceFiles(ROOT, FILES, faultyDisk(held, fault)));
    const recovered = recover(ROOT, memoryDisk(held));
    if (recovered) words.add(recoveredInWords(recovered));
    const expected = recovered ? (recovered.all === 'new' ? NEW : OLD) : drawn(held) === NEW ? NEW : OLD;
    assert.equal(drawn(held), expected, JSON.stringify(fault));
    assert.equal(recover(ROOT, memoryDisk(held)), undefined);
  }
  assert.deepEqual([...words].sort(), [
    'an earlier run was broken off while it wrote, and is completed now: 3 files written anew',
    'an earlier run was broken off while it wrote, and is undone now: 3 files as before',
    'an earlier run was broken off while it wrote, before it changed anything',
  ]);
});

test('killed at each call, and the run that mends it killed at each of its calls: the third makes it whole', () => {
  let tried = 0;
  for (const first of faults(CALLS, 'dead')) {
    const broken = before();
    said(() => replaceFiles(ROOT, FILES, faultyDisk(broken, first)));
    const counting = faultyDisk(new Map(broken), { at: 1e9, how: 'once', done: 'nothing' });
    recover(ROOT, counting);
    for (const second of faults(counting.calls, 'dead')) {
      const held = new Map(broken);
      said(() => recover(ROOT, faultyDisk(held, second)));
      recover(ROOT, memoryDisk(held));
      assert.ok([OLD, NEW].includes(drawn(held)), `${JSON.stringify([first, second])}\n${drawn(held)}`);
      tried++;
    }
  }
  assert.ok(tried > 3000, `${tried} tried`);
});

/** Killed after so many files took their places. */
function brokenAfter(placed: number): Held {
  for (const fault of faults(CALLS, 'dead')) {
    const held = before();
    said(() => replaceFiles(ROOT, FILES, faultyDisk(held, fault)));
    const isNew = (path: string): boolean => held.get(join(ROOT, path))?.toString().endsWith(', new') === true;
    const done = ['a.md', 'soil/b.md', 'soil/c.md'].filter(isNew).length;
    const isWriting = /"stage": "writing"/.test(`${held.get(join(ROOT, '.note-corpus-journal'))}`);
    if (done === placed && isWriting) return held;
  }
  throw new Error('it was never so');
}

test('who went on writing after the run was killed loses nothing: from an old text all goes back, from a new one on', () => {
  const onOld = brokenAfter(1);
  onOld.set(join(ROOT, 'soil/c.md'), Buffer.from('C, and more'));
  assert.deepEqual(recover(ROOT, memoryDisk(onOld)), { all: 'old', files: 3, kept: [] });
  assert.equal(drawn(onOld), OLD.replace('soil/c.md: C', 'soil/c.md: C, and more'));

  const onNew = brokenAfter(1);
  onNew.set(join(ROOT, 'a.md'), Buffer.from('A, new, and more'));
  const recovered = recover(ROOT, memoryDisk(onNew))!;
  assert.equal(
    recoveredInWords(recovered),
    'an earlier run was broken off while it wrote, and is completed now: 3 files written anew; changed since by others, and left alone: “a.md”',
  );
  assert.equal(drawn(onNew), NEW.replace('\ufeffA, new', 'A, new, and more'));
});

test('a journal that came from elsewhere, or names files that are none of the corpus, is not followed', () => {
  const journal = (over: object): Held => {
    const held = brokenAfter(0);
    const path = join(ROOT, '.note-corpus-journal');
    held.set(path, Buffer.from(JSON.stringify({ ...JSON.parse(`${held.get(path)}`), ...over })));
    return held;
  };
  const elsewhere = journal({ folder: 'another' });
  const kept = drawn(elsewhere);
  assert.throws(() => recover(ROOT, memoryDisk(elsewhere)), {
    message: /^“\.note-corpus-journal” was left by a run elsewhere/,
  });
  assert.equal(drawn(elsewhere), kept);
  const hostile = ['../outside.md', '/etc/passwd', '.git/config', 'a/../../b.md', 'a//b.md', '', 'nul\0.md', 5];
  for (const path of hostile) {
    const held = journal({ files: [{ from: path, path, old: '', new: '' }] });
    held.set(join(ROOT, '..', 'outside.md'), Buffer.from('mine'));
    assert.match(
      said(() => recover(ROOT, memoryDisk(held))),
      /by another version of this program, or by another one/,
    );
    assert.equal(`${held.get(join(ROOT, '..', 'outside.md'))}`, 'mine', String(path));
    assert.equal(`${held.get(join(ROOT, 'a.md'))}`, '\ufeffA');
  }
});

test('a journal in the words of another version is neither followed nor taken away', () => {
  const held = brokenAfter(1);
  const path = join(ROOT, '.note-corpus-journal');
  for (const words of [{ version: 2 }, { stage: 'sorting' }, { run: '../x' }, { process: 'me' }]) {
    held.set(path, Buffer.from(JSON.stringify({ ...JSON.parse(`${brokenAfter(1).get(path)}`), ...words })));
    const before = drawn(held);
    assert.match(
      said(() => recover(ROOT, memoryDisk(held))),
      /^“\.note-corpus-journal” was left by another version/,
    );
    assert.equal(drawn(held), before);
  }
});

test('a journal of which nothing is written yet is that of a run that begins just now; of one that was killed, later', () => {
  const held = before();
  const path = join(ROOT, '.note-corpus-journal');
  held.set(path, Buffer.from(''));
  const now = { ...memoryDisk(held), writtenAt: () => Date.now() };
  assert.equal(
    said(() => recover(ROOT, now)),
    'another run is writing to this folder just now; try again when it is done',
  );
  assert.ok(held.has(path));
  assert.deepEqual(recover(ROOT, memoryDisk(held)), { all: 'old', files: 0, kept: [] });
  assert.equal(drawn(held), OLD);
});

test('a new text that was lost, as where the power failed: all is as it was, and nobody is said to have changed anything', () => {
  for (const placed of [0, 1, 2]) {
    const held = brokenAfter(placed);
    const drafts = [...held.keys()].filter((path) => path.endsWith('.new.note-corpus'));
    held.delete(drafts.at(-1)!);
    assert.deepEqual(recover(ROOT, memoryDisk(held)), { all: 'old', files: 3, kept: [] });
    assert.equal(drawn(held), OLD);
  }
});

test('who has mended a run that another one mended, too, does not take the journal of the next run away', () => {
  const held = brokenAfter(1);
  const path = join(ROOT, '.note-corpus-journal');
  const slow = memoryDisk(held);
  let others: string | undefined;
  recover(ROOT, {
    ...slow,
    remove(each) {
      // The other one was done before, and writes again by now.
      others ??= `${held.get(path)}`.replace(/"run": "[^"]*"/, '"run": "another"');
      held.set(path, Buffer.from(others));
      slow.remove(each);
    },
  });
  assert.equal(`${held.get(path)}`, others);
});

test('somebody changes a file that is new already, and then another one cannot be written: what stays is named', () => {
  const held = before();
  const disk = memoryDisk(held);
  const message = said(() =>
    replaceFiles(ROOT, FILES, {
      ...disk,
      rename(path, to) {
        disk.rename(path, to);
        if (to !== join(ROOT, 'a.md')) return;
        held.set(to, Buffer.from('A, new, and more'));
        held.set(join(ROOT, 'soil/c.md'), Buffer.from('C, and more'));
      },
    }),
  );
  assert.equal(
    message,
    '“soil/c.md” has changed meanwhile; all is as it was but “a.md”: changed meanwhile, and left alone',
  );
  assert.equal(drawn(held), 'a.md: A, new, and more\nsoil/b.txt: B\nsoil/c.md: C, and more');
});

test('before it is said that the files are being written, and before their old texts go, the disk has all names', () => {
  const held = before();
  const calls: string[] = [];
  const inner = memoryDisk(held);
  const told = (what: string, path: string): void => {
    const name = path.slice(ROOT.length + 1).replace(/\.\w+-\w+-(\d)/, '$1');
    if (calls.at(-1) !== `${what} ${name}`) calls.push(`${what} ${name}`.trim());
  };
  replaceFiles(ROOT, FILES, {
    ...inner,
    rename(from, to) {
      told('rename', to);
      inner.rename(from, to);
    },
    remove(path) {
      told('remove', path);
      inner.remove(path);
    },
    settle: (folder) => told('settle', folder),
  });
  assert.deepEqual(calls.slice(0, 4), ['settle', 'settle soil', 'rename .note-corpus-journal', 'settle']);
  const gone = calls.findIndex((call) => call.endsWith('.old.note-corpus'));
  assert.deepEqual(calls.slice(gone - 3, gone - 1), ['settle', 'settle soil']);
  assert.deepEqual(calls.slice(-6), [
    'settle',
    'settle soil',
    'remove .note-corpus-journal.writing',
    'remove .note-corpus-journal.undoing',
    'remove .note-corpus-journal',
    'settle',
  ]);
});
