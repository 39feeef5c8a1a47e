import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { shell } from './console.ts';
import { makeFolder } from './folder.ts';

/** Enough files for a second thread: all layouts, bare titles and wikilinks, spellings in other cases, a broken file. */
function manyFiles(count: number): string {
  const texts = Array.from({ length: count }, (_, at) => {
    const next = `Why is number ${(at * 7) % count} not ${at % 3 === 0 ? 'EVEN' : 'even'}`;
    if (at % 3 === 0)
      return `=== ${at}.md\n# Why is number ${at} not even?\n\n${next} [[Missing ${at % 50}]] Is the number ${at} a prime?, so.\n`;
    return `=== ${at}.txt\nWhy is number ${at} not even?\nSome say ${next}.\nInquiring lines that use this note as a source 0\n`;
  });
  return texts.join('');
}

test('the output is the same bytes with one thread, with three, and from a cache', (t) => {
  const folder = makeFolder(t, manyFiles(1800));
  folder.write('broken.md', Uint8Array.of(0x23, 0x20, 0xff, 0xfe));
  for (const command of ['references --format json', 'check --format json', 'graph --format json']) {
    const told = (options: string): object => {
      const { stdout, stderr, code } = shell(`note-corpus ${command} ${options}`, folder.root);
      // Megabytes: of two that differ, the sum tells enough.
      return { length: stdout.length, sum: createHash('sha256').update(stdout).digest('hex'), stderr, code };
    };
    const one = told('--jobs 1');
    assert.match(JSON.stringify(one), /skipped broken\.md/);
    assert.deepEqual(told('--jobs 3'), one);
    assert.deepEqual(told(`--cache ../${cacheOf(folder.root)}`), one);
    assert.deepEqual(told(`--cache ../${cacheOf(folder.root)}`), one);
  }
  assert.equal(readdirSync(`${folder.root}/../${cacheOf(folder.root)}`).length, 1);
  shell(`rm -r ../${cacheOf(folder.root)}`, folder.root);
});

const cacheOf = (root: string): string => `${root.replace(/.*\//, '')}-cache`;
