import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { type TestContext, test } from 'node:test';
import { documentsOf, Workspace } from '../../server/core/index.ts';
import { isRemote, remoteFolder } from '../../server/host/remoteFolder.ts';
import { patient } from '../../server/lsp/patient.ts';
import type { Folder, Reading, Skipped } from '../../server/lsp/ports.ts';
import { load } from '../../server/lsp/reading/load.ts';
import { workingIn } from '../../server/protocol.ts';
import { makeFolder } from '../host/folder.ts';
import { countingFolder } from './reading/countingFolder.ts';

/** A folder on a network's disk: files that are called `silent` do not answer before they are let. */
function networkFolder(texts: Readonly<Record<string, string>>) {
  const { readNow, ...folder } = countingFolder(texts);
  const waiting: (() => void)[] = [];
  const network: Folder = {
    ...folder,
    read: (path) => {
      const answer: Reading = readNow!(path);
      if (!path.includes('silent')) return Promise.resolve(answer);
      return new Promise((resolve) => waiting.push(() => resolve(answer)));
    },
  };
  const late: string[] = [];
  return {
    folder: patient(network, (path) => late.push(path), 100, 20),
    late,
    waiting,
    answer: async (): Promise<void> => {
      for (const act of waiting.splice(0)) act();
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

async function read(folder: Folder): Promise<{ titles: string[]; skipped: Skipped[] }> {
  const skipped: Skipped[] = [];
  const workspace = new Workspace(() => undefined, { minimumWords: 3 });
  const loaded = await load(
    workspace,
    folder,
    [],
    (each) => skipped.push(each),
    () => true,
  );
  const snapshot = workspace.apply(loaded!.changes);
  return { titles: documentsOf(snapshot).map(({ title }) => title.text), skipped };
}

test('a file that does not answer is told, the others are read; once it answers, it is taken up', async () => {
  const network = networkFolder({ 'a.md': '# A\n', 'silent.md': '# Silent\n', 'z.md': '# Z\n' });
  assert.deepEqual(await read(network.folder), {
    titles: ['A', 'Z'],
    skipped: [{ path: 'silent.md', reason: 'is not answering' }],
  });
  assert.deepEqual(network.late, []);
  await network.answer();
  assert.deepEqual(network.late, ['silent.md']);
});

test('a hundred files that do not answer are waited for together, and eight of them at most are asked for', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `silent ${at}.md`);
  const network = networkFolder(Object.fromEntries([...names, 'a.md'].map((name) => [name, `# ${name}\n`])));
  const { titles, skipped } = await read(network.folder);
  assert.deepEqual([titles, skipped.length], [['a.md'], 100]);
  assert.equal(network.waiting.length, 8);
  await network.answer();
  assert.deepEqual(new Set(network.late), new Set(names));
});

test('a folder that does not answer is told, and nobody waits for it for ever', async () => {
  const inner = { ...countingFolder({ 'a.md': '# A\n' }), list: () => new Promise<never>(() => {}) };
  const { readNow: _, ...folder } = inner;
  assert.deepEqual(await read(patient(folder, () => {}, 50)), {
    titles: [],
    skipped: [{ path: '.', reason: 'cannot be listed: it is not answering' }],
  });
});

test('which folders lie elsewhere', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/notes /home/me/notes nfs4 rw 0 0',
    '/dev/sdb1 /home/me/notes/local ext4 rw 0 0',
    '//server/share /mnt/my\\040share cifs rw 0 0',
    'C:\\ /mnt/c 9p rw 0 0',
  ].join('\n');
  const remote = (root: string): boolean => isRemote(root, mounts);
  assert.deepEqual(
    ['/home/me', '/home/me/notes', '/home/me/notes/a', '/home/me/notes2', '/home/me/notes/local/x'].map(remote),
    [false, true, true, false, false],
  );
  assert.deepEqual(['/mnt/my share/x', '/mnt/c/x'].map(remote), [true, false]);
  assert.equal(isRemote('/nowhere', ''), false);
});

test('a folder that lies elsewhere is read as any other', async (t: TestContext) => {
  const { nodeFolder } = await import('../../server/host/nodeFolder.ts');
  const { root, at } = makeFolder(
    t,
    '=== .gitignore\nx.md\n=== a.md\n# A\n=== x.md\n=== .h/a.md\n=== b/c.md\n# C\n=== d.png\n',
  );
  const { symlinkSync, mkdirSync } = await import('node:fs');
  symlinkSync('b', at('link'));
  mkdirSync(at('folder.md'));
  const [near, far] = [nodeFolder(root), remoteFolder(root)];
  const paths = await near.list([], () => {});
  assert.deepEqual(await far.list([], () => {}), paths);
  const all = [...paths, 'x.md', '.h/a.md', 'link', 'link/c.md', 'folder.md', 'gone.md', 'b'];
  assert.deepEqual(await far.kindsOf(all), await near.kindsOf(all));
  assert.deepEqual(all.map(far.admits), all.map(near.admits));
  for (const path of all) assert.deepEqual(await far.read(path), await near.read(path), path);
  assert.deepEqual(await far.stampsOf!(all), await near.stampsOf!(all));
});

test('what the server is at work on is told of a folder that lies elsewhere, too, and it is as careful there', async (t: TestContext) => {
  const { nodeFolder } = await import('../../server/host/nodeFolder.ts');
  const { root, at } = makeFolder(t, '=== a.md\n# A\n');
  const trail = at('.trail/working-1');
  const folder = nodeFolder(root, { goesOn: true, isRemote: () => true, trail, careful: true });
  assert.deepEqual([folder.readNow, folder.careful], [undefined, true]);
  const workingNow = (): string[] => workingIn(readFileSync(trail));
  folder.working!('a.md');
  assert.deepEqual(workingNow(), [at('a.md')]);
  folder.working!();
  assert.deepEqual(workingNow(), []);
});

test('of many files few are looked at together, and all of them', async (t: TestContext) => {
  const picture = Array.from({ length: 100 }, (_, at) => `=== ${at}.md\n# ${at}\n`).join('');
  const { root } = makeFolder(t, picture);
  const paths = Array.from({ length: 101 }, (_, at) => `${at}.md`);
  const [near, far] = [(await import('../../server/host/nodeFolder.ts')).nodeFolder(root), remoteFolder(root)];
  assert.deepEqual(await far.kindsOf(paths), await near.kindsOf(paths));
  assert.deepEqual(await far.stampsOf!(paths), await near.stampsOf!(paths));
  const whole = fsPromises as unknown as { lstat: (path: string) => Promise<unknown> };
  const { lstat } = whole;
  let [now, most] = [0, 0];
  whole.lstat = async (path) => {
    most = Math.max(most, ++now);
    return lstat(path).finally(() => now--);
  };
  syncBuiltinESMExports();
  t.after(() => {
    whole.lstat = lstat;
    syncBuiltinESMExports();
  });
  await far.stampsOf!(paths);
  assert.equal(most, 8);
});
