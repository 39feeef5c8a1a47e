import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from '../../server/core/index.ts';
import { cpuNow } from '../cpu.ts';

// Front matter is data. It is read by `yaml` with its failsafe schema, in which all is text, lists and maps: there are no tags
// that make anything, and an alias is a node of its own that is never followed.

const read = (matter: string, path = 'a.md') => summarize(path, `---\n${matter}\n---\n# Why mud sticks\n`);
const namesOf = (matter: string): string => {
  const summary = read(matter)!;
  return [summary.title.text, ...summary.aliases.map(({ text }) => text)].join(' | ');
};

test('tags make nothing: what has one is its text, or not there', () => {
  const made: string[] = [];
  (globalThis as { made?: string[] }).made = made;
  for (const tag of [
    '!!js/function',
    '!!js/regexp',
    '!!js/undefined',
    '!!python/object/apply:os.system',
    '!!binary',
    '!!set',
    '!x',
    '!<tag:x>',
  ]) {
    const [title] = namesOf(
      `title: ${tag} "function () { globalThis.made.push(1) }"\naliases: [${tag} 'globalThis.made.push(2)']`,
    ).split(' | ');
    assert.ok(title === 'Why mud sticks' || title === 'function () { globalThis.made.push(1) }', `${tag}: ${title}`);
  }
  assert.deepEqual(made, []);
  delete (globalThis as { made?: string[] }).made;
});

test('`---js` is no front matter: the program is the text of a heading', () => {
  const summary = summarize('a.md', '---js\n{ title: (() => { throw new Error() })() }\n---\n# Why mud sticks\n');
  assert.equal(summary!.title.text, '---js { title: (() => { throw new Error() })() }');
});

test('aliases of YAML are not followed: no bombs, no cycles', () => {
  const levels = Array.from(
    { length: 40 },
    (_, at) =>
      `l${at}: &l${at} [${Array(10)
        .fill(at === 0 ? 'mud' : `*l${at - 1}`)
        .join(', ')}]`,
  );
  const before = cpuNow();
  assert.equal(namesOf(`${levels.join('\n')}\naliases: *l39\ntitle: *l39`), 'Why mud sticks');
  assert.equal(namesOf('aliases: &a [*a, *a, wet clay]'), 'Why mud sticks | wet clay');
  assert.equal(namesOf('title: &t\n  x: *t\naliases: &a\n  - *a\n  - wet clay'), 'Why mud sticks | wet clay');
  assert.equal(namesOf('base: &b { title: stolen }\n<<: *b'), 'Why mud sticks');
  assert.ok(cpuNow() - before < 5000);
});

test('names of properties are only names', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']) {
    read(
      `${name}:\n  polluted: true\n  title: x\n${name}.polluted: true\ntitle: ${name}\naliases: [${name}, __proto__]\nkind: ${name}`,
    );
    assert.equal(namesOf(`title: ${name}`), name);
    assert.equal(namesOf(`${name}: { title: x, aliases: [y] }`), 'Why mud sticks');
  }
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.deepEqual(
    Object.getOwnPropertyNames(Object.prototype).filter((name) => /pollut|title|aliases/.test(name)),
    [],
  );
});

test('what is too long, too deep or no YAML at all counts as absent', () => {
  const before = cpuNow();
  for (const matter of [
    `aliases: [${'wet clay, '.repeat(10_000)}]`,
    `${'[ '.repeat(5000)}x${' ]'.repeat(5000)}`,
    `${'{a: '.repeat(5000)}x${'}'.repeat(5000)}`,
    `${'- '.repeat(5000)}x`,
    Array.from({ length: 5000 }, (_, at) => `k${at}: ${at}`).join('\n'),
    `x: ${'"'.repeat(30_000)}`,
    `? ${'? '.repeat(10_000)}`,
    `x: |\n${'  mud\n'.repeat(8000)}`,
    `${'&a '.repeat(5000)}x`,
    `${'!!a '.repeat(5000)}x`,
    '\u0000\u0007: \u0000',
    '%YAML 9.9\n%TAG ! x',
    '*unknown',
    '"',
    ': : :',
  ]) {
    const summary = read(matter);
    assert.equal(summary?.title.text, 'Why mud sticks', matter.slice(0, 20));
  }
  assert.ok(cpuNow() - before < 20_000, `${Math.round(cpuNow() - before)} ms`);
});
