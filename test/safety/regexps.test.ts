import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Literal, literalsIn, pumpsOf } from './regexps.ts';

// Texts of notes are of any length, and somebody else's: no regular expression may take more than in proportion.

const SERVER = join(import.meta.dirname, '../../server');

/** Of what is repeated, in characters; what is not linear takes a thousand times as long as it should at this length. */
const SHORT = 6_000;
/** Milliseconds: a linear search through SHORT takes a hundredth of it. */
const SUSPICIOUS = 1.5;
/** Twice the text takes at most so many times as long. */
const MOST = 2.5;

/**
 * Those that are not linear, and why they need not be: what they are given is short, whatever a note says. By file and source.
 */
const ON_SHORT_TEXTS: Readonly<Record<string, string>> = {};

interface Found extends Literal {
  readonly path: string;
}

const found: Found[] = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .flatMap((path) => literalsIn(readFileSync(join(SERVER, path), 'utf8')).map((each) => ({ ...each, path })));

/** Milliseconds to look for all matches, the best of some tries. */
function timeOf({ source, flags }: Literal, text: string, tries: number): number {
  const sought = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`);
  let best = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < tries; nth++) {
    const before = performance.now();
    text.replace(sought, '');
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

const pumped = (piece: string, length: number, end: string): string => piece.repeat(Math.ceil(length / piece.length)) + end;

/** The piece that makes it take more than in proportion; undefined where none does. */
function slowPiece(each: Literal): string | undefined {
  for (const piece of pumpsOf(each.source)) {
    for (const end of ['', '\u0001']) {
      if (timeOf(each, pumped(piece, SHORT, end), 1) < SUSPICIOUS) continue;
      const [once, twice] = [SHORT, 2 * SHORT].map((length) => timeOf(each, pumped(piece, length, end), 5)) as [number, number];
      if (twice > SUSPICIOUS && twice > MOST * once) return `${JSON.stringify(piece)}: ${once.toFixed(1)}, ${twice.toFixed(1)} ms`;
    }
  }
  return undefined;
}

test('regular expressions are found at all, and what is not linear is', () => {
  assert.ok(found.length > 150, `${found.length}`);
  assert.deepEqual(literalsIn("const a = b / c / d; x = /a[/]b/g.test('/no/') // /no/\n/* /no/ */ `/no/`; f(/\\//u)"), [
    { source: 'a[/]b', flags: 'g', line: 1 },
    { source: '\\/', flags: 'u', line: 2 },
  ]);
  for (const source of ['(a+)+$', '\\s+$', 'x.*y.*z', '(?:a|a)*b', '#[^ ]*#!'])
    assert.notEqual(slowPiece({ source, flags: '', line: 0 }), undefined, source);
  for (const source of ['^\\s+', '[^#]*', 'a+b?', '(?<= )x']) assert.equal(slowPiece({ source, flags: '', line: 0 }), undefined, source);
});

test('each takes at most 2.5 times as long for a text twice as long, or is given short texts only', () => {
  const slow = found.flatMap((each) => {
    const why = slowPiece(each);
    return why === undefined ? [] : [{ key: `${each.path} /${each.source}/${each.flags}`, at: each.line, why }];
  });
  assert.deepEqual(
    slow.filter(({ key }) => !(key in ON_SHORT_TEXTS)).map(({ key, at, why }) => `${key} (line ${at}) on ${why}`),
    [],
  );
});
