import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

// What others' code comes to us, and what goes out. See SECURITY.md.

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

for (const folder of ['', 'test/e2e/', 'test/bench/']) {
  const manifest = JSON.parse(read(`${folder}package.json`));
  const lock = JSON.parse(read(`${folder}package-lock.json`)) as { packages: Record<string, Locked> };
  const wanted: Record<string, string> = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };

  test(`${folder}package.json names exact versions, and the lockfile the same`, () => {
    const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
    assert.deepEqual(
      Object.entries(wanted).filter(([, version]) => !exact.test(version)),
      [],
    );
    for (const [name, version] of Object.entries(wanted))
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
  });

  test(`${folder}package-lock.json knows the bytes of every package, and no place to get them from`, () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    assert.ok(packages.length > 20);
    for (const [path, { integrity, resolved }] of packages) {
      assert.match(integrity ?? '', /^sha512-/, path);
      assert.equal(resolved, undefined, path);
    }
  });
}

test('nothing is installed with the extension: all it needs is in its bundles', () => {
  const { dependencies, bundledDependencies, bundleDependencies } = JSON.parse(read('package.json'));
  assert.deepEqual([dependencies, bundledDependencies, bundleDependencies], [undefined, undefined, undefined]);
});

test('no script of a package is run when the project is set up', () => {
  assert.match(read('test/setup.mjs'), /'ci', '--ignore-scripts'/);
  const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>;
  assert.deepEqual(
    Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare|pack|publish)$/.test(name)),
    [],
  );
});

test('the list of licences is current, and all of them let us pass the code on', () => {
  const { status, stderr } = spawnSync(process.execPath, ['build/notices.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const terms = [...read('THIRD-PARTY-NOTICES.txt').matchAll(/^ {2}\S+ \d\S* \((.*)\)$/gm)].map(([, each]) => each!);
  assert.ok(terms.length > 40);
  const known = ['MIT', 'ISC', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];
  assert.deepEqual(
    terms.filter((each) => !known.includes(each)),
    [],
  );
});

test('only what is meant to be in the .vsix is in it', () => {
  const vsce = join(ROOT, 'node_modules/@vscode/vsce/vsce');
  const { stdout, stderr } = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const paths = stdout.trim().split('\n');
  assert.ok(paths.length > 20, stderr);
  const meant =
    /^(dist\/[\w-]+\.(cjs|js|css)|media\/(icons|walkthrough)\/[\w-]+\.(svg|png|md)|media\/sample\/.*\.(md|txt)|syntaxes\/[\w./-]+\.json|package\.json|(README|CHANGELOG|SECURITY)\.md|LICENSE|THIRD-PARTY-NOTICES\.txt)$/;
  assert.deepEqual(
    paths.filter((path) => !meant.test(path)),
    [],
  );
});
